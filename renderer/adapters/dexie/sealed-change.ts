import type { StoreChange } from '../../ports/case-store.ts'
import { toCaseRow } from './case-row.ts'
import type { CaseRow } from './case-row.ts'
import { toEntryRow } from './entry-row.ts'
import type { EntryRow } from './entry-row.ts'
import { toEventRow } from './event-row.ts'
import type { EventRow } from './event-row.ts'
import { toFileRow } from './file-row.ts'
import type { FileRow } from './file-row.ts'
import type { StoreKeys } from './sealing.ts'

/** A change as it will lie on the disk. */
export interface SealedChange {
  readonly cases: readonly CaseRow[]
  readonly events: readonly EventRow[]
  readonly entries: readonly EntryRow[]
  readonly files: readonly FileRow[]
  /** The case whose whole history is in `events`. */
  readonly replaceHistory: string | undefined
  readonly dropCases: readonly string[]
  readonly dropEntries: readonly string[]
}

export async function sealChange(keys: StoreKeys, change: StoreChange): Promise<SealedChange> {
  const { events: history, cases = [], entries = [], files = [] } = change
  const [caseRows, eventRows, entryRows, fileRows] = await Promise.all([
    Promise.all(cases.map((record) => toCaseRow(keys, record))),
    history ? Promise.all(history.events.map((event) => toEventRow(keys, history.case, event))) : [],
    Promise.all(lastOfEach(entries).map((entry) => toEntryRow(keys, entry))),
    Promise.all(files.map((file) => toFileRow(keys, file))),
  ])
  return {
    ...{ cases: caseRows, events: eventRows, entries: entryRows, files: fileRows },
    replaceHistory: history?.replace === true ? history.case : undefined,
    dropCases: [...new Set(change.dropCases)],
    dropEntries: [...new Set(change.dropEntries)],
  }
}

/** The counters would count an entry twice that is in a change twice. */
const lastOfEach = <T extends { readonly id: string }>(all: readonly T[]): readonly T[] => [
  ...new Map(all.map((one) => [one.id, one])).values(),
]
