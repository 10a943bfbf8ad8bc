import { Dexie } from 'dexie'

import type { CaseCounts, StoreChange } from '../../ports/case-store.ts'
import type { CaseRow } from './case-row.ts'
import { sum, tally } from './counts-row.ts'
import type { Database } from './database.ts'
import { readCounts } from './case-counts.ts'
import { dropWhatGoes, whatGoes } from './case-drop.ts'
import type { Goes } from './case-drop.ts'
import type { EntryRow } from './entry-row.ts'
import type { Open } from './opening.ts'
import { sealChange } from './sealed-change.ts'
import type { SealedChange } from './sealed-change.ts'

/** Another window has stored one of the cases since it was read. */
export class StaleCase extends Error {}

/** What lies on the disk where the change will go. */
interface Before {
  readonly entries: readonly (EntryRow | undefined)[]
  readonly counts: CaseCounts
  readonly goes: Goes
}

/**
 * Seals everything, then stores it in one transaction: a transaction ends by itself when it has to wait for anything
 * else (IndexedDB 3.0 §2.7). What is dropped is dropped first, so that a change can put something new in its place.
 * @throws StaleCase; DexieError where the disk refuses. Nothing is changed then.
 */
export async function commitChange({ database, keys }: Open, change: StoreChange): Promise<void> {
  const rows = await sealChange(keys, change)
  const { cases, caseEvents, outbox, caseFiles, counters } = database
  await database.transaction('rw', [cases, caseEvents, outbox, caseFiles, counters], async () => {
    const before = await look(database, rows)
    await dropWhatGoes(database, before.goes)
    await Promise.all([
      storeCases(database, rows.cases),
      rows.events.length > 0 && caseEvents.bulkPut(rows.events),
      rows.entries.length > 0 && outbox.bulkPut(rows.entries),
      rows.files.length > 0 && caseFiles.bulkPut(rows.files),
      keepCount(database, rows, before),
    ])
  })
}

/** A case that is new here was read as version 0, and is now the first. */
const isNew = ({ version }: CaseRow): boolean => version === 1

/** @throws StaleCase when one of them has another version on the disk than the one that was read. */
async function look(database: Database, rows: SealedChange): Promise<Before> {
  const { cases, outbox } = database
  const known = rows.cases.filter((row) => !isNew(row))
  const [stored, entries, counts, goes] = await Promise.all([
    known.length > 0 ? cases.bulkGet(known.map(({ id }) => id)) : [],
    rows.entries.length > 0 ? outbox.bulkGet(rows.entries.map(({ id }) => id)) : [],
    readCounts(database),
    whatGoes(database, rows),
  ])
  const isStale = (row: CaseRow, at: number): boolean =>
    row.version - 1 !== stored[at]?.version || rows.dropCases.includes(row.id)
  if (known.some(isStale)) throw new StaleCase()
  return { entries, counts, goes }
}

/** New ones are added, without a look whether they are there: the disk refuses what is, and that costs half as much. */
async function storeCases({ cases }: Database, rows: readonly CaseRow[]): Promise<void> {
  const [added, known] = [rows.filter(isNew), rows.filter((row) => !isNew(row))]
  try {
    await Promise.all([added.length > 0 && cases.bulkAdd(added), known.length > 0 && cases.bulkPut(known)])
  } catch (error) {
    throw isTaken(error) ? new StaleCase() : error
  }
}

const isTaken = (error: unknown): boolean =>
  error instanceof Dexie.BulkError && error.failures.some(({ name }) => name === 'ConstraintError')

async function keepCount(database: Database, rows: SealedChange, before: Before): Promise<void> {
  const [was, is] = [tally(before.entries), tally(rows.entries)]
  const change: CaseCounts = {
    cases: rows.cases.filter(isNew).length - before.goes.cases.length,
    underWay: is.underWay - was.underWay,
    needsAgent: is.needsAgent - was.needsAgent,
  }
  if (Object.values(change).some((by) => by !== 0)) await database.counters.put(sum(before.counts, change))
}
