import 'fake-indexeddb/auto'

import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { databaseName } from '../../../renderer/adapters/dexie/database.ts'
import { createDexieStores, wipeStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import type { DexieStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import { asMessageId } from '../../../renderer/domain/ids.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { done, failed, ok } from '../../../renderer/domain/result.ts'
import type { ChatChange, ChatStore } from '../../../renderer/ports/chat-store.ts'
import { makeKey } from '../../make.ts'
import { must } from './stored-cases.ts'
import { chatId, saying, storedChat, storedMessage, waitingMessage } from './stored-chats.ts'

let disk = 4000
let stores: DexieStores
let chats: ChatStore

beforeEach(async () => {
  disk += 1
  stores = createDexieStores({ user: () => 'ada' })
  chats = stores.chats
  expect(await stores.records.open('practice', makeKey(disk))).toEqual(done)
})
afterEach(async () => {
  vi.restoreAllMocks()
  stores.records.close()
  await wipeStores('practice')
})

type Row = Record<string, unknown>

/** Changes rows behind the desk's back. */
async function meddle(table: string, change: (row: Row) => void): Promise<void> {
  const database = new Dexie(databaseName('practice', makeKey(disk)))
  await database.open()
  const rows = (await database.table(table).toArray()) as Row[]
  rows.forEach(change)
  await database.table(table).bulkPut(rows)
  database.close()
}

/** Everything that lies on the disk, as text in which bytes are letters. */
async function onDisk(): Promise<string> {
  const database = new Dexie(databaseName('practice', makeKey(disk)))
  await database.open()
  const tables = await Promise.all(database.tables.map((table) => table.toArray()))
  database.close()
  return JSON.stringify(tables, (_key, value: unknown) =>
    value instanceof ArrayBuffer || value instanceof Uint8Array
      ? Buffer.from(value as Uint8Array).toString('latin1')
      : value,
  )
}

const everything: ChatChange = {
  conversations: [storedChat()],
  messages: [storedMessage(), waitingMessage()],
  files: [{ message: waitingMessage().id, bytes: new TextEncoder().encode('planted-letter') }],
}

/** The disk refuses the row that is written as the nth. */
function refuseRow(nth: number): void {
  let rows = 0
  const write = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')?.value as (
    this: IDBObjectStore,
    ...row: unknown[]
  ) => IDBRequest<IDBValidKey>
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...row) {
    rows += 1
    if (rows === nth) throw new DOMException('no room', 'QuotaExceededError')
    return write.apply(this, row)
  })
}

describe('on the disk', () => {
  it('lies nothing of a customer in clear, and no id that their program chose', async () => {
    const file = { url: 'https://f.test/planted-1', name: 'planted-2.pdf', type: 'planted/3', size: 1 }
    await chats.commit({
      ...everything,
      conversations: [storedChat({ readTo: 'planted-4', end: undefined })],
      messages: [
        storedMessage({ id: asMessageId('Hélène Gagnon/planted-5'), archived: 'planted-6' }),
        storedMessage({ id: asMessageId('m-2'), body: { kind: 'file', file } }),
        waitingMessage(saying('planted-7')),
      ],
    })
    await chats.saveDraft({ conversation: chatId(1), text: 'planted-8', savedAt: 1 })
    await chats.search('planted', 9)
    const text = await onDisk()
    expect(text).toContain(chatId(1)) // the scanner sees what is there
    for (const word of [
      'planted',
      'Hélène',
      'Gagnon',
      '5550142',
      'helene@',
      'PT-20',
      'Passports',
      'passeport',
      'Prestation',
      'Ben',
      'm-2',
    ])
      expect(text).not.toContain(word)
  })
})

describe('a disk that is full', () => {
  it.each([1, 2, 3, 4])('at row %i leaves nothing behind, and what was there', async (nth) => {
    const before = storedChat({ id: chatId(9) })
    await chats.commit({ conversations: [before] })
    const then = await onDisk()
    refuseRow(nth)
    expect(await chats.commit(everything)).toEqual(failed(problem('not-saved', false)))
    vi.restoreAllMocks()
    expect(await onDisk()).toBe(then)
    expect(await chats.search('prestation', 9)).toEqual(ok([]))
    expect(await chats.commit(everything)).toEqual(done)
    expect(await chats.waiting(chatId(1))).toEqual(ok([waitingMessage()]))
  })

  it('is told to whoever writes a draft', async () => {
    refuseRow(1)
    const draft = { conversation: chatId(1), text: 'x', savedAt: 1 }
    expect(await chats.saveDraft(draft)).toEqual(failed(problem('not-saved', false)))
    expect(await chats.drafts()).toEqual(ok([]))
  })
})

