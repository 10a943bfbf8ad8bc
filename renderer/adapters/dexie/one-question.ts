import { Dexie } from 'dexie'

import type { Database } from './database.ts'

/**
 * One question to one store, by IndexedDB itself: what a library does around it costs as much as the answer, and leaves
 * tens of kilobytes to be collected.
 * @throws DexieError where the database is closed or does not answer.
 */
export function askOne<T>(
  database: Database,
  store: string,
  question: (store: IDBObjectStore) => IDBRequest,
): Promise<T> {
  if (!database.isOpen()) return Promise.reject(new Dexie.DatabaseClosedError())
  return new Promise((resolve, reject) => {
    const refuse = (): void => reject(new Dexie.UnknownError(`${store} was not read`))
    try {
      const request = question(database.backendDB().transaction(store, 'readonly').objectStore(store))
      request.onsuccess = () => resolve(request.result as T)
      request.onerror = refuse
    } catch {
      // It was closed between two lines: another window wipes the store.
      refuse()
    }
  })
}

/** The keys that begin with this: an array is greater than any number or text. */
export const beginningWith = (first: string): IDBKeyRange =>
  IDBKeyRange.bound([first], [first, []], false, true)
