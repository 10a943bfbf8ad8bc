import { Dexie } from 'dexie'

import type { Database } from './database.ts'
import type { EntryRow } from './entry-row.ts'
import type { SealedChange } from './sealed-change.ts'

/** What a change takes away from the disk. */
export interface Goes {
  /** Cases that are there. */
  readonly cases: readonly string[]
  /** Cases whose events go. */
  readonly histories: readonly string[]
  readonly entries: readonly string[]
  /** Cases whose files go. */
  readonly files: readonly string[]
}

const isOpen = ({ open }: EntryRow): boolean => open !== undefined

/** An open entry never goes, nor do the files of its case: it may have to send them. */
export async function whatGoes(
  { cases, outbox }: Database,
  { dropCases, dropEntries, replaceHistory }: SealedChange,
): Promise<Goes> {
  const [rows, theirs, old] = await Promise.all([
    dropCases.length > 0 ? cases.bulkGet([...dropCases]) : [],
    Promise.all(
      dropCases.map((id) =>
        outbox
          .where('[case+order]')
          .between(...ofCase(id))
          .toArray(),
      ),
    ),
    dropEntries.length > 0 ? outbox.bulkGet([...dropEntries]) : [],
  ])
  const entries = [...theirs.flat(), ...old.flatMap((row) => row ?? [])]
  return {
    cases: rows.flatMap((row) => row?.id ?? []),
    histories: replaceHistory === undefined ? dropCases : [...dropCases, replaceHistory],
    entries: entries.filter((row) => !isOpen(row)).map(({ id }) => id),
    files: dropCases.filter((_id, at) => !theirs[at]?.some(isOpen)),
  }
}

export async function dropWhatGoes(
  { cases, caseEvents, outbox, caseFiles }: Database,
  goes: Goes,
): Promise<void> {
  await Promise.all([
    goes.cases.length > 0 && cases.bulkDelete([...goes.cases]),
    ...goes.histories.map((id) =>
      caseEvents
        .where('[case+digits+id]')
        .between(...ofCase(id))
        .delete(),
    ),
    goes.entries.length > 0 && outbox.bulkDelete([...goes.entries]),
    ...goes.files.map((id) => caseFiles.where('case').equals(id).delete()),
  ])
}

/** The bounds of a case's rows in an index that begins with the case. */
export const ofCase = (id: string): [lower: [string, unknown], upper: [string, unknown]] => [
  [id, Dexie.minKey],
  [id, Dexie.maxKey],
]
