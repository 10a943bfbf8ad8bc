import { fieldOf } from '../../domain/case.ts'
import { isMessage } from '../../domain/case-edit.ts'
import { isOpen } from '../../domain/outbox.ts'
import type { EntryState, OutboxEntry } from '../../domain/outbox.ts'
import type { EntryId } from '../../domain/ids.ts'
import type { CaseStore } from '../../ports/case-store.ts'
import type { Timing } from '../../ports/timing.ts'
import type { Problems } from '../problems.ts'
import type { Known } from './case-book.ts'
import type { CaseDesk } from './case-desk.ts'
import type { CaseWriting } from './case-writing.ts'

export interface DecisionNeeds {
  readonly store: CaseStore
  readonly writing: CaseWriting
  readonly timing: Timing
  readonly problems: Problems
  /** Shown, and sent. */
  readonly onDecided: (entry: Pick<OutboxEntry, 'id' | 'case'>) => Promise<void>
}

export type CaseDecisions = Pick<CaseDesk, 'undo' | 'redo' | 'choose' | 'decide' | 'tryAgain'>

const afresh: EntryState = { kind: 'waiting', tries: 0, notBefore: 0 }

/** What an agent decides about things that were written before. */
export function createCaseDecisions({
  store,
  writing,
  timing,
  problems,
  onDecided,
}: DecisionNeeds): CaseDecisions {
  async function find(id: EntryId): Promise<OutboxEntry | undefined> {
    const entries = problems.unwrap(await store.allEntries())
    return entries?.find((entry) => entry.id === id)
  }

  async function step(
    id: EntryId,
    next: (entry: OutboxEntry, known: Known) => OutboxEntry | undefined,
  ): Promise<boolean> {
    const entry = await find(id)
    if (!entry) return false
    const stepped = await writing.step(entry, next)
    if (!problems.unwrap(stepped)) return false
    if (stepped.ok && stepped.value) await onDecided(stepped.value)
    return stepped.ok && stepped.value !== undefined
  }

  const withdrawn = (why: Extract<EntryState, { kind: 'withdrawn' }>['why']): EntryState => ({
    ...{ kind: 'withdrawn', why },
    at: timing.now(),
  })

  /** Sets the field back to what it was, if it still is what it was set to. */
  async function changeBack({ case: id, edit }: OutboxEntry): Promise<boolean> {
    if (edit.kind === 'link') {
      const back = await writing.write(id, { ...edit, remove: !edit.remove })
      return problems.unwrap(back) !== undefined
    }
    if (edit.kind !== 'change') return false
    const { field, before, after } = edit.step
    const back = await writing.write(id, { kind: 'change', step: { field, before: after, after: before } })
    return problems.unwrap(back) !== undefined
  }

  /** As it is to be sent now: a change is measured against what the agent has seen, also where that is another case's. */
  function again(entry: OutboxEntry, { record }: Known): OutboxEntry {
    const { edit, state } = entry
    if (edit.kind !== 'change' || !record) return { ...entry, state: afresh }
    const before = state.kind === 'conflict' ? state.theirs : fieldOf(record.server, edit.step.field)
    return { ...entry, edit: { ...edit, step: { ...edit.step, before } }, state: afresh }
  }

  return {
    async undo(id) {
      const entry = await find(id)
      if (!entry) return false
      if (entry.state.kind === 'sent') {
        const changed = await changeBack(entry)
        if (changed) await onDecided(entry)
        return changed
      }
      return step(id, (now) =>
        isOpen(now) && now.state.kind !== 'sending' && now.state.kind !== 'checking'
          ? { ...now, state: withdrawn('undone') }
          : undefined,
      )
    },

    redo: (id) =>
      step(id, (now, known) => {
        if (now.state.kind !== 'withdrawn') return undefined
        // It may have arrived before the agent said that it was sent.
        if (now.state.why === 'agent-says-sent')
          return { ...now, state: { kind: 'checking', tries: 0, since: now.state.at, notBefore: 0 } }
        return again(now, known)
      }),

    choose: (id, which) =>
      step(id, (now, known) => {
        if (now.state.kind !== 'conflict') return undefined
        return which === 'mine' ? again(now, known) : { ...now, state: withdrawn('theirs-chosen') }
      }),

    decide: (id, what) =>
      step(id, (now) => {
        if (now.state.kind !== 'asking') return undefined
        const { since } = now.state
        if (what === 'send') return { ...now, state: afresh }
        if (what === 'was-sent') return { ...now, state: withdrawn('agent-says-sent') }
        return { ...now, state: { kind: 'checking', tries: 0, since, notBefore: 0 } }
      }),

    tryAgain: (id) =>
      step(id, (now) => {
        if (now.state.kind !== 'set-aside') return undefined
        // The server has failed on it, perhaps after it had taken it.
        const doubtful = isMessage(now.edit) && now.state.why === 'server-fails'
        return doubtful
          ? { ...now, state: { kind: 'checking', tries: 0, since: now.state.at, notBefore: 0 } }
          : { ...now, state: afresh }
      }),
  }
}
