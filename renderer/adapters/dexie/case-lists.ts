import type { CaseRecord, CaseView } from '../../domain/case-record.ts'
import type { Page, PageMark } from '../../ports/case-store.ts'
import { readable } from './access.ts'
import { fromCaseRow } from './case-row.ts'
import type { CaseRow } from './case-row.ts'
import { readIndexPage } from './index-page.ts'
import { openCaseRow } from './opened-cases.ts'
import type { Open } from './opening.ts'
import { ownerIndex } from './owner-index.ts'
import type { StoreKeys } from './sealing.ts'

/** A list of cases as it lies on the disk: an index, what its keys begin with, and where a row is in it. */
interface List {
  readonly index: string
  readonly prefix: readonly string[]
  readonly placeOf: (row: CaseRow) => number | undefined
  readonly open: (keys: StoreKeys, row: CaseRow) => Promise<CaseRecord>
}

/** Each row is looked at once: none is worth being remembered. */
const everyCase: List = {
  ...{ index: '[newest+id]', prefix: [] },
  placeOf: ({ newest }) => newest,
  open: fromCaseRow,
}

const listOf = (view: Exclude<CaseView, 'mine'>): List => ({
  index: `[${view}+id]`,
  prefix: [],
  placeOf: (row) => row[view],
  open: openCaseRow,
})

const casesOf = (owner: string): List => ({
  ...{ index: '[mine+newest+id]', prefix: [owner], open: openCaseRow },
  placeOf: ({ newest }) => newest,
})

export interface PageOrder {
  readonly after: PageMark | undefined
  readonly limit: number
}

/** @param user whose cases are `mine`; nobody's while that is not known. */
export async function pageOf(
  open: Open,
  view: CaseView,
  { user, ...order }: PageOrder & { readonly user: string | undefined },
): Promise<Page> {
  if (view !== 'mine') return pageIn(open, listOf(view), order)
  if (user === undefined) return { records: [], next: undefined, unreadable: 0 }
  return pageIn(open, casesOf(await ownerIndex(open.keys, user)), order)
}

export const pageOfAll = (open: Open, order: PageOrder): Promise<Page> => pageIn(open, everyCase, order)

async function pageIn({ database, keys }: Open, list: List, { after, limit }: PageOrder): Promise<Page> {
  const { index, prefix, placeOf, open } = list
  const rows = await readIndexPage(database, { index, prefix, after, limit })
  const { values, unreadable } = await readable(rows.map((row) => open(keys, row)))
  const last = rows.length < limit ? undefined : rows.at(-1)
  const at = last && placeOf(last)
  return { records: values, next: last && at !== undefined ? [at, last.id] : undefined, unreadable }
}
