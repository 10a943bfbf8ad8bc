import { randomUUID } from 'node:crypto'

import { createXmppChat } from '../../../renderer/adapters/xmpp/xmpp-chat.ts'
import type { Chat } from '../../../renderer/ports/chat.ts'

/** The desk's chats as a window has them; Strophe brings a DOM and WebSocket of its own to Node. */
export interface ChatPage {
  readonly chat: Chat
  /** The window goes in mid-sentence: nothing is said to anybody. */
  die(): void
}

export function openChatPage(): ChatPage {
  const { chat, abandon } = createXmppChat({
    now: () => Date.now(),
    newId: randomUUID,
    random: Math.random,
  })
  return { chat, die: abandon }
}
