import 'fake-indexeddb/auto'

import { readFileSync } from 'node:fs'

import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { databaseName } from '../../../renderer/adapters/dexie/database.ts'
import { createDexieStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import { callOutcome } from '../../../renderer/domain/call-history.ts'
import { asCaseId, asContactId } from '../../../renderer/domain/ids.ts'
import { done, ok } from '../../../renderer/domain/result.ts'
import type { CaseStore } from '../../../renderer/ports/case-store.ts'
import type { ChatStore } from '../../../renderer/ports/chat-store.ts'
import type { GuideStore } from '../../../renderer/ports/guide-store.ts'
import type { Records } from '../../../renderer/ports/records.ts'
import { makeContact, makeInteraction, makeKey } from '../../make.ts'
import { must, storedEntry, storedEvent, storedRecord, withOutbox } from './stored-cases.ts'
import { chatId, storedChat, storedMessage, waitingMessage } from './stored-chats.ts'
import { runId, storedRun, storedUse } from './stored-guides.ts'

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
]

let records: Records
let cases: CaseStore
let chats: ChatStore
let guides: GuideStore

/** Puts an old store on the disk, and opens it with this desk. */
async function openOld(version: 1 | 2 | 3 | 4): Promise<void> {
  const old = new Dexie(databaseName('practice', key()))
  for (const [at, stores] of schemas.slice(0, version).entries()) old.version(at + 1).stores(stores)
  for (const [table, rows] of Object.entries(rowsOf(version))) await old.table(table).bulkPut(rows)
  old.close()
  const stores = createDexieStores({ user: () => undefined })
  records = stores.records
  cases = stores.cases
  chats = stores.chats
  guides = stores.guides
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

describe('a store of the third version', () => {
  const id = storedRecord().id
  beforeEach(() => openOld(3))

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

describe('a store of the fourth version', () => {
  beforeEach(() => openOld(4))

  it('opens with every record, case and chat', async () => {
    const id = storedRecord().id
    const listed = await must(records.recentInteractions(10))
    expect(listed).toMatchObject({ unreadable: 0, interactions: [{ note: 'half a sent' }, {}] })
    expect(listed.interactions[0]).toMatchObject({
      ...{ channel: 'chat', conversation: chatId(1), conversationEnd: 'transferred' },
      continues: makeInteraction().id,
    })
    expect(listed.interactions[1]).toEqual(makeInteraction({ case: id }))
    const contact = makeContact({ addresses: ['amelie@example.org'] })
    expect(await records.contactByAddress('amelie@example.org')).toEqual(ok(contact))
    expect(await records.lineChecks(10)).toMatchObject(ok([{ results: [{ verdict: 'passed' }] }]))
    expect(await cases.case(id)).toEqual(ok({ ...withOutbox(storedRecord(), [storedEntry()]), version: 1 }))
    expect(await cases.history(id)).toEqual(ok([storedEvent()]))
    expect(await cases.file('f1')).toEqual(ok(Uint8Array.of(0, 255, 7)))
    expect(await cases.counts()).toEqual(ok({ cases: 1, underWay: 1, needsAgent: 0 }))
    expect(await chats.openConversations()).toEqual(ok([storedChat()]))
    expect(await chats.messages(chatId(1), undefined, 9)).toEqual(ok([storedMessage(), waitingMessage()]))
    expect(await chats.waiting(chatId(1))).toEqual(ok([waitingMessage()]))
    expect(await chats.search('prestation', 9)).toEqual(ok([storedMessage()]))
    expect(await chats.file(waitingMessage().id)).toEqual(ok(Uint8Array.of(7, 0, 255)))
    expect(await chats.drafts()).toMatchObject(ok([{ text: 'half a sent' }]))
  })

  it('takes guides that are followed and what became of articles, of which it had none', async () => {
    expect(await guides.recentRuns(9)).toEqual(ok([]))
    expect(await guides.uses(0)).toEqual(ok([]))
    expect(await guides.saveRun(storedRun())).toEqual(done)
    expect(await guides.saveUse(storedUse())).toEqual(done)
    expect(await guides.run(runId(1))).toEqual(ok(storedRun()))
    expect(await guides.uses(0)).toEqual(ok([storedUse()]))
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
