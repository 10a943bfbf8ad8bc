import 'fake-indexeddb/auto'

import { vi } from 'vitest'

import { createDexieStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import { asChatOfferId, asConversationId } from '../../../renderer/domain/ids.ts'
import type { ChatOffer } from '../../../renderer/domain/conversation.ts'
import { createChats } from '../../../renderer/services/chats/create-chats.ts'
import type { ChatsOfShift } from '../../../renderer/services/chats/create-chats.ts'
import { createProblems } from '../../../renderer/services/problems.ts'
import { createRecall } from '../../../renderer/services/recall.ts'
import { createWriteUp } from '../../../renderer/services/write-up.ts'
import { nothingSpared } from '../../../renderer/services/story/spared.ts'
import { createCallStore } from '../../../renderer/state/call-store.ts'
import { createChatStore } from '../../../renderer/state/chat-store.ts'
import { createKnowledgeStore } from '../../../renderer/state/knowledge-store.ts'
import { createProblemStore } from '../../../renderer/state/problem-store.ts'
import { createShiftStore } from '../../../renderer/state/shift-store.ts'
import { createWorkStore } from '../../../renderer/state/work-store.ts'
import { makeKey, shiftStart } from '../../make.ts'
import { createChatStandIn } from '../../stand-ins/chat.ts'
import type { ChatStandIn } from '../../stand-ins/chat.ts'
import { createComputerStandIn } from '../../stand-ins/computer.ts'
import { createTimingStandIn } from '../../stand-ins/timing.ts'

export const room = asConversationId('chat-1')

export const offer: ChatOffer = {
  id: asChatOfferId('offer-1'),
  conversation: room,
  queue: 'Passports',
  customer: {
    ...{ name: 'Hélène', language: 'fr', number: '+15145550142', address: undefined },
    question: 'Mon passeport n’est pas arrivé',
  },
  ...{ reason: 'new', from: undefined, handOver: undefined },
  ...{ askedAt: shiftStart, answerBy: shiftStart + 20_000 },
}

export const chatShift: ChatsOfShift = {
  site: {
    ...{ servers: ['wss://chat.example.org'], domain: 'example.org', queues: 'queue.example.org' },
    ...{ most: 3, mostInCall: 1, firstAnswerSeconds: 60, nextAnswerSeconds: 120, keepDays: 30, replies: [] },
  },
  account: {
    ...{ servers: ['wss://chat.example.org'], domain: 'example.org', queues: 'queue.example.org' },
    ...{ user: 'ada', password: 'pw', name: 'Ada', resource: 'foyer-1' },
  },
}

/** The chats of a desk: real services and records, a chat server in memory behind the port. */
export async function openChatDesk(
  disk: number,
  wire?: ChatStandIn,
  timing = createTimingStandIn(shiftStart),
) {
  const server = wire ?? createChatStandIn(() => timing.now())
  const stores = {
    ...{ shift: createShiftStore(), calls: createCallStore(), work: createWorkStore() },
    knowledge: createKnowledgeStore(),
  }
  const [state, problemStore] = [createChatStore(), createProblemStore()]
  const { records, chats: store } = createDexieStores({ user: () => 'ada' })
  await records.open('practice', makeKey(disk))
  const heard: string[] = []
  const problems = createProblems(problemStore, { report: () => undefined })
  const recall = createRecall({ records, work: stores.work, problems })
  const newId = (): string => crypto.randomUUID()
  const toCase = () => Promise.resolve(true)
  const writeUp = createWriteUp({
    ...{ records, recall, work: stores.work, problems, timing, newId, toCase },
    isPrivate: () => false,
  })
  const computer = createComputerStandIn()
  const dialled: string[] = []
  const chats = createChats({
    ...{ chat: server.chat, store, state, records, writeUp, problems, timing, newId, stores },
    ...{ computer: computer.news, random: () => 0.5 },
    spared: () => Promise.resolve(nothingSpared),
    dialling: () => ({
      dial: (text, wish) => {
        dialled.push(`${text} ${wish?.continues ? 'continues' : ''} ${String(wish?.name)}`)
        return Promise.resolve(true)
      },
    }),
    attention: { alert: (kind) => void heard.push(kind), calm: () => void heard.push('calm') },
  })
  await recall.loadRecent()
  await chats.begin(chatShift)
  return {
    ...{ chats, desk: chats.desk, server, state, stores, store, records, timing, heard, dialled, writeUp },
    codes: () => problemStore.getState().problems.map(({ code }) => code),
    chat: () => state.getState().chats.get(room),
    /** As the screen shows it: who, what, how far. */
    lines: () =>
      (state.getState().chats.get(room)?.messages ?? []).map(
        ({ from, body, delivery }) =>
          `${from.role}: ${body.kind === 'text' ? body.text : body.kind}${delivery ? ` (${delivery})` : ''}`,
      ),
    /** As a crash leaves it: nothing is said to anybody. */
    die(): void {
      chats.stop()
      records.close()
    },
    /** Takes the chat that is offered. */
    async accept(): Promise<void> {
      server.offer(offer)
      await chats.desk.accept(offer.id)
      await vi.waitFor(() => {
        if (state.getState().chats.get(room)?.state !== 'open') throw new Error('not in the room yet')
      })
    },
  }
}

export type ChatDeskUnderTest = Awaited<ReturnType<typeof openChatDesk>>
