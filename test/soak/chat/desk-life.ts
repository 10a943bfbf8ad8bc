import 'fake-indexeddb/auto'

import { createDexieStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import { createXmppChat } from '../../../renderer/adapters/xmpp/xmpp-chat.ts'
import type { ConversationId } from '../../../renderer/domain/ids.ts'
import type { Message } from '../../../renderer/domain/message.ts'
import type { ChatAccount } from '../../../renderer/ports/chat.ts'
import type { Timing } from '../../../renderer/ports/timing.ts'
import { createChats } from '../../../renderer/services/chats/create-chats.ts'
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
import { within } from '../../contract/telephony/soon.ts'
import { makeKey } from '../../make.ts'
import { createComputerStandIn } from '../../stand-ins/computer.ts'
import { onSlowDisk } from './slow-disk.ts'

/** What survives a reload of the page: the database, named by its key, and what the window keeps for its session. */
export interface Computer {
  readonly key: number
  readonly keep: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
}

export function createComputer(key: number): Computer {
  const kept = new Map<string, string>()
  return {
    key,
    keep: {
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, value) => void kept.set(name, value),
      removeItem: (name) => void kept.delete(name),
    },
  }
}

/** A window of the desk, from its loading to its end: the services, the adapter and the database as in the real one. */
export interface DeskLife {
  /** Takes the next chat that is offered. */
  take(): Promise<ConversationId>
  /** `true` when it is on the disk. */
  write(chat: ConversationId, text: string): Promise<boolean>
  /** All that the disk has of it, in the order of the screen. */
  messages(chat: ConversationId): Promise<readonly Message[]>
  end(chat: ConversationId): Promise<boolean>
  /** The page goes, in the middle of whatever it does. */
  die(): void
  leave(): Promise<void>
}

/** Milliseconds until there is a chat. */
const patience = 30_000

const timing: Timing = {
  now: () => Date.now(),
  after: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds)
    return () => clearTimeout(timer)
  },
}

const site = {
  ...{ most: 3, mostInCall: 1, firstAnswerSeconds: 60, nextAnswerSeconds: 120, keepDays: 30, replies: [] },
}

export async function openDeskLife(computer: Computer, account: ChatAccount): Promise<DeskLife> {
  const stores = {
    ...{ shift: createShiftStore(), calls: createCallStore(), work: createWorkStore() },
    knowledge: createKnowledgeStore(),
  }
  const state = createChatStore()
  const { records, chats: kept } = createDexieStores({ user: () => account.user })
  const store = onSlowDisk(kept)
  await records.open('practice', makeKey(computer.key))
  const newId = (): string => crypto.randomUUID()
  const problems = createProblems(createProblemStore(), { report: () => undefined })
  const recall = createRecall({ records, work: stores.work, problems })
  const toCase = (): Promise<boolean> => Promise.resolve(true)
  const writeUp = createWriteUp({
    ...{ records, recall, work: stores.work, problems, timing, newId, toCase },
    isPrivate: () => false,
  })
  const xmpp = createXmppChat({ now: () => timing.now(), newId, random: Math.random, keep: computer.keep })
  const chats = createChats({
    ...{ chat: xmpp.chat, store, state, records, writeUp, problems, timing, newId, stores },
    ...{ computer: createComputerStandIn().news, random: Math.random },
    spared: () => Promise.resolve(nothingSpared),
    dialling: () => ({ dial: () => Promise.resolve(false) }),
    attention: { alert: () => undefined, calm: () => undefined },
  })
  await recall.loadRecent()
  const { servers, domain, queues } = account
  await chats.begin({ site: { ...site, servers, domain, queues }, account })
  await within(5_000, () => state.getState().link.kind === 'up')
  stores.shift.setState({ agent: { kind: 'available', since: timing.now() } })

  return {
    take: async () => {
      const open = (): ConversationId | undefined =>
        [...state.getState().chats.values()].find((chat) => chat.state === 'open')?.conversation.id
      // An offer that was let pass on a busy machine comes again.
      await within(patience, async () => {
        const [offer] = state.getState().offers
        if (offer) await chats.desk.accept(offer.id)
        return open() !== undefined
      })
      const chat = open()
      if (chat === undefined) throw new Error('no chat')
      return chat
    },
    write: (chat, text) => chats.desk.send(chat, text),
    async messages(chat) {
      const read = await store.messages(chat, undefined, 100_000)
      return read.ok ? read.value : []
    },
    end: (chat) => chats.desk.end(chat),
    die() {
      xmpp.abandon()
      chats.stop()
      records.close()
    },
    async leave() {
      await chats.end()
      chats.stop()
      xmpp.abandon()
      records.close()
    },
  }
}
