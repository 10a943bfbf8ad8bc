import { newCase } from '../../domain/apply-edit.ts'
import { recordOf } from '../../domain/case-record.ts'
import type { EntryId } from '../../domain/ids.ts'
import { afterUnknownFate, byOrder, isOpen } from '../../domain/outbox.ts'
import type { EntryState, OutboxEntry } from '../../domain/outbox.ts'
import { problem } from '../../domain/problem.ts'
import type { Problem } from '../../domain/problem.ts'
import { failed, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Realm } from '../../domain/setup.ts'
import type { CaseStore } from '../../ports/case-store.ts'
import type { Journal, Journaled } from '../../ports/journal.ts'
import type { Timing } from '../../ports/timing.ts'
import type { Problems } from '../problems.ts'
import type { CaseBook } from './case-book.ts'
import { keptAfterSettling, numberIn } from './case-shift.ts'

export interface ReconcileNeeds {
  readonly store: CaseStore
  readonly journal: Journal
  readonly book: CaseBook
  readonly timing: Timing
  readonly problems: Problems
  /** What was sent before: whatever is sent now is later, and so is its event. */
  readonly onSent: (state: Extract<EntryState, { kind: 'sent' }>) => void
}

const numberOf = ({ state }: OutboxEntry) => (state.kind === 'sent' ? state.number : undefined)

/** Makes the journal and the database say the same, before anything is shown or sent. */
export function createReconcile({ store, journal, book, timing, problems, onSent }: ReconcileNeeds) {
  /** Into the database, what only the journal has: the desk ended between the two, or the database was lost. */
  async function giveBack(entry: OutboxEntry, { files }: Journaled): Promise<boolean> {
    const ids = new Set('attachments' in entry.edit ? entry.edit.attachments.map(({ id }) => id) : [])
    const back =
      entry.state.kind === 'sending' ? { ...entry, state: afterUnknownFate(entry, timing.now()) } : entry
    const given = await book.revise(entry.case, ({ record, entries }) =>
      entries.some(({ id }) => id === entry.id)
        ? undefined
        : {
            record:
              record ?? recordOf({ ...newCase(entry), number: numberIn(entry.case) ?? numberOf(entry) }),
            entries: [back],
            files: files.filter(({ id }) => ids.has(id)),
          },
    )
    return given.ok
  }

  /** Into the journal, what only the database has: the journal was damaged. */
  const writeDown = async (entry: OutboxEntry): Promise<boolean> => {
    const files = []
    for (const { id } of 'attachments' in entry.edit ? entry.edit.attachments : []) {
      const bytes = await store.file(id)
      if (bytes.ok && bytes.value) files.push({ id, case: entry.case, bytes: bytes.value })
    }
    return (await journal.append(entry, files)).ok
  }

  async function forgetOld(
    entries: readonly OutboxEntry[],
    journaled: readonly OutboxEntry[],
  ): Promise<void> {
    const before = timing.now() - keptAfterSettling
    const isOld = ({ state }: OutboxEntry): boolean =>
      (state.kind === 'sent' || state.kind === 'withdrawn') && state.at < before
    const old = new Set<EntryId>([...entries, ...journaled].filter(isOld).map(({ id }) => id))
    if (old.size === 0) return
    await store.commit({ dropEntries: [...old] })
    await journal.forget([...old])
  }

  /** `undefined` when the database did not take them; otherwise how many of them are still to be sent. */
  async function giveAllBack(
    missing: readonly OutboxEntry[],
    opened: Journaled,
  ): Promise<number | undefined> {
    for (const entry of [...missing].sort(byOrder)) if (!(await giveBack(entry, opened))) return undefined
    return missing.filter(isOpen).length
  }

  /** What was given back is a name without a case until it is read from the case system. */
  async function readLater(missing: readonly OutboxEntry[]): Promise<void> {
    const known = await store.known()
    const ids = missing.map((entry) => entry.case)
    if (known.ok && ids.length > 0)
      await store.saveKnown({ unread: [...new Set([...known.value.unread, ...ids])] })
  }

  /** An open entry of the database, and what the journal says of it. */
  async function compare(entry: OutboxEntry, journaled: OutboxEntry | undefined): Promise<void> {
    if (!journaled) await writeDown(entry)
    // The database has lost its last steps: what had been sent must not be sent again.
    else if (journaled.state.kind === 'sent')
      await book.revise(entry.case, ({ record }) => record && { record, entries: [journaled] })
  }

  return async (realm: Realm): Promise<Result<true, Problem>> => {
    const opened = await journal.open(realm)
    if (!opened.ok) return opened
    const stored = await store.allEntries()
    if (!stored.ok) return stored
    if (opened.value.damaged > 0) problems.show(problem('journal-damaged'))
    const inStore = new Set(stored.value.map(({ id }) => id))
    const inJournal = new Map(opened.value.entries.map((entry) => [entry.id, entry]))
    const missing = opened.value.entries.filter(({ id }) => !inStore.has(id))
    const given = await giveAllBack(missing, opened.value)
    if (given === undefined) return failed(problem('store-unopened'))
    await readLater(missing)
    for (const entry of stored.value.filter(isOpen)) await compare(entry, inJournal.get(entry.id))
    for (const { state } of [...stored.value, ...opened.value.entries])
      if (state.kind === 'sent') onSent(state)
    await forgetOld(stored.value, opened.value.entries)
    if (given > 0 && stored.value.length === 0) problems.show(problem('journal-restored'))
    return ok(true)
  }
}
