import type { CaseCounts, StoreChange } from '../../ports/case-store.ts'
import type { CaseRow } from './case-row.ts'
import { deleteWhatGoes, isDropping, whatGoes } from './case-drop.ts'
import type { Goes } from './case-drop.ts'
import { fromCountsRow, sum, tally } from './counts-row.ts'
import type { CountsRow } from './counts-row.ts'
import type { EntryRow } from './entry-row.ts'
import { answerOf, beginOne } from './one-transaction.ts'
import type { Open } from './opening.ts'
import { sealChange } from './sealed-change.ts'
import type { SealedChange } from './sealed-change.ts'

/** Another window has stored one of the cases since it was read. */
export class StaleCase extends Error {}

/** What lies on the disk where the change goes. */
interface Before {
  readonly cases: readonly (CaseRow | undefined)[]
  readonly entries: readonly (EntryRow | undefined)[]
  readonly counts: CountsRow | undefined
}

/**
 * Seals everything, then stores it in one transaction: a transaction ends by itself when it has to wait for anything
 * else (IndexedDB 3.0 §2.7).
 * @throws StaleCase; DOMException or DexieError where the disk refuses. Nothing is changed then.
 */
export async function commitChange({ database, keys }: Open, change: StoreChange): Promise<void> {
  const rows = await sealChange(keys, change)
  const { transaction, completed } = beginOne(database, storesOf(rows))
  try {
    await store(transaction, rows)
    await completed
  } catch (error) {
    abort(transaction)
    throw isTaken(error) || isTaken(transaction.error) ? new StaleCase() : error
  }
}

const storesOf = (rows: SealedChange) => [
  ...(['cases', 'outbox', 'counters'] as const),
  ...(rows.events.length > 0 || isDropping(rows) ? (['caseEvents'] as const) : []),
  ...(rows.files.length > 0 || isDropping(rows) ? (['caseFiles'] as const) : []),
]

/** A case that is new here was read as version 0, and is now the first. */
const isNew = ({ version }: CaseRow): boolean => version === 1

/**
 * The rows are handed over before it is known whether they may go there: the answers come in the order of the questions,
 * and a transaction that is stale is undone as a whole.
 */
async function store(transaction: IDBTransaction, rows: SealedChange): Promise<void> {
  const looked = look(transaction, rows)
  // Where a row is refused, nothing else is answered; who hands it over says why.
  looked.catch(() => undefined)
  // What is dropped is dropped first, so that a change can put something new in its place.
  const goes = isDropping(rows) ? await whatGoes(transaction, rows) : undefined
  if (goes) deleteWhatGoes(transaction, goes)
  put(transaction, rows)
  const before = await looked
  if (isStale(rows, before.cases)) throw new StaleCase()
  const counts = await countsAfter(transaction, { rows, before, goes })
  if (counts) transaction.objectStore('counters').put(counts)
  // It would wait for the answer to each row, and only then begin to force them to the disk. A new one may be refused.
  if (known(rows).length === rows.cases.length) transaction.commit()
}

const known = (rows: SealedChange): readonly CaseRow[] => rows.cases.filter((row) => !isNew(row))

async function look(transaction: IDBTransaction, rows: SealedChange): Promise<Before> {
  const [cases, outbox] = [transaction.objectStore('cases'), transaction.objectStore('outbox')]
  const answers = await Promise.all([
    Promise.all(known(rows).map(({ id }) => answerOf<CaseRow | undefined>(cases.get(id)))),
    Promise.all(rows.entries.map(({ id }) => answerOf<EntryRow | undefined>(outbox.get(id)))),
    answerOf<CountsRow | undefined>(transaction.objectStore('counters').get('counts')),
  ])
  return { cases: answers[0], entries: answers[1], counts: answers[2] }
}

/** New ones are added, without a look whether they are there: the disk refuses what is, and that costs half as much. */
function put(transaction: IDBTransaction, { cases, events, entries, files }: SealedChange): void {
  for (const row of cases) {
    const table = transaction.objectStore('cases')
    if (isNew(row)) table.add(row)
    else table.put(row)
  }
  for (const row of events) transaction.objectStore('caseEvents').put(row)
  for (const row of entries) transaction.objectStore('outbox').put(row)
  for (const row of files) transaction.objectStore('caseFiles').put(row)
}

/** One of them has another version on the disk than the one that was read. */
const isStale = (rows: SealedChange, stored: readonly (CaseRow | undefined)[]): boolean =>
  known(rows).some((row, at) => row.version - 1 !== stored[at]?.version || rows.dropCases.includes(row.id))

interface Change {
  readonly rows: SealedChange
  readonly before: Before
  readonly goes: Goes | undefined
}

/** `undefined` where they stay as they are. A damaged row is made anew from what is there: slow, and once. */
async function countsAfter(
  transaction: IDBTransaction,
  { rows, before, goes }: Change,
): Promise<CountsRow | undefined> {
  const counts = fromCountsRow(before.counts)
  if (!counts) return countAll(transaction)
  const [was, is] = [tally(before.entries), tally(rows.entries)]
  const change: CaseCounts = {
    cases: rows.cases.filter(isNew).length - (goes?.cases.length ?? 0),
    underWay: is.underWay - was.underWay,
    needsAgent: is.needsAgent - was.needsAgent,
  }
  return Object.values(change).some((by) => by !== 0) ? sum(counts, change) : undefined
}

/** With what has just been put there. */
async function countAll(transaction: IDBTransaction): Promise<CountsRow> {
  const entries = answerOf<EntryRow[]>(transaction.objectStore('outbox').getAll())
  const cases = answerOf<number>(transaction.objectStore('cases').count())
  return { id: 'counts', ...tally(await entries), cases: await cases }
}

const isTaken = (error: unknown): boolean => error instanceof DOMException && error.name === 'ConstraintError'

/** It may have ended by itself already. */
function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort()
  } catch {
    // Then nothing of it is there either.
  }
}
