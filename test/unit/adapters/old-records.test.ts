import 'fake-indexeddb/auto'

import { readFileSync } from 'node:fs'

import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { databaseName } from '../../../renderer/adapters/dexie/database.ts'
import { createDexieStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import { callOutcome } from '../../../renderer/domain/call-history.ts'
import { asContactId } from '../../../renderer/domain/ids.ts'
import { done, ok } from '../../../renderer/domain/result.ts'
import type { CaseStore } from '../../../renderer/ports/case-store.ts'
import type { Records } from '../../../renderer/ports/records.ts'
import { makeContact, makeInteraction, makeKey } from '../../make.ts'
import { storedEntry, storedRecord } from './stored-cases.ts'

/** Stores as earlier versions of the desk have left them on a disk, byte for byte. */

const key = () => makeKey(1)

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
]

let records: Records
let cases: CaseStore

/** Puts an old store on the disk, and opens it with this desk. */
async function openOld(version: 1 | 2): Promise<void> {
  const old = new Dexie(databaseName('practice', key()))
  for (const [at, stores] of schemas.slice(0, version).entries()) old.version(at + 1).stores(stores)
  for (const [table, rows] of Object.entries(rowsOf(version))) await old.table(table).bulkPut(rows)
  old.close()
  const stores = createDexieStores({ user: () => undefined })
  records = stores.records
  cases = stores.cases
  expect(await records.open('practice', key())).toEqual(done)
}

afterEach(async () => {
  records.close()
  await Dexie.delete(databaseName('practice', key()))
})

describe('a store of the first version', () => {
  beforeEach(() => openOld(1))

  it('opens with every record, calls taken as incoming ones that had rung', async () => {
    const listed = await records.recentInteractions(10)
    if (!listed.ok) throw new Error('the store could not be read')
    expect(listed.value.unreadable).toBe(0)
    expect(listed.value.interactions.map((one) => [one.direction, callOutcome(one), one.note])).toEqual([
      ['incoming', 'talked', 'half a sent'],
      ['incoming', 'missed', ''],
      ['incoming', 'talked', 'Prestation de mars jamais reçue.'],
    ])
    expect(listed.value.interactions[2]).toEqual(makeInteraction())
    expect(await records.contactByNumber('+1 514 555 0123')).toEqual(ok(makeContact()))
  })

  it('takes what this version keeps beside it', async () => {
    const made = makeInteraction({ direction: 'outgoing', rangAt: undefined, answeredAt: undefined })
    await records.saveInteraction(made)
    await records.saveLineCheck({ at: 7, results: [] })
    expect(await records.interaction(made.id)).toEqual(ok(made))
    expect(await records.lineChecks(10)).toEqual(ok([{ at: 7, results: [] }]))
  })
})

describe('a store of the second version', () => {
  beforeEach(() => openOld(2))

  it('opens with every record; nobody had an address, and no call a case', async () => {
    const listed = await records.recentInteractions(10)
    if (!listed.ok) throw new Error('the store could not be read')
    expect(listed.value.unreadable).toBe(0)
    expect(listed.value.interactions[1]).toEqual(makeInteraction({ case: undefined }))
    expect(listed.value.interactions[0]).toMatchObject({ direction: 'outgoing', rangAt: undefined })
    expect(await records.contactByNumber('+1 514 555 0123')).toEqual(ok(makeContact({ addresses: [] })))
    expect(await records.lineChecks(10)).toMatchObject(ok([{ results: [{ figures: { roundTrip: 12 } }] }]))
  })

  it('takes addresses, and cases, of which it had none', async () => {
    const contact = makeContact({ addresses: ['amelie@example.org'] })
    await records.saveContact(contact)
    expect(await records.contactByAddress('amelie@example.org')).toEqual(ok(contact))
    expect(await cases.counts()).toEqual(ok({ cases: 0, underWay: 0, needsAgent: 0 }))
    expect(await cases.commit({ cases: [storedRecord()], entries: [storedEntry()] })).toEqual(done)
    expect(await cases.counts()).toEqual(ok({ cases: 1, underWay: 1, needsAgent: 0 }))
  })
})

describe('contacts', () => {
  beforeEach(() => openOld(1))

  it('are found by a part of their name, without accents, or by digits of their number', async () => {
    await records.saveContact(
      makeContact({ id: asContactId('c-2'), name: 'Zoé Éthier', numbers: ['+14185550166'] }),
    )
    const found = async (text: string) => {
      const contacts = await records.searchContacts(text, 10)
      return contacts.ok && contacts.value.map(({ name }) => name)
    }
    expect(await found('ÉTHIER')).toEqual(['Zoé Éthier'])
    expect(await found('amelie')).toEqual(['Amélie Tremblay'])
    expect(await found('555-01')).toEqual(['Amélie Tremblay', 'Zoé Éthier'])
    expect(await found('  ')).toEqual([])
  })
})

describe('tests of the equipment', () => {
  beforeEach(() => openOld(1))

  it('are kept newest first, a hundred of them, and a damaged one hides no other', async () => {
    for (let at = 1; at <= 103; at += 1) await records.saveLineCheck({ at, results: [] })
    const database = new Dexie(databaseName('practice', key()))
    await database.open()
    expect(await database.table('lineChecks').count()).toBe(100)
    await database.table('lineChecks').put({ at: 200, results: 'damaged' })
    database.close()
    const kept = await records.lineChecks(3)
    expect(kept.ok && kept.value.map(({ at }) => at)).toEqual([103, 102])
  })
})
