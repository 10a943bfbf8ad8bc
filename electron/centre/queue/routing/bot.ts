import type { Draft } from './draft.ts'
import { changeChat, say } from './draft.ts'
import type { Answer, QueueEvents } from './events.ts'
import { waitForAgent } from './needs.ts'
import type { Chat } from './state.ts'
import { bareOf } from './state.ts'

/** A bot is asked first; it owes the first word. */
export function giveToBot(draft: Draft, chat: Chat, address: string): void {
  const given: Chat = { ...chat, stage: 'bot', bot: { address, owesSince: draft.at } }
  draft.chats.set(chat.room, given)
  draft.effects.push({ kind: 'open-room', chat: given })
  const { name } = draft.site.queues.find(({ bot }) => bot?.address === address)?.bot ?? { name: '' }
  say(draft, given, 'bot', name)
  draft.effects.push({ kind: 'tell-chat', to: address, chat: given, user: undefined })
}

/** From now on a person is waited for; the bot has left the room. */
export function takeFromBot(draft: Draft, chat: Chat): void {
  if (chat.bot) draft.effects.push({ kind: 'dismiss-bot', room: chat.room, address: chat.bot.address })
  waitForAgent(draft, chat)
}

export function botThere(draft: Draft, event: QueueEvents['bot-there']): Answer {
  const address = bareOf(event.address)
  if (!draft.site.queues.some(({ bot }) => bot?.address === address)) return 'forbidden'
  if (draft.bots.has(address)) return 'done'
  draft.bots.add(address)
  // One that was started anew knows nothing of what it began.
  for (const chat of draft.chats.values())
    if (chat.stage === 'bot' && chat.bot?.address === address)
      draft.effects.push({ kind: 'tell-chat', to: address, chat, user: undefined })
  return 'done'
}

/** A bot that has gone keeps nobody waiting. */
export function botGone(draft: Draft, event: QueueEvents['bot-gone']): Answer {
  const address = bareOf(event.address)
  draft.bots.delete(address)
  for (const chat of [...draft.chats.values()])
    if (chat.stage === 'bot' && chat.bot?.address === address) takeFromBot(draft, chat)
  return 'done'
}

export function handOver(draft: Draft, event: QueueEvents['hand-over']): Answer {
  const chat = draft.chats.get(event.room)
  if (!chat) return 'item-not-found'
  if (event.by.kind !== 'bot' || chat.stage !== 'bot') return 'forbidden'
  if (chat.bot?.address !== bareOf(event.by.address)) return 'forbidden'
  takeFromBot(draft, { ...chat, handOver: event.json })
  return 'done'
}

/** Who owes the next word, while a bot has the chat. */
export function wrote(draft: Draft, event: QueueEvents['wrote']): Answer {
  const chat = draft.chats.get(event.room)
  if (chat?.stage !== 'bot' || !chat.bot) return 'done'
  const { address, owesSince } = chat.bot
  if (event.who === 'customer' && owesSince === undefined)
    changeChat(draft, chat.room, { bot: { address, owesSince: draft.at } })
  if (event.who === 'bot' && owesSince !== undefined) changeChat(draft, chat.room, { bot: { address } })
  return 'done'
}
