import type { CaseCounts } from '../../ports/case-store.ts'
import { fromCountsRow, tally } from './counts-row.ts'
import type { CountsRow } from './counts-row.ts'
import type { Database } from './database.ts'
import { askOne } from './one-question.ts'

/** A damaged row is made anew from what is there: slow, and once. */
export async function readCounts(database: Database): Promise<CaseCounts> {
  const row = await askOne<CountsRow | undefined>(database, 'counters', (counters) => counters.get('counts'))
  const { cases, outbox } = database
  return fromCountsRow(row) ?? { ...tally(await outbox.toArray()), cases: await cases.count() }
}
