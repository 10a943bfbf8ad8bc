import 'fake-indexeddb/auto'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { createDexieStores, wipeStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import type { Contact } from '../../../renderer/domain/contact.ts'
import { asContactId } from '../../../renderer/domain/ids.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { done, failed, ok } from '../../../renderer/domain/result.ts'
import type { Records } from '../../../renderer/ports/records.ts'
import type { StoryStore } from '../../../renderer/ports/story-store.ts'
import { makeContact, makeKey } from '../../make.ts'
import { must } from './stored-cases.ts'
import { damaged, putRows, rowsOf } from './stored-stories.ts'

let disk = 16_000
let records: Records
let story: StoryStore

beforeEach(async () => {
  disk += 1
  ;({ records, story } = createDexieStores({ user: () => 'ada' }))
  expect(await records.open('practice', makeKey(disk))).toEqual(done)
})
afterEach(async () => {
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
const namesOf = async (text: string) => (await must(story.findContacts(text, 9))).map(({ name }) => name)
const notSaved = failed(problem('not-saved', false))

describe('what a page writes that was opened before a merge', () => {
  beforeEach(async () => {
    await save(adaContact, beaContact)
    await must(story.mergeContacts(ada, bea))
  })

  it('undoes nothing of it', async () => {
    await save({ ...adaContact, name: 'Ada Byron' })
    const now = await must(story.contactNow(ada))
    expect(now).toMatchObject({ name: 'Ada Byron', numbers: ['+15145550101', '+15145550102'] })
    expect(now?.merged).toMatchObject([{ contact: { id: bea } }])
    expect(await records.contactByNumber('+15145550102')).toEqual(ok(now))
  })

  it('about the one that is gone, is the other one’s now', async () => {
    await save({ ...beaContact, addresses: [...beaContact.addresses, 'new@example.org'] })
    const now = await must(story.contactNow(bea))
    expect(now).toMatchObject({ id: ada, name: 'Ada Lovelace' })
    expect(await records.contactByAddress('new@example.org')).toEqual(ok(now))
    const [, gone] = await must(story.splitContact(ada, bea))
    expect(gone.addresses).toContain('new@example.org')
  })

  it('makes no merge again that was taken back', async () => {
    const merged = await must(story.contactNow(ada))
    await must(story.splitContact(ada, bea))
    if (merged) await save({ ...merged, name: 'Ada Byron' })
    expect(await story.contactNow(ada)).toEqual(ok({ ...adaContact, name: 'Ada Byron' }))
    expect(await records.contactByNumber('+15145550102')).toEqual(ok(beaContact))
  })
})

describe('contacts whose rows were damaged', () => {
  const damage = async (id: string) =>
    putRows(
      disk,
      'contacts',
      (await rowsOf(disk, 'contacts'))
        .filter((row) => row['id'] === id)
        .map((row) => ({ ...row, ...damaged })),
    )

  it('hide no other, and are merged with nobody', async () => {
    await save(adaContact, beaContact, cleoContact)
    await damage(ada)
    expect(await namesOf('example.org')).toEqual(['Zoé Béart'])
    expect(await story.heldContacts()).toEqual(ok([]))
    expect(await story.contactNow(ada)).toEqual(ok(undefined))
    expect(await story.mergeContacts(ada, bea)).toEqual(notSaved)
    expect(await story.mergeContacts(bea, ada)).toEqual(notSaved)
  })

  it('come back from whoever they were merged into, and are not written before', async () => {
    await save(adaContact, beaContact)
    await must(story.mergeContacts(ada, bea))
    await damage(bea)
    expect(await records.saveContact(beaContact)).toEqual(notSaved)
    expect(await story.splitContact(ada, bea)).toEqual(ok([adaContact, beaContact]))
    expect(await records.contacts([bea])).toEqual(ok([beaContact]))
  })

  it('of whoever others were merged into: nothing is lost by what is written about those', async () => {
    await save(adaContact, beaContact)
    await must(story.mergeContacts(ada, bea))
    await damage(ada)
    expect(await records.saveContact(beaContact)).toEqual(notSaved)
    expect(await story.contactNow(bea)).toEqual(ok(undefined))
    expect(await records.contacts([bea])).toEqual(ok([beaContact]))
  })
})
