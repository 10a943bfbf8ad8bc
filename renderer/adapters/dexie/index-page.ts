import type { CaseRow } from './case-row.ts'
import type { Database } from './database.ts'
import { askOne } from './one-question.ts'

export interface IndexPage {
  readonly index: string
  /** What every key begins with. */
  readonly prefix: readonly string[]
  /** The rest of the key that the page before ended with. */
  readonly after: readonly (string | number)[] | undefined
  readonly limit: number
}

/**
 * Rows in the order of an index.
 * @throws DexieError where the database is closed or does not answer.
 */
export function readIndexPage(
  database: Database,
  { index, prefix, after, limit }: IndexPage,
): Promise<CaseRow[]> {
  // An array is greater than any number or text, and an array of one more part greater than one of fewer.
  const range = IDBKeyRange.bound([...prefix, ...(after ?? [])], [...prefix, []], after !== undefined, true)
  return askOne(database, 'cases', (cases) => cases.index(index).getAll(range, limit))
}
