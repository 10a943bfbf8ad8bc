import { createStore } from 'zustand/vanilla'

import type { ChatColleague, ChatQueueNow, ChatStanding } from '../domain/chat-people.ts'
import { byNeed } from '../domain/conversation.ts'
import type { ChatOffer, ChatParticipant, Conversation, ConversationState } from '../domain/conversation.ts'
import type { ConversationId } from '../domain/ids.ts'
import type { Message } from '../domain/message.ts'
import type { ChatSite } from '../domain/setup.ts'
import type { Link } from './shift-store.ts'
import { linkUp } from './shift-store.ts'

/** One open chat, as the screen shows it. */
export interface OpenChat {
  readonly conversation: Conversation
  readonly state: ConversationState
  /** The newest ones, oldest first; older ones are read when the agent scrolls to them. */
  readonly messages: readonly Message[]
  /** There are older ones on the disk. */
  readonly hasOlder: boolean
  readonly participants: readonly ChatParticipant[]
  readonly draft: string
  /** A hand-over that is on its way: to whom, as the screen names them. */
  readonly handingTo: string | undefined
  /** 0 to 1 per file that is being sent. */
  readonly sharing: number | undefined
}

export interface FoundMessage {
  readonly message: Message
  readonly conversation: Conversation
}

/** A chat that has ended, as far back as it was read. */
export interface PastReading {
  readonly conversation: Conversation
  readonly messages: readonly Message[]
  readonly hasOlder: boolean
}

export interface ChatState {
  /** `undefined` where the centre has no chats. */
  readonly site: ChatSite | undefined
  /** How customers see this agent. */
  readonly agentName: string
  readonly link: Link
  /** Whether the queue's component answers. */
  readonly queueIsThere: boolean
  readonly standing: ChatStanding
  readonly offers: readonly ChatOffer[]
  readonly chats: ReadonlyMap<ConversationId, OpenChat>
  readonly queues: readonly ChatQueueNow[]
  readonly people:
    { readonly colleagues: readonly ChatColleague[]; readonly queues: readonly string[] } | undefined
  readonly search:
    { readonly text: string; readonly found: readonly FoundMessage[]; readonly busy: boolean } | undefined
  /** Chats that have ended, newest first, as far as they were asked for. */
  readonly past: readonly Conversation[]
  /** There are older ones on the disk. */
  readonly hasMorePast: boolean
  /** One of them, as it is being read. */
  readonly reading: PastReading | undefined
}

export const createChatStore = () =>
  createStore<ChatState>(() => ({
    site: undefined,
    agentName: '',
    link: linkUp,
    queueIsThere: true,
    standing: { takes: false, most: 0 },
    offers: [],
    chats: new Map(),
    queues: [],
    people: undefined,
    search: undefined,
    past: [],
    hasMorePast: false,
    reading: undefined,
  }))

export type ChatStateStore = ReturnType<typeof createChatStore>

/** Those that go on, whoever waits longest for an answer first. */
export const chatsByNeed = ({ chats }: ChatState): readonly OpenChat[] =>
  [...chats.values()]
    .filter(({ state }) => state !== 'ended')
    .sort((a, b) => byNeed(a.conversation, b.conversation))
