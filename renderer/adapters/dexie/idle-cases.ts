import type { Page } from '../../ports/case-store.ts'
import { readable } from './access.ts'
import type { PageOrder } from './case-lists.ts'
import { fromCaseRow } from './case-row.ts'
import type { CaseRow } from './case-row.ts'
import type { Database } from './database.ts'
import type { Open } from './opening.ts'

/** Lists whose order is that of all cases, so that a stretch of one is a stretch of the other. */
const lists = ['team', 'unsent', 'pinned'] as const

/**
 * Old cases that are in no list, newest first. Whether a case is in one is in clear: only keys are read of those that are,
 * since to read and open a hundred thousand rows is a minute's work, and garbage that stops the screen.
 */
export async function idlePage(
  { database, keys }: Open,
  before: number,
  { after: mark, limit }: PageOrder,
): Promise<Page> {
  // Behind every row of that very moment: an array is greater than any text.
  const after = mark ?? [-before, []]
  const ids = await database.cases.where('[newest+id]').between(after, [[]], false).limit(limit).primaryKeys()
  const last = await database.cases.get(ids.at(-1) ?? '')
  if (!last) return { records: [], next: undefined, unreadable: 0 }
  const next = [last.newest, last.id]
  const rows = await unlisted(database, ids, { after, next })
  const { values, unreadable } = await readable(rows.map((row) => fromCaseRow(keys, row)))
  return { records: values, next: ids.length < limit ? undefined : next, unreadable }
}

async function unlisted(
  { cases }: Database,
  ids: readonly string[],
  { after, next }: { readonly after: readonly unknown[]; readonly next: readonly unknown[] },
): Promise<readonly CaseRow[]> {
  const listed = await Promise.all(
    lists.map((list) => cases.where(`[${list}+id]`).between(after, next, false, true).primaryKeys()),
  )
  const known = new Set(listed.flat())
  const rows = await cases.bulkGet(ids.filter((id) => !known.has(id)))
  return rows.flatMap((row) => (row && row.promises === undefined ? [row] : []))
}
