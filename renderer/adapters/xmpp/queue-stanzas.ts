import type { ChatColleague, ChatQueueNow } from '../../domain/chat-people.ts'
import { chatReasons, conversationEnds, revokeReasons } from '../../domain/conversation.ts'
import type {
  ChatCustomer,
  ChatOffer,
  ChatReason,
  ConversationEnd,
  RevokeReason,
} from '../../domain/conversation.ts'
import { handOverLimits, parseHandOver } from '../../domain/hand-over.ts'
import type { HandOver } from '../../domain/hand-over.ts'
import { asChatOfferId, asConversationId } from '../../domain/ids.ts'
import type { ChatOfferId, ConversationId } from '../../domain/ids.ts'
import { languages } from '../../domain/language.ts'
import { parseAddress } from './address.ts'
import { ns } from './namespaces.ts'
import type { NamedOccupant } from './occupants.ts'
import { cutText, shownName } from './plain-text.ts'
import { attributeOf, childOf, childrenOf, pastTime, textOf } from './read-xml.ts'

/** What the chat queue says (docs/chat-queue.md), as far as it has the form that was agreed. */

/** A chat of this agent, or one that is offered. */
export interface QueueChat {
  readonly id: ConversationId
  /** The bare address of its room. */
  readonly room: string
  readonly queue: string
  readonly customer: ChatCustomer
  readonly reason: ChatReason
  readonly from: ChatOffer['from']
  readonly handOver: HandOver | undefined
  readonly askedAt: number
  readonly occupants: readonly NamedOccupant[]
}

/** Characters of a text, and of what a customer asks or an agent notes. */
const longestText = 200
const longestStory = 2_000
/** Of each list. */
const mostListed = 500

export function parseChat(chat: Element, now: number): QueueChat | undefined {
  const address = roomOf(chat)
  const queue = shownName(attributeOf(chat, 'queue'))
  if (!address || queue === undefined) return undefined
  const note = childOf(chat, ns.queue, 'note')
  const reason = attributeOf(chat, 'reason')
  return {
    ...address,
    queue,
    customer: customerOf(childOf(chat, ns.workgroup, 'metadata')),
    reason: chatReasons.find((known) => known === reason) ?? 'new',
    from: note && {
      name: shownName(attributeOf(note, 'from')) ?? '',
      note: cutText(textOf(note), longestStory),
    },
    handOver: handOverOf(textOf(childOf(chat, ns.handOver, 'hand-over'))),
    askedAt: pastTime(attributeOf(chat, 'asked'), now) ?? now,
    occupants: childrenOf(chat, ns.queue, 'occupant').slice(0, mostListed).flatMap(occupantOf),
  }
}

export function roomOf(element: Element): { id: ConversationId; room: string } | undefined {
  const address = parseAddress(attributeOf(element, 'room'))
  if (address?.local === undefined || address.resource !== undefined) return undefined
  return { id: asConversationId(address.local), room: address.bare }
}

function customerOf(metadata: Element | undefined): ChatCustomer {
  const values = new Map<string, string>()
  const listed = metadata ? childrenOf(metadata, ns.workgroup, 'value').slice(0, mostListed) : []
  for (const value of listed) values.set(attributeOf(value, 'name') ?? '', textOf(value))
  const language = values.get('language')
  const question = values.get('question')?.trim()
  return {
    name: shownName(values.get('name')),
    language: languages.find((known) => known === language),
    number: shownName(values.get('number'), longestText),
    address: shownName(values.get('address'), longestText),
    question: question ? cutText(question, longestStory) : undefined,
  }
}

function handOverOf(text: string): HandOver | undefined {
  if (text === '' || text.length > handOverLimits.bytes) return undefined
  try {
    return parseHandOver(JSON.parse(text))
  } catch {
    return undefined
  }
}

const roles = ['customer', 'bot', 'agent', 'lead', 'queue'] as const

