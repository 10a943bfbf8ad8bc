import 'fake-indexeddb/auto'

import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { databaseName } from '../../../renderer/adapters/dexie/database.ts'
import type { DexieStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import { callOutcome } from '../../../renderer/domain/call-history.ts'
import { asCaseId, asContactId } from '../../../renderer/domain/ids.ts'
import { done, ok } from '../../../renderer/domain/result.ts'
import type { CaseStore } from '../../../renderer/ports/case-store.ts'
import type { ChatStore } from '../../../renderer/ports/chat-store.ts'
import type { Records } from '../../../renderer/ports/records.ts'
import { makeContact, makeInteraction } from '../../make.ts'
import { dropOld, key, openOld } from './old-store.ts'
import { storedEntry, storedEvent, storedRecord, withOutbox } from './stored-cases.ts'
import { chatId, storedChat, storedMessage, waitingMessage } from './stored-chats.ts'

let stores: DexieStores
let records: Records
let cases: CaseStore
let chats: ChatStore

/** Opens it with this desk. */
async function open(version: Parameters<typeof openOld>[0]): Promise<void> {
  stores = await openOld(version)
  ;({ records, cases, chats } = stores)
}

afterEach(() => dropOld(stores))

describe('a store of the first version', () => {
  beforeEach(() => open(1))

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
  beforeEach(() => open(2))

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

describe('a store of the third version', () => {
  const id = storedRecord().id
  beforeEach(() => open(3))

  it('opens with every record and case; none of the interactions was a chat', async () => {
    const listed = await records.recentInteractions(10)
    if (!listed.ok) throw new Error('the store could not be read')
    expect(listed.value.unreadable).toBe(0)
    expect(listed.value.interactions[1]).toEqual(makeInteraction({ case: asCaseId(id) }))
    expect(listed.value.interactions[0]).toMatchObject({ direction: 'outgoing', note: 'half a sent' })
    expect(listed.value.interactions.map(({ conversation, continues }) => [conversation, continues])).toEqual(
      [
        [undefined, undefined],
        [undefined, undefined],
      ],
    )
    const contact = makeContact({ addresses: ['amelie@example.org'] })
    expect(await records.contactByAddress('amelie@example.org')).toEqual(ok(contact))
    expect(await cases.case(id)).toEqual(ok({ ...withOutbox(storedRecord(), [storedEntry()]), version: 1 }))
    expect(await cases.openEntries()).toEqual(ok([storedEntry()]))
    expect(await cases.history(id)).toEqual(ok([storedEvent()]))
    expect(await cases.file('f1')).toEqual(ok(Uint8Array.of(0, 255, 7)))
    expect(await cases.drafts()).toMatchObject(ok([{ values: { text: 'half a sent' } }]))
    expect(await cases.counts()).toEqual(ok({ cases: 1, underWay: 1, needsAgent: 0 }))
  })

  it('takes chats, of which it had none, and their interactions', async () => {
    expect(await chats.openConversations()).toEqual(ok([]))
    expect(await chats.search('prestation', 9)).toEqual(ok([]))
    const messages = [storedMessage(), waitingMessage()]
    expect(await chats.commit({ conversations: [storedChat()], messages })).toEqual(done)
    expect(await chats.openConversations()).toEqual(ok([storedChat()]))
    expect(await chats.messages(chatId(1), undefined, 9)).toEqual(ok(messages))
    const chat = makeInteraction({
      ...{ channel: 'chat', endCause: undefined, conversation: chatId(1), conversationEnd: 'transferred' },
      continues: makeInteraction().id,
    })
    await records.saveInteraction(chat)
    expect(await records.interaction(chat.id)).toEqual(ok(chat))
  })
})

describe('contacts', () => {
  beforeEach(() => open(1))

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
  beforeEach(() => open(1))

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
