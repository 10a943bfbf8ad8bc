import type { ConversationEnd, RevokeReason } from '../../../../renderer/domain/conversation.ts'
import type { Draft } from './draft.ts'
import { agentIn, changeAgent, nameOf, say, siteAgent, tellAgent } from './draft.ts'
import type { Answer, Asker, QueueEvents } from './events.ts'
import { needsOf, waitForAgent, withdraw } from './needs.ts'
import type { Chat } from './state.ts'
import { bareOf } from './state.ts'

/** So many of the newest say how long a chat takes. */
const servedKept = 20

/** The chat is over for everybody in it. */
export function endChat(draft: Draft, chat: Chat, end: ConversationEnd): void {
  const reason: RevokeReason = end === 'customer-left' ? 'customer-left' : 'withdrawn'
  for (const need of needsOf(draft, chat.room)) withdraw(draft, need, reason)
  if (end !== 'room-gone') {
    say(draft, chat, 'ended')
    draft.effects.push({ kind: 'close-room', chat })
  }
  for (const { user } of chat.agents) {
    tellAgent(draft, user, { kind: 'over', room: chat.room, end })
    changeAgent(draft, user, { idleSince: draft.at })
  }
  if (chat.servedAt !== undefined) {
    const before = draft.served.get(chat.queue) ?? []
    draft.served.set(chat.queue, [...before, draft.at - chat.servedAt].slice(-servedKept))
  }
  const last = chat.agents.at(-1)?.user
  draft.past.set(chat.room, {
    room: chat.room,
    endedAt: draft.at,
    ...(last !== undefined && { user: last }),
  })
  draft.chats.delete(chat.room)
}

/** An agent of the chat, any lead, or the bot that has it now. */
function mayEnd(draft: Draft, chat: Chat, by: Asker): boolean {
  if (by.kind === 'bot') return chat.stage === 'bot' && chat.bot?.address === bareOf(by.address)
  return agentIn(chat, by.user) || siteAgent(draft, by.user)?.lead === true
}

export function ended(draft: Draft, event: QueueEvents['end']): Answer {
  const chat = draft.chats.get(event.room)
  if (!chat) return 'item-not-found'
  if (!mayEnd(draft, chat, event.by)) return 'forbidden'
  endChat(draft, chat, 'agent-ended')
  return 'done'
}

export function reported(draft: Draft, event: QueueEvents['report']): Answer {
  const chat = draft.chats.get(event.room)
  if (!chat) return 'item-not-found'
  if (!mayEnd(draft, chat, { kind: 'agent', user: event.by })) return 'forbidden'
  const by = nameOf(draft, event.by)
  for (const { user, lead } of draft.site.agents) {
    const now = draft.agents.get(user)
    if (lead && now?.presence === 'there' && now.address !== undefined)
      draft.effects.push({ kind: 'tell-report', to: now.address, room: chat.room, by, reason: event.reason })
  }
  if (event.block) {
    draft.keptOut.set(bareOf(chat.customer), draft.at + draft.site.blockDays * 86_400_000)
    endChat(draft, chat, 'blocked')
  }
  return 'done'
}

/** Who waits keeps their place, in a room that is made anew; a chat that was going on is over. */
export function roomGone(draft: Draft, event: QueueEvents['room-gone']): Answer {
  const chat = draft.chats.get(event.room)
  if (!chat) return 'done'
  if (chat.stage === 'served') {
    endChat(draft, chat, 'room-gone')
    return 'done'
  }
  draft.effects.push({ kind: 'open-room', chat })
  if (chat.stage === 'bot') waitForAgent(draft, chat)
  return 'done'
}
