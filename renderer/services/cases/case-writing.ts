import { newCase } from '../../domain/apply-edit.ts'
import { mustBeLookedFor } from '../../domain/case-edit.ts'
import type { CaseEdit } from '../../domain/case-edit.ts'
import { recordOf } from '../../domain/case-record.ts'
import type { CaseRecord } from '../../domain/case-record.ts'
import type { CaseId, EntryId } from '../../domain/ids.ts'
import { asEntryId } from '../../domain/ids.ts'
import { stepTo } from '../../domain/outbox.ts'
import type { EntryState, OutboxEntry } from '../../domain/outbox.ts'
import type { Problem } from '../../domain/problem.ts'
import { done, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { StoredFile } from '../../ports/case-store.ts'
import type { Journal } from '../../ports/journal.ts'
import type { Timing } from '../../ports/timing.ts'
import type { CaseBook, Known, Revised } from './case-book.ts'
import type { JournalTurn } from './journal-turn.ts'

export interface CaseWritingNeeds {
  readonly book: CaseBook
  readonly journal: Journal
  readonly journalTurn: JournalTurn
  readonly timing: Timing
  readonly newId: () => string
  /** There is something to send. */
  readonly onWritten: () => void
}

export interface CaseWriting {
  /**
   * Writes something about a case: into the journal, then into the database, with the row that it changes. When this
   * resolves with a value, it survives anything that happens to the desk.
   * @param more `lately`: the case as the caller has just read it
   */
  write(
    id: CaseId,
    edit: CaseEdit,
    files?: readonly StoredFile[],
    more?: { readonly entryId?: string; readonly lately?: Known },
  ): Promise<Result<EntryId, Problem>>
  /**
   * Brings an entry into another state, where `next` says which, and changes the case with it in the same transaction.
   * What is open again goes into the journal first.
   */
  step(
    entry: Pick<OutboxEntry, 'id' | 'case'>,
    next: (entry: OutboxEntry, known: Known) => OutboxEntry | undefined,
    also?: (record: CaseRecord, entries: readonly OutboxEntry[]) => Revised,
  ): Promise<Result<OutboxEntry | undefined, Problem>>
}

/** Milliseconds after which a disk that did not take something is tried again. */
const diskPause = 1000

/** How everything that an agent writes about cases gets onto the disk. */
export function createCaseWriting({
  book,
  journal,
  journalTurn,
  timing,
  newId,
  onWritten,
}: CaseWritingNeeds): CaseWriting {
  /** After everything that was written about this case, even by a clock that has been put back since. */
  const orderAfter = (entries: readonly OutboxEntry[]): number =>
    entries.reduce((order, entry) => Math.max(order, entry.order + 1), timing.now())

  function entryOf(
    id: string,
    edit: CaseEdit,
    { record, entries, caseId }: Known & { caseId: CaseId },
  ): OutboxEntry {
    const state: EntryState = { kind: 'waiting', tries: 0, notBefore: 0 }
    return {
      ...{ id: asEntryId(id), case: caseId, edit, state, after: record?.historyTo },
      ...{ order: orderAfter(entries), writtenAt: timing.now() },
    }
  }

  const put = (entry: OutboxEntry, files: readonly StoredFile[], lately?: Known) =>
    book.revise(
      entry.case,
      ({ record, entries }) => ({
        record: record ?? recordOf(newCase(entry)),
        // Another window may have written meanwhile: this is still the later one.
        entries: [{ ...entry, order: orderAfter(entries.filter(({ id }) => id !== entry.id)) }],
        files,
      }),
      lately,
    )

  const pause = (): Promise<void> => new Promise((resolve) => void timing.after(diskPause, resolve))

  /**
   * In the journal, and not in the database. The agent is told that it is not saved and writes it again: then it must not
   * come back by itself as well. A disk that can do neither is tried until it can do one: until then nothing is said,
   * since this window alone knows of it.
   */
  async function storeOrForget(entry: OutboxEntry, files: readonly StoredFile[], lately: Known) {
    for (;;) {
      const stored = await put(entry, files, lately)
      if (stored.ok || (await journal.forget([entry.id])).ok) return stored
      await pause()
    }
  }

  return {
    async write(id, edit, files = [], { entryId = newId(), lately } = {}) {
      const known = lately ? ok(lately) : await book.recall(id)
      if (!known.ok) return known
      const entry = entryOf(entryId, edit, { ...known.value, caseId: id })
      const stored = await journalTurn.write(async () => {
        const journaled = await journal.append(entry, files)
        return journaled.ok ? storeOrForget(entry, files, known.value) : journaled
      })
      if (!stored.ok) return stored
      onWritten()
      return ok(entry.id)
    },

    async step({ id, case: caseId }, next, also = (record) => ({ record })) {
      const look = (known: Known): Step | undefined => {
        const before = known.entries.find((one) => one.id === id)
        const after = before && next(before, known)
        return before && after && { before, after: { ...stepTo(before, after.state), edit: after.edit } }
      }
      const known = await book.read(caseId)
      if (!known.ok) return known
      const planned = look(known.value)
      const journaled = planned && mustBeKnown(planned) ? await journal.append(planned.after, []) : done
      if (!journaled.ok) return journaled
      let taken: Step | undefined
      const revise = (now: Known): Revised | undefined => {
        taken = look(now)
        if (!taken || !now.record) return undefined
        const more = also(now.record, now.entries)
        return { ...more, entries: [...(more.entries ?? []), taken.after] }
      }
      const stored = await book.revise(caseId, revise, known.value)
      if (!stored.ok) return stored
      if (taken && isSettled(taken.after)) await journal.settle([taken.after])
      return ok(taken?.after)
    },
  }
}

interface Step {
  readonly before: OutboxEntry
  readonly after: OutboxEntry
}

/**
 * What somebody who has only the journal left must know: that a message may have been sent, and that something which was
 * settled, or has other words now, is to be sent.
 */
const mustBeKnown = ({ before, after }: Step): boolean =>
  (after.state.kind === 'sending' && mustBeLookedFor(after.edit)) ||
  (after.state.kind === 'waiting' && (isSettled(before) || after.edit !== before.edit))

const isSettled = ({ state: { kind } }: OutboxEntry): boolean => kind === 'sent' || kind === 'withdrawn'