describe('what is called saved', () => {
  it('was forced to the disk, in one transaction', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction') // before it opens: Dexie binds it then
    await stores.records.open('practice', makeKey(disk))
    await chats.commit(everything)
    const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite')
    expect(writes).toHaveLength(1)
    expect(writes[0]?.[2]).toEqual({ durability: 'strict' })
  })

  it('is not said while the store is closed', async () => {
    stores.records.close()
    expect(await chats.commit(everything)).toEqual(failed(problem('not-saved', false)))
    expect(await chats.messages(chatId(1), undefined, 9)).toEqual(failed(problem('store-unopened')))
    expect(await chats.search('x', 9)).toEqual(failed(problem('store-unopened')))
  })
})

describe('rows that were damaged', () => {
  const damage = (row: Row): void =>
    void (row['sealed'] = { iv: new Uint8Array(12), bytes: new ArrayBuffer(40) })

  it('hide no other: of chats, messages and drafts', async () => {
    await chats.commit({ ...everything, conversations: [storedChat(), storedChat({ id: chatId(2) })] })
    for (const at of [1, 2]) await chats.saveDraft({ conversation: chatId(at), text: 'x', savedAt: 1 })
    for (const table of ['conversations', 'chatDrafts'])
      await meddle(table, (row) => row['id'] === chatId(1) && damage(row))
    await meddle('messages', (row) => 'waits' in row && damage(row))
    expect((await must(chats.openConversations())).map(({ id }) => id)).toEqual([chatId(2)])
    expect((await must(chats.conversations(undefined, 9))).map(({ id }) => id)).toEqual([chatId(2)])
    expect(await chats.conversation(chatId(1))).toEqual(failed(problem('rows-unreadable')))
    expect((await must(chats.drafts())).map(({ conversation }) => conversation)).toEqual([chatId(2)])
    expect(await chats.messages(chatId(1), undefined, 9)).toEqual(ok([storedMessage()]))
    expect(await chats.known(chatId(1), [waitingMessage().id, storedMessage().id])).toEqual(
      ok([storedMessage()]),
    )
    expect(await chats.waiting(chatId(1))).toEqual(ok([]))
    expect(await chats.search('prestation', 9)).toEqual(ok([storedMessage()]))
  })

  it('do not give out bytes that nobody chose', async () => {
    await chats.commit(everything)
    await meddle('chatFiles', damage)
    expect(await chats.file(waitingMessage().id)).toEqual(failed(problem('rows-unreadable')))
  })
})

describe('rows that were forged', () => {
  it('send nothing of one customer to another, and nothing that the agent did not write', async () => {
    await chats.commit({ messages: [waitingMessage(), storedMessage({ conversation: chatId(2) })] })
    await meddle('messages', (row) => void (row['waits'] = chatId(2)))
    expect(await chats.waiting(chatId(2))).toEqual(ok([]))
  })

  it('do not open in another chat, under another name or as another chat', async () => {
    await chats.commit({ conversations: [storedChat()], messages: [storedMessage(), waitingMessage()] })
    const [first, second] = await rowsOf('messages')
    await putRow('messages', { ...first, conversation: chatId(2) })
    await putRow('messages', { ...first, id: second?.['id'] })
    await putRow('conversations', { ...(await rowsOf('conversations'))[0], id: chatId(2) })
    expect(await chats.messages(chatId(2), undefined, 9)).toEqual(ok([]))
    expect(await must(chats.messages(chatId(1), undefined, 9))).toHaveLength(1)
    expect(await chats.conversation(chatId(2))).toEqual(failed(problem('rows-unreadable')))
  })

  it('cannot lie about when: what is sealed is read', async () => {
    await chats.commit({
      conversations: [storedChat({ endedAt: 1, end: 'blocked' })],
      messages: [storedMessage()],
    })
    await meddle('conversations', (row) => Object.assign(row, { lastAt: 'late', open: 1 }))
    await meddle('messages', (row) => void (row['place'] = 'first'))
    expect(await chats.openConversations()).toEqual(ok([]))
    expect(await chats.conversation(chatId(1))).toEqual(ok(storedChat({ endedAt: 1, end: 'blocked' })))
    expect(await chats.messages(chatId(1), undefined, 9)).toEqual(ok([storedMessage()]))
  })

  async function rowsOf(table: string): Promise<Row[]> {
    const rows: Row[] = []
    await meddle(table, (row) => rows.push({ ...row }))
    return rows
  }

  async function putRow(table: string, row: Row): Promise<void> {
    const database = new Dexie(databaseName('practice', makeKey(disk)))
    await database.open()
    await database.table(table).put(row)
    database.close()
  }
})

describe('a store that was wiped', () => {
  it('takes nothing and finds nothing, and does not come back', async () => {
    await chats.commit(everything)
    await chats.search('prestation', 9)
    expect(await wipeStores('practice')).toEqual(done)
    expect(await chats.commit(everything)).toEqual(failed(problem('not-saved', false)))
    expect(await chats.search('prestation', 9)).toEqual(failed(problem('store-unopened')))
    expect(await stores.records.open('practice', makeKey(disk))).toEqual(done)
    expect(await chats.search('prestation', 9)).toEqual(ok([]))
    expect(await chats.openConversations()).toEqual(ok([]))
  })
})
