import 'fake-indexeddb/auto'

import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { createChatWords, wordsOf } from '../../../renderer/adapters/dexie/chat-words.ts'
import { createDexieStores, wipeStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import type { DexieStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import { asMessageId } from '../../../renderer/domain/ids.ts'
import type { Message } from '../../../renderer/domain/message.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { done, failed } from '../../../renderer/domain/result.ts'
import type { ChatStore } from '../../../renderer/ports/chat-store.ts'
import { makeKey } from '../../make.ts'
import { must } from './stored-cases.ts'
import { chatId, saying, storedChat, storedMessage, waitingMessage } from './stored-chats.ts'

let disk = 5000
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
  await wipeStores('north')
})

/** Messages of a chat that say this, each a second after the one before. */
const said = (...texts: readonly string[]): Message[] =>
  texts.map((text, at) => storedMessage({ id: asMessageId(text), at: at * 1000, place: at, ...saying(text) }))

const find = async (text: string, limit = 50): Promise<readonly string[]> =>
  (await must(chats.search(text, limit))).map(({ id }) => id)

/** More than are read at once. */
const many = (count: number): Message[] => said(...Array.from({ length: count }, (_, at) => `numero ${at}`))

describe('the search in all chats', () => {
  it('finds words by their beginnings, whatever their case and accents, newest first', async () => {
    await chats.commit({ messages: said('Reçu hier', 'Rien reçu encore', 'l’ŒUVRE d’art', 'irrecevable') })
    expect(await find('RECU')).toEqual(['Rien reçu encore', 'Reçu hier'])
    expect(await find('reçu hi')).toEqual(['Reçu hier'])
    expect(await find('oeuv ART')).toEqual(['l’ŒUVRE d’art'])
    expect(await find('re', 1)).toEqual(['Rien reçu encore'])
    expect(await find('reçu demain')).toEqual([])
    for (const nothing of ['', '   ', '?!', '\n']) expect(await find(nothing)).toEqual([])
  })

  it('finds numbers as they are written, files by their names, and nothing of what the centre says', async () => {
    const file = { url: '', name: 'passport-photo.png', type: undefined, size: undefined }
    await chats.commit({
      messages: [
        ...said('file PT-20-4471 please', 'PT-20-9'),
        waitingMessage({ body: { kind: 'file', file } }),
        storedMessage({ id: asMessageId('n'), body: { kind: 'notice', notice: 'ended', text: 'passport' } }),
      ],
    })
    expect(await find('pt-20-44')).toEqual(['file PT-20-4471 please'])
    expect(await find('passport')).toEqual(['mine-1'])
  })

  it('gives messages as they are now, once each', async () => {
    await chats.commit({ messages: [waitingMessage()] })
    expect(await find('looking')).toEqual(['mine-1'])
    const sent = waitingMessage({ archived: 'archive-1', delivery: 'read', place: 3 })
    await chats.commit({ messages: [sent] })
    expect(await must(chats.search('looking', 9))).toEqual([sent])
  })

  it('is in step with what is stored after it was made, and with what is forgotten', async () => {
    await chats.commit({
      conversations: [storedChat({ endedAt: 1, end: 'agent-ended', lastAt: 1 })],
      messages: said('one'),
    })
    expect(await find('one two')).toEqual([])
    await chats.commit({ messages: said('one', 'one two') })
    expect(await find('one')).toEqual(['one two', 'one'])
    await chats.forgetBefore(2)
    expect(await find('one')).toEqual([])
  })

  it('misses nothing that is stored while it is being made, and counts nothing twice', async () => {
    await chats.commit({ messages: many(400) })
    const first = find('numero', 1000)
    // In a chat whose rows were read first: only the one who stores them can still tell of them.
    const later = said('numero 7', 'numero last').map((one) => ({ ...one, conversation: chatId(0) }))
    const committed = chats.commit({ messages: later })
    const second = find('numero', 1000)
    await committed
    expect((await first).length).toBeGreaterThanOrEqual(400)
    await second
    const all = await find('numero', 1000)
    expect(all).toHaveLength(402)
    expect(new Set(all).size).toBe(401) // two chats have a message of that name
  })

  it('does not give out what was forgotten while it was being made', async () => {
    await chats.commit({
      conversations: [storedChat({ endedAt: 1, end: 'agent-ended', lastAt: 1 })],
      messages: many(400),
    })
    const found = find('numero', 1000)
    await chats.forgetBefore(2)
    await found
    expect(await find('numero', 1000)).toEqual([])
  })

  it('is of one realm alone', async () => {
    await chats.commit({ messages: many(300) })
    const before = chats.search('numero', 9)
    expect(await stores.records.open('north', makeKey(disk))).toEqual(done)
    await before
    expect(await find('numero')).toEqual([])
    await chats.commit({ messages: said('numero of the north') })
    expect(await find('numero')).toEqual(['numero of the north'])
    expect(await stores.records.open('practice', makeKey(disk))).toEqual(done)
    expect(await find('numero of')).toEqual([])
    expect(await find('numero', 1000)).toHaveLength(300)
  })

  it('begins anew after the disk has failed in its middle', async () => {
    await chats.commit({ messages: many(300) })
    const get = vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementationOnce(() => {
      throw new DOMException('gone', 'UnknownError')
    })
    expect(await chats.search('numero', 9)).toEqual(failed(problem('store-unopened')))
    get.mockRestore()
    expect(await find('numero', 1000)).toHaveLength(300)
  })
})

describe('words', () => {
  it('are found exactly where a plain look at every message finds them', async () => {
    const word = fc.stringMatching(/^[abcé]{1,3}$/)
    const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ text, at: fc.nat(50) }), { minLength: 600, maxLength: 700 }),
        text,
        fc.integer({ min: 1, max: 9 }),
        async (messages, wanted, limit) => {
          const words = createChatWords()
          const all = messages.map(({ text: one, at }, nth) =>
            storedMessage({
              id: asMessageId(String(nth)),
              conversation: chatId(nth % 3),
              at,
              ...saying(one),
            }),
          )
          all.forEach((message) => words.add(message))
          const has = (one: Message): boolean => {
            const own = one.body.kind === 'text' ? wordsOf(one.body.text) : []
            return wordsOf(wanted).every((start) => own.some((whole) => whole.startsWith(start)))
          }
          const expected = all
            .filter(has)
            .map(({ at }) => at)
            .sort((a, b) => b - a)
            .slice(0, limit)
          const found = await words.find(wanted, limit)
          expect(found.map(({ id }) => all[Number(id)]?.at)).toEqual(expected)
          expect(found.every(({ id }) => all.some((one) => one.id === id && has(one)))).toBe(true)
        },
      ),
      { numRuns: 25 },
    )
  })

  it.each(['__proto__', '(', '.*', '\ud800', 'a'.repeat(1_000_000), '\u0301', ' '])(
    'such as %.20s harm nothing',
    async (text) => {
      const words = createChatWords()
      words.add(storedMessage(saying(text)))
      expect((await words.find(text, 9)).length).toBe(wordsOf(text).length === 0 ? 0 : 1)
    },
  )
})
