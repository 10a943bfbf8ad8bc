import { Dexie } from 'dexie'

import type { CaseRow } from './case-row.ts'
import type { Database } from './database.ts'

export interface IndexPage {
  readonly index: string
  /** What every key begins with. */
  readonly prefix: readonly string[]
  /** The rest of the key that the page before ended with. */
  readonly after: readonly (string | number)[] | undefined
  readonly limit: number
}

/**
 * Rows in the order of an index, by one `getAll` of IndexedDB itself: what a library does around it was a tenth of a
 * page's time.
 * @throws DexieError where the database is closed or does not answer.
 */
export function readIndexPage(
  database: Database,
  { index, prefix, after, limit }: IndexPage,
): Promise<CaseRow[]> {
  if (!database.isOpen()) return Promise.reject(new Dexie.DatabaseClosedError())
  // An array is greater than any number or text, and an array of one more part greater than one of fewer.
  const range = IDBKeyRange.bound([...prefix, ...(after ?? [])], [...prefix, []], after !== undefined, true)
  return new Promise((resolve, reject) => {
    const refuse = (): void => reject(new Dexie.UnknownError('the page was not read'))
    try {
      const store = database.backendDB().transaction('cases', 'readonly').objectStore('cases')
      const request = store.index(index).getAll(range, limit) as IDBRequest<CaseRow[]>
      request.onsuccess = () => resolve(request.result)
      request.onerror = refuse
    } catch {
      // It was closed between two lines: another window wipes the store.
      refuse()
    }
  })
}
