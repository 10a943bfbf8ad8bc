import 'fake-indexeddb/auto'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { createDexieStores, wipeStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import type { DexieStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import type { Contact } from '../../../renderer/domain/contact.ts'
import { asContactId } from '../../../renderer/domain/ids.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { done, failed, ok } from '../../../renderer/domain/result.ts'
import type { Records } from '../../../renderer/ports/records.ts'
import type { StoryStore } from '../../../renderer/ports/story-store.ts'
import { makeContact, makeKey } from '../../make.ts'
import { must } from './stored-cases.ts'
import { rowsOf } from './stored-stories.ts'

let disk = 13_000
let stores: DexieStores
let records: Records
let story: StoryStore

async function openWindow(): Promise<void> {
  stores = createDexieStores({ user: () => 'ada' })
  records = stores.records
  story = stores.story
  expect(await records.open('practice', makeKey(disk))).toEqual(done)
}

beforeEach(async () => {
  disk += 1
  await openWindow()
})
afterEach(async () => {
  vi.restoreAllMocks()
  records.close()
  expect(await wipeStores('practice')).toEqual(done)
})

const [ada, bea, cleo] = [asContactId('ada'), asContactId('__proto__'), asContactId('cleo')]
const adaContact = makeContact({
  ...{ id: ada, name: 'Ada Lovelace', numbers: ['+15145550101'], addresses: ['ada@example.org'] },
  ...{ needs: ['relay-service'], hold: { since: 7, reason: 'A claim' } },
})
const beaContact = makeContact({
  ...{ id: bea, name: 'Zoé Béart', numbers: ['+15145550102', '+1 514 555-0101'], language: undefined },
  addresses: ['bea@example.org', 'ADA@example.org'],
})
const cleoContact = makeContact({ id: cleo, name: 'Cléo Roy', numbers: ['+442079460999'], addresses: [] })

const save = async (...all: readonly Contact[]): Promise<void> => {
  for (const one of all) await must(records.saveContact(one))
}
const namesOf = async (text: string, limit = 9) =>
  (await must(story.findContacts(text, limit))).map(({ name }) => name)
const notSaved = failed(problem('not-saved', false))

describe('a contact', () => {
  it('is there after a restart with what they need, and why nothing of them may be deleted', async () => {
    await save(adaContact, cleoContact)
    records.close()
    await openWindow()
    expect(await records.contacts([ada, cleo])).toStrictEqual(ok([adaContact, cleoContact]))
    expect(await story.heldContacts()).toStrictEqual(ok([adaContact]))
    expect(await story.contactNow(ada)).toStrictEqual(ok(adaContact))
    expect(await story.contactNow(asContactId('nobody'))).toEqual(ok(undefined))
  })

  it('is found by words, numbers and addresses, whoever fits best first', async () => {
    await save(adaContact, beaContact, cleoContact)
    expect(await namesOf('beart')).toEqual(['Zoé Béart'])
    expect(await namesOf('+1514 555')).toEqual(['Ada Lovelace', 'Zoé Béart'])
    expect(await namesOf('514-555-0102')).toEqual(['Zoé Béart'])
    expect(await namesOf('example.org')).toEqual(['Ada Lovelace', 'Zoé Béart'])
    expect(await namesOf('example.org', 1)).toEqual(['Ada Lovelace'])
    for (const text of ['', '  ', '__proto__', 'constructor', 'x'.repeat(10_000_000)])
      expect(await namesOf(text)).toEqual([])
  })
})

describe('two that are one person', () => {
  beforeEach(() => save(adaContact, beaContact, cleoContact))

  it('are found as one, by what either of them had, and are one after a restart', async () => {
    const now = await must(story.mergeContacts(ada, bea))
    records.close()
    await openWindow()
    expect(now).toMatchObject({ id: ada, name: 'Ada Lovelace', language: 'fr', needs: ['relay-service'] })
    expect([now.numbers, now.addresses]).toEqual([
      ['+15145550101', '+15145550102'],
      ['ada@example.org', 'bea@example.org'],
    ])
    expect(now.merged).toMatchObject([{ contact: beaContact }])
    for (const number of ['+15145550101', '+15145550102'])
      expect(await records.contactByNumber(number)).toEqual(ok(now))
    for (const address of ['bea@example.org', 'ada@example.org'])
      expect(await records.contactByAddress(address)).toEqual(ok(now))
    expect(await records.searchContacts('555', 9)).toEqual(ok([now]))
    expect(await records.searchContacts('béart', 9)).toEqual(ok([]))
    for (const text of ['béart', 'lovelace', '5550102', 'bea@'])
      expect(await story.findContacts(text, 9)).toEqual(ok([now]))
    expect(await records.contacts([bea, ada])).toEqual(ok([beaContact, now]))
    expect(await story.contactNow(bea)).toEqual(ok(now))
  })

  it('are two again as they were, and each is found', async () => {
    await must(story.mergeContacts(ada, bea))
    expect(await story.splitContact(ada, bea)).toEqual(ok([adaContact, beaContact]))
    expect(await records.contacts([ada, bea])).toEqual(ok([adaContact, beaContact]))
    expect(await records.contactByNumber('+15145550102')).toEqual(ok(beaContact))
    expect(await records.contactByAddress('bea@example.org')).toEqual(ok(beaContact))
    expect(await story.contactNow(bea)).toEqual(ok(beaContact))
    expect(await namesOf('béart')).toEqual(['Zoé Béart'])
  })

  it('are so with everybody who was merged before', async () => {
    await must(story.mergeContacts(ada, bea))
    const all = await must(story.mergeContacts(cleo, ada))
    for (const id of [ada, bea, cleo]) expect(await story.contactNow(id)).toEqual(ok(all))
    expect(await namesOf('béart')).toEqual(['Cléo Roy'])
    expect((await must(story.heldContacts())).map(({ id }) => id)).toEqual([cleo])
    expect(await story.splitContact(cleo, bea)).toEqual(notSaved)
    const [left, middle] = await must(story.splitContact(cleo, ada))
    expect([left, middle.merged?.length]).toEqual([cleoContact, 1])
    expect(await story.splitContact(ada, bea)).toEqual(ok([adaContact, beaContact]))
  })

  it('are not anybody, nor the same one, nor one who is somebody else already', async () => {
    await must(story.mergeContacts(ada, bea))
    const before = await rowsOf(disk, 'contacts')
    const nobody = asContactId('nobody')
    const wrong = [
      [ada, ada],
      [ada, bea],
      [bea, ada],
      [cleo, bea],
      [bea, cleo],
      [cleo, nobody],
      [nobody, cleo],
    ]
    for (const [kept, gone] of wrong) {
      if (kept && gone) expect(await story.mergeContacts(kept, gone)).toEqual(notSaved)
    }
    for (const [kept, gone] of [
      [ada, cleo],
      [bea, ada],
      [ada, ada],
      [nobody, bea],
      [cleo, bea],
    ] as const)
      expect(await story.splitContact(kept, gone)).toEqual(notSaved)
    expect(await rowsOf(disk, 'contacts')).toEqual(before)
  })

  it('are one on the disk, or two, and nothing between', async () => {
    const before = await rowsOf(disk, 'contacts')
    const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')
      ?.value as IDBObjectStore['put']
    let puts = 0
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      row: unknown,
    ) {
      puts += 1
      if (puts === 2) throw new DOMException('no room', 'QuotaExceededError')
      return put.call(this, row)
    })
    expect(await story.mergeContacts(ada, bea)).toEqual(notSaved)
    vi.restoreAllMocks()
    expect(puts).toBe(2)
    expect(await rowsOf(disk, 'contacts')).toEqual(before)
    expect((await story.mergeContacts(ada, bea)).ok).toBe(true)
  })

  it('are merged in one transaction that is forced to the disk', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction') // before it opens: Dexie binds it then
    await records.open('practice', makeKey(disk))
    await story.mergeContacts(ada, bea)
    const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite')
    expect(writes).toHaveLength(1)
    expect(writes[0]?.[2]).toEqual({ durability: 'strict' })
  })

  it('are merged once where two windows do it at the same time, and lose nothing that a third one wrote', async () => {
    const other = createDexieStores({ user: () => 'ada' })
    await must(other.records.open('practice', makeKey(disk)))
    const renamed = { ...adaContact, name: 'Ada Byron' }
    const [first, second, saved] = await Promise.all([
      story.mergeContacts(ada, bea),
      other.story.mergeContacts(ada, bea),
      other.records.saveContact(renamed),
    ])
    expect([first.ok, second.ok].sort()).toEqual([false, true])
    expect(saved).toEqual(done)
    expect(await story.contactNow(bea)).toMatchObject(
      ok({ name: 'Ada Byron', merged: [{ contact: { id: bea } }] }),
    )
    expect(await story.splitContact(ada, bea)).toEqual(ok([renamed, beaContact]))
    other.records.close()
  })
})
