import * as v from 'valibot'

import type { CaseCounts } from '../../ports/case-store.ts'
import type { EntryRow } from './entry-row.ts'

/** How many there are, in clear. It changes in the transaction that changes them: counting an index takes far too long. */
export interface CountsRow extends CaseCounts {
  readonly id: 'counts'
}

/** Dexie's indexes of the table. */
export const countsIndexes = 'id'

const Stored = v.object({ cases: v.number(), underWay: v.number(), needsAgent: v.number() })

const none: CaseCounts = { cases: 0, underWay: 0, needsAgent: 0 }

/** `undefined` for what no version of the desk has written; none at all where there is no row yet. */
export function fromCountsRow(row: CountsRow | undefined): CaseCounts | undefined {
  if (!row) return none
  const parsed = v.safeParse(Stored, row)
  return parsed.success ? parsed.output : undefined
}

export const sum = (a: CaseCounts, b: CaseCounts): CountsRow => ({
  id: 'counts',
  cases: a.cases + b.cases,
  underWay: a.underWay + b.underWay,
  needsAgent: a.needsAgent + b.needsAgent,
})

/** What these entries count for. */
export const tally = (rows: readonly (EntryRow | undefined)[]): CaseCounts => ({
  cases: 0,
  underWay: rows.filter((row) => row?.standing === 'under-way').length,
  needsAgent: rows.filter((row) => row?.standing === 'needs-agent').length,
})
