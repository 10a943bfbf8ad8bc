import type { CaseCounts } from '../../ports/case-store.ts'
import { fromCountsRow, tally } from './counts-row.ts'
import type { Database } from './database.ts'

/** A damaged row is made anew from what is there: slow, and once. */
export async function readCounts({ counters, cases, outbox }: Database): Promise<CaseCounts> {
  const counts = fromCountsRow(await counters.get('counts'))
  return counts ?? { ...tally(await outbox.toArray()), cases: await cases.count() }
}
