import { isOpen } from '../opening-hours.ts'
import type { Draft } from './draft.ts'
import { changeChat, queueOf } from './draft.ts'
import { endChat } from './endings.ts'
import type { SiteQueue } from '../site.ts'
import { giveToBot } from './bot.ts'
import type { Answer, QueueEvents, Refusal } from './events.ts'
import { waitForAgent } from './needs.ts'
import type { Chat } from './state.ts'
import { bareOf } from './state.ts'

/** The chat of a customer in a queue. */
export const chatOfCustomer = (
  chats: ReadonlyMap<string, Chat>,
  address: string,
  queue: string,
): Chat | undefined =>
  [...chats.values()].find((chat) => bareOf(chat.customer) === bareOf(address) && chat.queue === queue)

export function asked(draft: Draft, event: QueueEvents['asked']): Answer {
  if ((draft.keptOut.get(bareOf(event.address)) ?? 0) > draft.at) return 'forbidden'
  const before = draft.chats.get(event.metadata.returning ?? '')
  if (before) return takeUpAgain(draft, before, event.address)
  const queue = queueOf(draft, event.queue)
  const refusal = queue ? refusalOf(draft, queue, event.address) : 'item-not-found'
  if (!queue || refusal) return refusal ?? 'item-not-found'
  const chat: Chat = {
    room: event.room,
    queue: queue.id,
    customer: event.address,
    metadata: event.metadata,
    askedAt: draft.at,
    stage: 'waiting',
    agents: [],
    occupants: [],
  }
  const bot = queue.bot?.address
  if (bot === undefined || !draft.bots.has(bot)) {
    draft.chats.set(chat.room, chat)
    draft.effects.push({ kind: 'open-room', chat })
    waitForAgent(draft, chat)
  } else giveToBot(draft, chat, bot)
  return 'done'
}

function refusalOf(draft: Draft, queue: SiteQueue, address: string): Refusal | undefined {
  if (chatOfCustomer(draft.chats, address, queue.id)) return 'conflict'
  if (!isOpen(queue.hours, draft.at)) return 'not-acceptable'
  const unserved = [...draft.chats.values()].filter((one) => one.queue === queue.id && one.stage !== 'served')
  return unserved.length >= queue.most ? 'resource-constraint' : undefined
}

/**
 * Somebody without an account is somebody else after their link broke (RFC 4505): who knows the id of a chat that goes on
 * is its customer. Nobody but those in the room has ever read it.
 */
function takeUpAgain(draft: Draft, chat: Chat, address: string): Answer {
  if (chat.customerAwaySince === undefined) return 'conflict'
  const before = bareOf(chat.customer)
  const changed: Chat = { ...chat, customer: address, customerAwaySince: undefined }
  draft.chats.set(chat.room, changed)
  draft.effects.push({ kind: 'replace-customer', chat: changed, before })
  return 'done'
}

export function departed(draft: Draft, event: QueueEvents['departed']): Answer {
  const chat = chatOfCustomer(draft.chats, event.address, event.queue)
  if (!chat) return 'item-not-found'
  endChat(draft, chat, 'customer-left')
  return 'done'
}

export function customerGone(draft: Draft, event: QueueEvents['customer-gone']): Answer {
  const chat = draft.chats.get(event.room)
  if (chat && chat.customerAwaySince === undefined && chat.customer === event.address)
    changeChat(draft, chat.room, { customerAwaySince: draft.at })
  return 'done'
}

export function customerBack(draft: Draft, event: QueueEvents['customer-back']): Answer {
  const chat = draft.chats.get(event.room)
  if (!chat || bareOf(chat.customer) !== bareOf(event.address)) return 'done'
  if (chat.customerAwaySince === undefined && chat.customer === event.address) return 'done'
  changeChat(draft, chat.room, { customer: event.address, customerAwaySince: undefined })
  return 'done'
}