function occupantOf(element: Element): readonly NamedOccupant[] {
  const [id, said] = [attributeOf(element, 'id'), attributeOf(element, 'role')]
  const role = roles.find((known) => known === said)
  return id === undefined || !role ? [] : [{ id, role, name: shownName(attributeOf(element, 'name')) }]
}

/** Seconds: nobody answers faster, and nothing rings longer. */
const [shortestOffer, longestOffer] = [1, 600]

export interface QueueOffer {
  readonly offer: ChatOffer
  readonly chat: QueueChat
  /** Whose offer it is, as it must be named in the answer (XEP-0142 §4.2.3). */
  readonly customerAddress: string | undefined
}

export function parseOffer(offer: Element, now: number): QueueOffer | undefined {
  const id = attributeOf(offer, 'id')
  const found = childOf(offer, ns.queue, 'chat')
  const chat = found && parseChat(found, now)
  if (id === undefined || !chat) return undefined
  const said = Number(textOf(childOf(offer, ns.workgroup, 'timeout')))
  const seconds = Math.min(longestOffer, Math.max(shortestOffer, Number.isFinite(said) ? said : 0))
  const { id: conversation, queue, customer, reason, from, handOver, askedAt } = chat
  return {
    offer: {
      ...{ id: asChatOfferId(id), conversation, queue, customer, reason, from, handOver, askedAt },
      answerBy: now + seconds * 1_000,
    },
    chat,
    customerAddress: attributeOf(offer, 'jid'),
  }
}

export function parseRevoke(revoke: Element): { id: ChatOfferId; why: RevokeReason } | undefined {
  const id = attributeOf(revoke, 'id')
  const reason = textOf(childOf(revoke, ns.workgroup, 'reason'))
  return id === undefined
    ? undefined
    : { id: asChatOfferId(id), why: revokeReasons.find((known) => known === reason) ?? 'withdrawn' }
}

export function parseOver(over: Element): { id: ConversationId; end: ConversationEnd } | undefined {
  const address = roomOf(over)
  const said = attributeOf(over, 'end')
  return address && { id: address.id, end: conversationEnds.find((known) => known === said) ?? 'taken-over' }
}

export function parseHandedOn(element: Element) {
  const address = roomOf(element)
  const said = attributeOf(element, 'outcome')
  const outcome = (['taken', 'refused'] as const).find((known) => known === said)
  return (
    address && outcome && { id: address.id, outcome, name: shownName(attributeOf(element, 'name')) ?? '' }
  )
}

const countOf = (element: Element, name: string): number => {
  const count = Number(attributeOf(element, name))
  return Number.isSafeInteger(count) && count >= 0 ? count : 0
}

export const parseQueues = (queues: Element, now: number): readonly ChatQueueNow[] =>
  childrenOf(queues, ns.queue, 'queue')
    .slice(0, mostListed)
    .flatMap((element) => {
      const queue = shownName(attributeOf(element, 'name'))
      if (queue === undefined) return []
      const oldestAskedAt = pastTime(attributeOf(element, 'oldest'), now)
      const isOpen = attributeOf(element, 'open') === 'true'
      return [{ queue, isOpen, waiting: countOf(element, 'waiting'), oldestAskedAt }]
    })

export function parsePeople(people: Element) {
  const colleagues = childrenOf(people, ns.queue, 'person')
    .slice(0, mostListed)
    .flatMap((person): readonly ChatColleague[] => {
      const user = shownName(attributeOf(person, 'user'), longestText)
      if (user === undefined) return []
      return [
        {
          user,
          name: shownName(attributeOf(person, 'name')) ?? user,
          isLead: attributeOf(person, 'lead') === 'true',
          takesChats: attributeOf(person, 'takes') === 'true',
          chats: countOf(person, 'chats'),
          most: countOf(person, 'most'),
        },
      ]
    })
  const queues = childrenOf(people, ns.queue, 'queue')
    .slice(0, mostListed)
    .flatMap((queue) => shownName(attributeOf(queue, 'name')) ?? [])
  return { colleagues, queues }
}
