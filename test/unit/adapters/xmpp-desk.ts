import { randomUUID } from 'node:crypto'

import { createXmppChat } from '../../../renderer/adapters/xmpp/xmpp-chat.ts'
import type { StreamKeep } from '../../../renderer/adapters/xmpp/stream-memory.ts'
import { asConversationId } from '../../../renderer/domain/ids.ts'
import type { MessageBody } from '../../../renderer/domain/message.ts'
import type { Chat, ChatAccount, ChatFact } from '../../../renderer/ports/chat.ts'
import { password, queues } from './xmpp-wire.ts'
import type { XmppWire } from './xmpp-wire.ts'

export const conversation = asConversationId('chat-1')

type Kind = ChatFact['kind']
type Told<K extends Kind> = Extract<ChatFact, { readonly kind: K }>

/** A desk at one end of the wire, with what it was told. */
export interface WiredDesk {
  readonly chat: Chat
  readonly account: ChatAccount
  readonly facts: readonly ChatFact[]
  abandon(): void
  told<K extends Kind>(kind: K): readonly Told<K>[]
  /** Resolves when that many of these were told. */
  until(kind: Kind, count?: number): Promise<void>
  /** Signs in, and goes into the room. */
  enter(readTo?: string): Promise<void>
  /** Of messages that arrived, what can be seen of them. */
  heard(): readonly { id: string; role: string; body: MessageBody }[]
  texts(): readonly string[]
}

export function openDesk(wire: XmppWire, keep?: StreamKeep): WiredDesk {
  const { chat, abandon } = createXmppChat({
    now: () => Date.now(),
    newId: randomUUID,
    random: () => 0,
    ...(keep && { keep }),
  })
  const facts: ChatFact[] = []
  chat.listen((fact) => facts.push(fact))
  const account: ChatAccount = {
    ...{ servers: [wire.url], domain: 'example.org', queues, user: 'ada', password },
    ...{ name: 'Ada L.', resource: 'desk' },
  }
  const told = <K extends Kind>(kind: K): readonly Told<K>[] =>
    facts.filter((fact): fact is Told<K> => fact.kind === kind)
  return {
    ...{ chat, abandon, account, facts, told },
    async until(kind, count = 1) {
      const end = Date.now() + 9_000
      while (told(kind).length < count) {
        if (Date.now() > end) throw new Error(`waited for ${kind} in vain`)
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    },
    async enter(readTo) {
      await chat.signIn(account)
      chat.enter(conversation, readTo)
      await this.until('conversation-caught-up')
    },
    heard: () =>
      told('messages-arrived').flatMap(({ messages }) =>
        messages.map(({ id, from, body }) => ({ id, role: from.role, body })),
      ),
    texts: () =>
      told('messages-arrived').flatMap(({ messages }) =>
        messages.map(({ body }) => (body.kind === 'text' ? body.text : body.kind)),
      ),
  }
}
