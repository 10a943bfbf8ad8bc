import { Dexie } from 'dexie'

import { createDatabase } from './database.ts'
import type { Database } from './database.ts'

/** A newer Foyer has written this database: only that one may write into it. */
export class NewerStore extends Error {
  override readonly name = 'NewerStore'
}

/**
 * The database as a newer Foyer has left it. Without a version of its own Dexie opens what is there, with the stores and
 * indexes that it finds, and asks for no upgrade. Nothing can be written without a transaction that may write, and none
 * begins here, whoever asks: so the stores of the desk need not know.
 */
export function createNewerDatabase(name: string): Database {
  const database = new Dexie(name, { autoOpen: false, cache: 'disabled' }) as Database
  database.unuse({ stack: 'dbcore', name: 'Observability' })
  // Dexie gives these names to stores that are declared alone. One that is not there any more is an error for who asks.
  for (const { name: store } of createDatabase(name).tables)
    Object.defineProperty(database, store, { get: () => database.table(store) })
  database.use({
    stack: 'dbcore',
    name: 'newer',
    create(core) {
      const connection = database.backendDB()
      const transaction = beginToRead(connection)
      // Dexie has taken its own hold of the method; others come to the connection itself.
      Object.defineProperty(connection, 'transaction', { value: transaction })
      return { ...core, transaction }
    },
  })
  return database
}

function beginToRead(connection: IDBDatabase): IDBDatabase['transaction'] {
  const begin = connection.transaction.bind(connection)
  return (stores, mode, options) => {
    if (mode !== undefined && mode !== 'readonly') throw new NewerStore()
    return begin(stores, mode, options)
  }
}
