import type { Chat, ChatFact } from '../../ports/chat.ts'
import { problem } from '../../domain/problem.ts'
import { failed } from '../../domain/result.ts'
import { createListeners } from '../link/listeners.ts'
import { ChatSession } from './chat-session.ts'
import { createQueueRequests } from './queue-requests.ts'
import type { Answer, Request } from './requests.ts'
import { createSharedFiles } from './shared-files.ts'
import type { StreamKeep } from './stream-memory.ts'

export interface XmppChatNeeds {
  readonly now: () => number
  readonly newId: () => string
  readonly random: () => number
  /** Where a page finds its session again after a reload, such as `sessionStorage`. Without it a fresh one begins. */
  readonly keep?: StreamKeep
}

export interface XmppChat {
  readonly chat: Chat
  /** Everything stops, as when a page goes: no goodbye, no timer, no further fact. The server keeps the session for a while. */
  readonly abandon: () => void
}

/** Chats over XMPP in a WebSocket (RFC 7395), on Strophe.js; rooms (XEP-0045) and a queue beside them (docs/chat-queue.md). */
export function createXmppChat(needs: XmppChatNeeds): XmppChat {
  const facts = createListeners<ChatFact>()
  let session: ChatSession | undefined

  const ask = (request: Request): Promise<Answer> =>
    session?.ask(request) ?? Promise.resolve({ kind: 'silent' } as const)

  async function signOut(): Promise<void> {
    const leaving = session
    session = undefined
    await leaving?.end()
  }

  const chat: Chat = {
    async signIn(account) {
      await signOut()
      const beginning = new ChatSession({ ...needs, account, emit: facts.tell })
      session = beginning
      const result = await beginning.signIn()
      if (!result.ok) {
        if (session === beginning) session = undefined
        await beginning.end()
      }
      return result
    },
    signOut,
    doubtLink: () => session?.doubt(),
    stand: (standing) => session?.queue.stand(standing),
    accept: async (offer) => (await session?.queue.accept(offer)) ?? failed(problem('chat-unreachable')),
    reject: async (offer) => session?.queue.reject(offer),
    enter: (conversation, readTo) => session?.rooms.enter(conversation, readTo),
    leave: (conversation) => session?.rooms.leave(conversation),
    send: (conversation, message, body) =>
      session?.rooms.of(conversation)?.speech?.send(message, body) ?? false,
    seen: (conversation, message) => session?.rooms.of(conversation)?.seen(message),
    composing: (conversation, composing) => session?.rooms.of(conversation)?.speech?.composing(composing),
    ...createSharedFiles({ ask, service: async () => (await session?.services())?.upload }),
    ...createQueueRequests({
      ask,
      queues: () => session?.account.queues,
      roomOf: (conversation) => session?.rooms.addressOf(conversation),
    }),
    listen: facts.listen,
  }
  return {
    chat,
    abandon() {
      const left = session
      session = undefined
      left?.abandon()
    },
  }
}
