import { isMessage } from '../../domain/case-edit.ts'
import type { CaseEvent, EventId } from '../../domain/case-event.ts'
import { fieldOf, laterOf } from '../../domain/case.ts'
import type { EntryId } from '../../domain/ids.ts'
import { retryDelay } from '../../domain/outbox.ts'
import type { EntryState, OutboxEntry } from '../../domain/outbox.ts'
import { promisesIn } from '../../domain/promise.ts'
import type { Timing } from '../../ports/timing.ts'
import type { CaseLink } from './case-link.ts'
import type { CaseWriting } from './case-writing.ts'
import type { Sent, SendingNeeds } from './entry-sending.ts'
import { remade } from './made-case.ts'
import type { NewestEvent } from './newest-event.ts'

/** After so many failures, while the case system takes others, an entry is set aside. */
const mostFailures = 5

/** Milliseconds: until the next look at the case system everything is read anew. */
const restoredPause = 20_000

export interface OutcomeNeeds {
  readonly writing: CaseWriting
  readonly link: CaseLink
  readonly timing: Timing
  readonly random: () => number
  readonly settleMilliseconds: number
  /** `undefined` while nobody is signed in. */
  readonly sending: () => Omit<SendingNeeds, 'store'> | undefined
  readonly newest: Pick<NewestEvent, 'stamp' | 'suspect'>
  readonly onSignedOut: () => void
  /** Whether the case system answers at all, when it has not understood something. */
  readonly isAlive: () => Promise<boolean>
}

export interface EntryOutcome {
  /** Stores what came of a try; `false` when the disk did not take it. */
  readonly take: (entry: OutboxEntry, sent: Sent | { readonly kind: 'not-there' }) => Promise<boolean>
  readonly toState: (entry: OutboxEntry, state: () => EntryState) => Promise<boolean>
}

