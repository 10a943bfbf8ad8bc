import { Dexie } from 'dexie'
import type { EntityTable } from 'dexie'

import type { DataKey, Realm } from '../../domain/setup.ts'
import { contactIndexes } from './contact-row.ts'
import type { ContactRow } from './contact-row.ts'
import { interactionIndexes } from './interaction-row.ts'
import type { InteractionRow } from './interaction-row.ts'
import { lineCheckIndexes } from './line-check-row.ts'
import type { LineCheckRow } from './line-check-row.ts'
import { seal, unseal } from './sealing.ts'
import type { Sealed, StoreKeys } from './sealing.ts'

/** One row that proves that the store and the key belong together. */
export interface ProofRow {
  readonly id: 'key'
  readonly sealed: Sealed
}

export type Database = Dexie & {
  readonly proof: EntityTable<ProofRow, 'id'>
  readonly interactions: EntityTable<InteractionRow, 'id'>
  readonly contacts: EntityTable<ContactRow, 'id'>
  readonly lineChecks: EntityTable<LineCheckRow, 'at'>
}

/** Each realm and key has a database of its own, so that a key that was set aside keeps its store beside it. */
export const databaseName = (realm: Realm, key: DataKey): string => `foyer-${realm}-${key.id}`

const schemaVersion = 2

/** Dexie opens a store that a newer desk has written as if nothing were; an old desk must not write into it. */
export const isNewer = (database: Database): boolean => database.backendDB().version > schemaVersion * 10

export function createDatabase(name: string): Database {
  // Strict: a save that is reported must be on the disk, not in the system's memory (IndexedDB 3.0 §2.7.1).
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' }) as Database
  database.version(1).stores({ proof: 'id', interactions: interactionIndexes, contacts: contactIndexes })
  database.version(schemaVersion).stores({ lineChecks: lineCheckIndexes })
  return database
}

const place = 'proof/key'
const words = 'foyer store'

/** `false` when the store was written with another key. A new store takes this one. */
export async function keyFits(database: Database, keys: StoreKeys): Promise<boolean> {
  const row = await database.proof.get('key')
  if (!row) {
    await database.proof.add({ id: 'key', sealed: await seal(keys, place, words) })
    return true
  }
  return unseal(keys, place, row.sealed).then(
    (value) => value === words,
    () => false,
  )
}
