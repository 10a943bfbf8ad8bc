import 'fake-indexeddb/auto'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { createDexieStores, wipeStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import type { DexieStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import { asMessageId } from '../../../renderer/domain/ids.ts'
import type { MessageBody } from '../../../renderer/domain/message.ts'
import { waitingPlace } from '../../../renderer/domain/message.ts'
import { done, ok } from '../../../renderer/domain/result.ts'
import type { ChatStore } from '../../../renderer/ports/chat-store.ts'
import { makeKey, shiftStart } from '../../make.ts'
import { must } from './stored-cases.ts'
import { chatId, saying, storedChat, storedMessage, waitingMessage } from './stored-chats.ts'

let disk = 3000
let stores: DexieStores
let chats: ChatStore

async function openWindow(): Promise<void> {
  stores = createDexieStores({ user: () => 'ada' })
  chats = stores.chats
  expect(await stores.records.open('practice', makeKey(disk))).toEqual(done)
}

async function restart(): Promise<void> {
  stores.records.close()
  await openWindow()
}

beforeEach(async () => {
  disk += 1
  await openWindow()
})
afterEach(async () => {
  stores.records.close()
  expect(await wipeStores('practice')).toEqual(done)
})

const bodies: readonly MessageBody[] = [
  { kind: 'text', text: 'é « 🇫🇷 » \u0000 \ud800 \u{1F469}\u200D\u{1F467}\n' },
  { kind: 'text', text: '' },
  { kind: 'file', file: { url: 'https://f.test/a', name: 'lettre.pdf', type: 'application/pdf', size: 3 } },
  { kind: 'file', file: { url: '', name: '__proto__', type: undefined, size: undefined } },
  { kind: 'left-out', why: 'too-long' },
  { kind: 'notice', notice: 'agent-joined', text: 'Ada est là.' },
]

describe('a chat on this computer', () => {
  it('is there after a restart to the letter, with its messages, files and draft', async () => {
    const bare = storedChat({
      ...{ id: chatId(2), handOver: undefined, from: undefined, endedAt: 1, end: 'customer-left' },
      ...{ readTo: undefined, unansweredSince: undefined, firstAnswerAt: 0, unread: 0 },
      customer: {
        name: undefined,
        language: undefined,
        number: undefined,
        address: undefined,
        question: undefined,
      },
    })
    const messages = bodies.map((body, at) => storedMessage({ id: asMessageId(`m-${at}`), place: at, body }))
    const own = waitingMessage()
    const file = { message: own.id, bytes: Uint8Array.of(0, 255, 7) }
    expect(
      await chats.commit({
        conversations: [storedChat(), bare],
        messages: [own, ...messages],
        files: [file],
      }),
    ).toEqual(done)
    const draft = { conversation: chatId(1), text: 'half a sent', savedAt: 7 }
    expect(await chats.saveDraft(draft)).toEqual(done)
    await restart()
    expect(await chats.conversation(chatId(1))).toEqual(ok(storedChat()))
    expect(await chats.conversation(chatId(2))).toEqual(ok(bare))
    expect(await chats.conversation(chatId(3))).toEqual(ok(undefined))
    expect(await chats.openConversations()).toEqual(ok([storedChat()]))
    expect(await chats.messages(chatId(1), undefined, Infinity)).toEqual(ok([...messages, own]))
    expect(await chats.file(own.id)).toEqual(ok(file.bytes))
    expect(await chats.drafts()).toEqual(ok([draft]))
  })

  it('is read back page by page, oldest first in each', async () => {
    const messages = Array.from({ length: 5 }, (_, place) =>
      storedMessage({ id: asMessageId(`m-${place}`), place }),
    )
    await chats.commit({ messages: [...messages].reverse() })
    expect(await chats.messages(chatId(1), undefined, 2)).toEqual(ok(messages.slice(3)))
    expect(await chats.messages(chatId(1), 3, 2)).toEqual(ok(messages.slice(1, 3)))
    expect(await chats.messages(chatId(1), 1, 2)).toEqual(ok(messages.slice(0, 1)))
    expect(await chats.messages(chatId(1), 0, 2)).toEqual(ok([]))
    expect(await chats.messages(chatId(2), undefined, 2)).toEqual(ok([]))
  })

  it('knows which of these messages it has, each by the chat that it is in', async () => {
    await chats.commit({ messages: [storedMessage(), waitingMessage()] })
    const ids = [storedMessage().id, asMessageId('never')]
    expect(await chats.known(chatId(1), ids)).toEqual(ok([storedMessage()]))
    expect(await chats.known(chatId(2), ids)).toEqual(ok([]))
  })

  it('lists all chats with the newest first, and those that go on', async () => {
    const many = [1, 2, 3].map((at) => storedChat({ id: chatId(at), lastAt: shiftStart + at }))
    await chats.commit({ conversations: many })
    const ids = async (before: number | undefined) =>
      (await must(chats.conversations(before, 2))).map(({ id }) => id)
    expect(await ids(undefined)).toEqual([chatId(3), chatId(2)])
    expect(await ids(shiftStart + 2)).toEqual([chatId(1)])
    await chats.commit({ conversations: [storedChat({ id: chatId(2), endedAt: 1, end: 'transferred' })] })
    expect((await must(chats.openConversations())).map(({ id }) => id)).toEqual([chatId(1), chatId(3)])
  })
})

describe('what waits to be sent', () => {
  it('is given in the order in which it was written, and gone when the archive has it', async () => {
    const [first, second] = [1, 2].map((at) =>
      waitingMessage({ id: asMessageId(`mine-${at}`), place: waitingPlace + at }),
    )
    if (!first || !second) throw new Error('two were made')
    const elsewhere = waitingMessage({ conversation: chatId(2) })
    await chats.commit({ messages: [second, elsewhere, storedMessage(), first] })
    expect(await chats.waiting(chatId(1))).toEqual(ok([first, second]))
    const sent = { ...first, place: 2, archived: 'archive-8', delivery: 'sent' as const }
    await chats.commit({ messages: [sent] })
    await restart()
    expect(await chats.waiting(chatId(1))).toEqual(ok([second]))
    expect(await chats.messages(chatId(1), undefined, 9)).toEqual(ok([storedMessage(), sent, second]))
  })

  it('keeps the one that was refused: the agent may send it again', async () => {
    const refused = waitingMessage({ delivery: 'refused' })
    await chats.commit({ messages: [refused] })
    expect(await chats.waiting(chatId(1))).toEqual(ok([refused]))
  })

  it('loses its bytes with the step that makes it a link', async () => {
    const own = waitingMessage()
    await chats.commit({ messages: [own], files: [{ message: own.id, bytes: new Uint8Array(3) }] })
    await chats.commit({ messages: [own], dropFiles: [own.id] })
    expect(await chats.file(own.id)).toEqual(ok(undefined))
  })
})

describe('old chats', () => {
  it('are forgotten with all that is theirs, but never one that goes on', async () => {
    const own = waitingMessage({ conversation: chatId(1) })
    await chats.commit({
      conversations: [
        storedChat({ id: chatId(1), endedAt: 5, end: 'agent-ended', lastAt: 5 }),
        storedChat({ id: chatId(2), lastAt: 5 }),
        storedChat({ id: chatId(3), endedAt: 50, end: 'agent-ended', lastAt: 50 }),
      ],
      messages: [own, storedMessage(), storedMessage({ conversation: chatId(2) })],
      files: [{ message: own.id, bytes: new Uint8Array(3) }],
    })
    for (const at of [1, 2]) await chats.saveDraft({ conversation: chatId(at), text: 'x', savedAt: 1 })
    expect(await chats.forgetBefore(50)).toEqual(ok(1))
    expect(await chats.conversation(chatId(1))).toEqual(ok(undefined))
    expect(await chats.messages(chatId(1), undefined, 9)).toEqual(ok([]))
    expect(await chats.waiting(chatId(1))).toEqual(ok([]))
    expect(await chats.file(own.id)).toEqual(ok(undefined))
    expect((await must(chats.drafts())).map(({ conversation }) => conversation)).toEqual([chatId(2)])
    expect((await must(chats.conversations(undefined, 9))).map(({ id }) => id)).toEqual([
      chatId(3),
      chatId(2),
    ])
    expect(await chats.messages(chatId(2), undefined, 9)).toMatchObject(
      ok([saying('Prestation de mars jamais reçue')]),
    )
  })

  it('go a hundred and twenty at a time too', async () => {
    const many = Array.from({ length: 120 }, (_, at) =>
      storedChat({ id: chatId(at), endedAt: 5, end: 'agent-ended', lastAt: 5 }),
    )
    await chats.commit({
      conversations: many,
      messages: many.map(({ id }) => storedMessage({ conversation: id })),
    })
    expect(await chats.forgetBefore(6)).toEqual(ok(120))
    expect(await chats.conversations(undefined, 9)).toEqual(ok([]))
    expect(await chats.search('prestation', 9)).toEqual(ok([]))
  })
})
