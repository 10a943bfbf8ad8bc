import { readFileSync } from 'node:fs'

import { Dexie } from 'dexie'
import { expect } from 'vitest'

import { databaseName } from '../../../renderer/adapters/dexie/database.ts'
import { createDexieStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import type { DexieStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import { done } from '../../../renderer/domain/result.ts'
import { makeKey } from '../../make.ts'

/** Stores as earlier versions of the desk have left them on a disk, byte for byte. */

export const key = () => makeKey(1)

/** The tables of a fixture; bytes are written as base64. */
function rowsOf(version: number): Record<string, object[]> {
  const text = readFileSync(new URL(`fixtures/store-v${version}.json`, import.meta.url), 'utf8')
  return JSON.parse(text, (_name, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('as' in value) || !('bytes' in value)) return value
    const bytes = Uint8Array.from(Buffer.from(String(value.bytes), 'base64'))
    return value.as === 'ArrayBuffer' ? bytes.buffer : bytes
  }) as Record<string, object[]>
}

/** The indexes that each version added, as that version of the desk gave them to Dexie. */
const schemas: readonly Record<string, string>[] = [
  { proof: 'id', interactions: 'id, offeredAt, unfinished, [contact+offeredAt]', contacts: 'id, *numbers' },
  { lineChecks: 'at' },
  {
    contacts: 'id, *numbers, *addresses',
    cases:
      'id, number, *addresses, [newest+id], [mine+newest+id], [team+id], [due+id], [promises+id], [unsent+id], [pinned+id]',
    caseEvents: '[case+digits+id]',
    outbox: 'id, order, open, [case+order]',
    caseFiles: 'id, case',
    drafts: 'id, savedAt',
    counters: 'id',
    known: 'id',
  },
  {
    conversations: 'id, lastAt, open',
    messages: '[conversation+id], [conversation+place], [waits+place]',
    chatDrafts: 'id',
    chatFiles: 'id',
  },
  { guideRuns: 'id, startedAt, lastAt, interaction, *unfinished', articleUses: 'id, at' },
  {
    contacts: 'id, *numbers, *addresses, held',
    utterances: '[interaction+id]',
    moods: 'interaction',
    judgements: 'id, at, interaction',
  },
]

/** Puts an old store on the disk, and opens it with this desk. */
export async function openOld(version: 1 | 2 | 3 | 4 | 5 | 6): Promise<DexieStores> {
  const old = new Dexie(databaseName('practice', key()))
  for (const [at, stores] of schemas.slice(0, version).entries()) old.version(at + 1).stores(stores)
  for (const [table, rows] of Object.entries(rowsOf(version))) await old.table(table).bulkPut(rows)
  old.close()
  const stores = createDexieStores({ user: () => undefined })
  expect(await stores.records.open('practice', key())).toEqual(done)
  return stores
}

export async function dropOld({ records }: DexieStores): Promise<void> {
  records.close()
  await Dexie.delete(databaseName('practice', key()))
}
