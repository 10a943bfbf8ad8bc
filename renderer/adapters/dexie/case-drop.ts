import type { EntryRow } from './entry-row.ts'
import { beginningWith } from './one-question.ts'
import { answerOf } from './one-transaction.ts'
import type { SealedChange } from './sealed-change.ts'

/** What a change takes away from the disk. */
export interface Goes {
  /** Cases that are there. */
  readonly cases: readonly string[]
  /** Cases whose events go. */
  readonly histories: readonly string[]
  readonly entries: readonly string[]
  readonly files: readonly string[]
}

const isOpen = ({ open }: EntryRow): boolean => open !== undefined

export const isDropping = ({ dropCases, dropEntries, replaceHistory }: SealedChange): boolean =>
  dropCases.length > 0 || dropEntries.length > 0 || replaceHistory !== undefined

/** An open entry never goes, nor do the files of its case: it may have to send them. */
export async function whatGoes(
  transaction: IDBTransaction,
  { dropCases, dropEntries, replaceHistory }: SealedChange,
): Promise<Goes> {
  const outbox = transaction.objectStore('outbox')
  const [theirs, old] = await Promise.all([
    Promise.all(dropCases.map((id) => droppedWith(transaction, id))),
    Promise.all(dropEntries.map((id) => answerOf<EntryRow | undefined>(outbox.get(id)))),
  ])
  const entries = [...theirs.flatMap((one) => one.entries), ...old.flatMap((row) => row ?? [])]
  return {
    cases: dropCases.filter((_id, at) => theirs[at]?.isThere),
    histories: replaceHistory === undefined ? dropCases : [...dropCases, replaceHistory],
    entries: entries.filter((row) => !isOpen(row)).map(({ id }) => id),
    files: theirs.flatMap((one) => (one.entries.some(isOpen) ? [] : one.files)),
  }
}

interface DroppedWith {
  readonly isThere: boolean
  readonly entries: readonly EntryRow[]
  readonly files: readonly string[]
}

async function droppedWith(transaction: IDBTransaction, id: string): Promise<DroppedWith> {
  const entries = transaction.objectStore('outbox').index('[case+order]')
  const files = transaction.objectStore('caseFiles').index('case')
  const [found, own, attached] = await Promise.all([
    answerOf<IDBValidKey | undefined>(transaction.objectStore('cases').getKey(id)),
    answerOf<EntryRow[]>(entries.getAll(beginningWith(id))),
    answerOf<IDBValidKey[]>(files.getAllKeys(id)),
  ])
  return { isThere: found !== undefined, entries: own, files: attached.map(String) }
}

export function deleteWhatGoes(transaction: IDBTransaction, goes: Goes): void {
  for (const id of goes.cases) transaction.objectStore('cases').delete(id)
  for (const id of goes.histories) transaction.objectStore('caseEvents').delete(beginningWith(id))
  for (const id of goes.entries) transaction.objectStore('outbox').delete(id)
  for (const id of goes.files) transaction.objectStore('caseFiles').delete(id)
}