/** What becomes of an entry after a try, and what it says about the link. */
export function createEntryOutcome(needs: OutcomeNeeds): EntryOutcome {
  const { writing, link, timing } = needs
  const timers = new Map<EntryId, 'running' | 'over'>()

  async function take(entry: OutboxEntry, sent: Sent | { kind: 'not-there' }): Promise<boolean> {
    switch (sent.kind) {
      case 'done':
        link.answered()
        return settle(entry, sent)
      case 'conflict':
        link.answered()
        return disagree(entry, sent)
      case 'refused': {
        link.answered()
        const { why, detail } = sent
        return toState(entry, () => ({
          kind: 'set-aside',
          why,
          detail: detail.slice(0, 500),
          at: timing.now(),
        }))
      }
      case 'not-there':
        link.answered()
        return notThere(entry)
      case 'unknown':
        await needs.isAlive()
        return toState(entry, () => checking(entry, timing.now()))
      case 'displaced':
        link.answered()
        needs.newest.suspect()
        return toState(entry, () => displaced(entry, timing.now()))
      case 'failed':
        return failedTry(entry, sent.why)
    }
  }

  async function toState(entry: OutboxEntry, state: () => EntryState): Promise<boolean> {
    const step = await writing.step(entry, (now) => ({ ...now, state: state() }))
    return step.ok
  }

  async function settle(
    entry: OutboxEntry,
    { server, event }: Extract<Sent, { kind: 'done' }>,
  ): Promise<boolean> {
    timers.delete(entry.id)
    const number = entry.edit.kind === 'create' ? server?.number : undefined
    const at = needs.newest.stamp(timing.now())
    const state: EntryState = { kind: 'sent', at, event, ...(number !== undefined && { number }) }
    const events = event === undefined ? [] : eventOf(entry, event, needs.sending()?.user ?? '', timing.now())
    const step = await writing.step(
      entry,
      (now) => ({ ...now, state }),
      (record, entries) =>
        entry.edit.kind === 'create'
          ? remade(record, { server, fields: entry.edit.fields, entries })
          : {
              record: {
                ...record,
                ...(server?.id === record.id && { server: laterOf(record.server, server) }),
                told: promisesIn(events, record.told),
              },
              events,
            },
    )
    return step.ok
  }

  async function disagree(
    entry: OutboxEntry,
    { server }: Extract<Sent, { kind: 'conflict' }>,
  ): Promise<boolean> {
    if (entry.edit.kind !== 'change') return true
    const theirs = fieldOf(server, entry.edit.step.field)
    const by = await lastChangeBy(entry, server.number)
    const state: EntryState = { kind: 'conflict', theirs, by, at: timing.now() }
    const step = await writing.step(
      entry,
      (now) => ({ ...now, state }),
      (record) => ({
        record: server.id === record.id ? { ...record, server: laterOf(record.server, server) } : record,
      }),
    )
    return step.ok
  }

  async function lastChangeBy({ edit, after }: OutboxEntry, number = ''): Promise<string | undefined> {
    if (edit.kind !== 'change') return undefined
    const history = await needs.sending()?.system.history(number, after)
    if (history?.kind !== 'answer') return undefined
    return history.value.findLast(({ change }) => change?.field === edit.step.field)?.by
  }

  /**
   * It is surely not there once nothing that was sent can still be under way. A timer says when that is, and not the
   * clock, which may be put forward.
   */
  async function notThere(entry: OutboxEntry): Promise<boolean> {
    if (entry.state.kind !== 'checking') return true
    const { since, tries } = entry.state
    const now = timing.now()
    if (!isCertain(entry.id))
      return toState(entry, () => ({ ...checking(entry, now + needs.settleMilliseconds), since }))
    timers.delete(entry.id)
    return toState(entry, () => {
      if (entry.edit.kind === 'reply') return { kind: 'asking', since }
      return tries + 1 >= mostFailures
        ? { kind: 'set-aside', why: 'server-fails', detail: '', at: now }
        : { kind: 'waiting', tries: tries + 1, notBefore: now }
    })
  }

  /** Begins to wait at the first time that it is asked. */
  function isCertain(id: EntryId): boolean {
    const state = timers.get(id)
    if (state === undefined) {
      timers.set(id, 'running')
      timing.after(needs.settleMilliseconds, () => timers.has(id) && timers.set(id, 'over'))
    }
    return state === 'over'
  }

  async function failedTry(
    entry: OutboxEntry,
    why: Extract<Sent, { kind: 'failed' }>['why'],
  ): Promise<boolean> {
    const now = timing.now()
    const tries = 'tries' in entry.state ? entry.state.tries : 0
    const back = (more: number): EntryState =>
      entry.state.kind === 'checking'
        ? { ...entry.state, tries: tries + more, notBefore: now + more * retryDelay(tries, needs.random()) }
        : { kind: 'waiting', tries: tries + more, notBefore: now + more * retryDelay(tries, needs.random()) }
    if (why === 'signed-out') needs.onSignedOut()
    if (why === 'unreached') link.lost()
    // It answers, and does not understand this one: then it is this one's fault.
    const itsFault = why === 'not-understood' && (await needs.isAlive())
    if (itsFault && tries + 1 >= mostFailures)
      return toState(entry, () => ({ kind: 'set-aside', why: 'server-fails', detail: '', at: now }))
    return toState(entry, () => back(itsFault ? 1 : 0))
  }

  return { take, toState }
}

const checking = (entry: OutboxEntry, notBefore: number): Extract<EntryState, { kind: 'checking' }> => ({
  kind: 'checking',
  tries: 'tries' in entry.state ? entry.state.tries : 0,
  since: 'since' in entry.state ? entry.state.since : entry.writtenAt,
  notBefore,
})

/** Until everything is read anew it waits as it is, once; a case that is nowhere then will not come back. */
function displaced(entry: OutboxEntry, now: number): EntryState {
  const tries = ('tries' in entry.state ? entry.state.tries : 0) + 1
  if (tries > 1) return { kind: 'set-aside', why: 'gone', detail: '', at: now }
  const notBefore = now + restoredPause
  return entry.state.kind === 'checking'
    ? { ...checking(entry, notBefore), tries }
    : { kind: 'waiting', tries, notBefore }
}

/** What the history will say of it, so that it stands there before it has been read again. */
function eventOf(entry: OutboxEntry, id: EventId, by: string, at: number): CaseEvent[] {
  if (!isMessage(entry.edit)) return []
  const { kind, text, attachments } = entry.edit
  return [{ id, kind, at, by, text, attachments, change: undefined }]
}
