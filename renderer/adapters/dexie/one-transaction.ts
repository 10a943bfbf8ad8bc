import { Dexie } from 'dexie'

import type { Database } from './database.ts'

/** A transaction of IndexedDB itself, in which everything is asked for before the first answer has come. */
export interface OneTransaction {
  readonly transaction: IDBTransaction
  /** @throws DOMException why it came to nothing; nothing is changed then. */
  readonly completed: Promise<void>
}

type Stored = 'cases' | 'caseEvents' | 'outbox' | 'caseFiles' | 'counters'

/**
 * Of strict durability: when it is complete it is on the disk (IndexedDB 3.0 §2.7.1). By IndexedDB itself, since a library
 * waits for each answer before it asks for the next, and each wait is a way to another process and back.
 * @throws DexieError where the database is closed
 */
export function beginOne(database: Database, stores: readonly Stored[]): OneTransaction {
  if (!database.isOpen()) throw new Dexie.DatabaseClosedError()
  const transaction = database.backendDB().transaction(stores, 'readwrite', { durability: 'strict' })
  const completed = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'))
  })
  // Whoever aborts it knows why, and need not wait for this.
  completed.catch(() => undefined)
  return { transaction, completed }
}

/** What a request gives. The transaction lives on while its answers are being taken up, and not for any other wait. */
export const answerOf = <T>(request: IDBRequest): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T)
    request.onerror = () => reject(request.error ?? new DOMException('refused', 'UnknownError'))
  })
