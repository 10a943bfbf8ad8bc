import * as v from 'valibot'

import { conversationEnds } from '../../../../renderer/domain/conversation.ts'
import { handOverLimits } from '../../../../renderer/domain/hand-over.ts'
import { languages } from '../../../../renderer/domain/language.ts'

/**
 * Everything that the queue must know after a restart, in the form in which it is kept. No message is among it. All times
 * are epoch milliseconds; rooms are named by their local part, queues by their id, agents by their user name.
 */

const address = v.pipe(v.string(), v.nonEmpty(), v.maxLength(3071))
const time = v.pipe(v.number(), v.integer())
const text = v.pipe(v.string(), v.maxLength(2000))

export const Metadata = v.object({
  language: v.optional(v.picklist(languages)),
  name: v.optional(text),
  number: v.optional(text),
  address: v.optional(text),
  question: v.optional(text),
  returning: v.optional(text),
})
export type Metadata = v.InferOutput<typeof Metadata>

export const occupantRoles = ['customer', 'bot', 'agent', 'lead', 'queue'] as const

/** `id`: what the server makes of an address in this room (XEP-0421). */
export const Occupant = v.object({ id: text, role: v.picklist(occupantRoles), name: text })
export type Occupant = v.InferOutput<typeof Occupant>

const From = v.object({ user: text, name: text, note: text })
const reasons = ['new', 'returning', 'transfer', 'invited', 'agent-away'] as const

const ChatAgent = v.object({
  user: text,
  reason: v.picklist(reasons),
  from: v.optional(From),
  /** The customer was told that this agent's connection is interrupted. */
  awayTold: v.boolean(),
})
export type ChatAgent = v.InferOutput<typeof ChatAgent>

export const Chat = v.object({
  room: text,
  queue: text,
  /** With the resource; their bare address is what the room knows. */
  customer: address,
  customerAwaySince: v.optional(time),
  metadata: Metadata,
  askedAt: time,
  stage: v.picklist(['bot', 'waiting', 'served']),
  bot: v.optional(v.object({ address, owesSince: v.optional(time) })),
  /** The JSON text as the bot wrote it, after it was found to be one. */
  handOver: v.optional(v.pipe(v.string(), v.maxLength(handOverLimits.bytes))),
  agents: v.array(ChatAgent),
  occupants: v.array(Occupant),
  servedAt: v.optional(time),
})
export type Chat = v.InferOutput<typeof Chat>

const Target = v.variant('kind', [
  v.object({ kind: v.literal('queue'), queue: text }),
  v.object({ kind: v.literal('agent'), user: text }),
  v.object({ kind: v.literal('lead') }),
])
export type Target = v.InferOutput<typeof Target>

/** Somebody must be found for a chat. A chat can have several: a transfer under way, and somebody who is asked to join. */
export const Need = v.object({
  id: text,
  room: text,
  kind: v.picklist(['first', 'transfer', 'invited', 'agent-away']),
  to: Target,
  from: v.optional(From),
  /** The order in the line: when the customer asked. */
  since: time,
  madeAt: time,
  /** Who had the `returning` conversation. */
  prefers: v.optional(text),
  /** Who let an offer pass, and when. */
  passed: v.array(v.object({ user: text, at: time })),
})
export type Need = v.InferOutput<typeof Need>

export const Offer = v.object({ id: text, need: text, user: text, address, until: time })
export type Offer = v.InferOutput<typeof Offer>

const Untold = v.variant('kind', [
  v.object({ kind: v.literal('over'), room: text, end: v.picklist(conversationEnds) }),
  v.object({
    kind: v.literal('handed-on'),
    room: text,
    outcome: v.picklist(['taken', 'refused']),
    name: text,
  }),
])
export type Untold = v.InferOutput<typeof Untold>

export const AgentNow = v.object({
  user: text,
  /** Of the desk that said something last. */
  address: v.optional(address),
  /** `unheard`: was there before the queue's link broke, and has not said yet that they still are. */
  presence: v.picklist(['there', 'unheard', 'dropped', 'out']),
  since: time,
  takes: v.boolean(),
  most: v.pipe(v.number(), v.integer(), v.minValue(0)),
  idleSince: time,
  /** What happened while the desk was away. */
  untold: v.array(Untold),
})
export type AgentNow = v.InferOutput<typeof AgentNow>

/** A chat that is over: who knows the case, and whose room is to be destroyed in the end. */
export const PastChat = v.object({ room: text, user: v.optional(text), endedAt: time })
export type PastChat = v.InferOutput<typeof PastChat>

export interface QueueState {
  readonly chats: ReadonlyMap<string, Chat>
  readonly needs: ReadonlyMap<string, Need>
  readonly offers: ReadonlyMap<string, Offer>
  readonly agents: ReadonlyMap<string, AgentNow>
  /** Bare addresses of bots that are there. */
  readonly bots: ReadonlySet<string>
  /** Bare addresses, and until when they are refused. */
  readonly keptOut: ReadonlyMap<string, number>
  readonly past: ReadonlyMap<string, PastChat>
  /** By queue: how long the last chats took an agent, in milliseconds. */
  readonly served: ReadonlyMap<string, readonly number[]>
}

export const emptyState: QueueState = {
  chats: new Map(),
  needs: new Map(),
  offers: new Map(),
  agents: new Map(),
  bots: new Set(),
  keptOut: new Map(),
  past: new Map(),
  served: new Map(),
}

export const bareOf = (jid: string): string => jid.split('/', 1)[0] ?? jid
