import type { ChatRole } from './conversation.ts'
import type { ConversationId, MessageId } from './ids.ts'

/** A file that somebody put on the centre's server for this chat (XEP-0363). Nothing is fetched until the agent asks. */
export interface SharedFile {
  readonly url: string
  readonly name: string
  /** As the sender says (RFC 6838); `undefined` when they do not. */
  readonly type: string | undefined
  /** Bytes. */
  readonly size: number | undefined
}

export type MessageBody =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly file: SharedFile }
  /** Too long, in no form that the desk knows, or of a private stretch: it is said that there was something. */
  | { readonly kind: 'left-out'; readonly why: 'too-long' | 'not-understood' | 'private' }
  /** What the centre told the customer: who came, who left, that the link is broken. */
  | { readonly kind: 'notice'; readonly notice: ChatNotice; readonly text: string }

export const chatNotices = [
  'waiting',
  'agent-joined',
  'agent-left',
  'agent-away',
  'agent-back',
  'ended',
  'bot',
] as const
export type ChatNotice = (typeof chatNotices)[number]

/**
 * How far a message of this desk has come. `waiting`: on this computer's disk alone; `sent`: in the room's archive, so it
 * cannot be lost any more; `delivered` and `read`: the customer's program says so (XEP-0184, XEP-0333); `refused`: the
 * server will not have it.
 */
export const deliveries = ['waiting', 'sent', 'delivered', 'read', 'refused'] as const
export type Delivery = (typeof deliveries)[number]

const next = {
  waiting: ['sent', 'delivered', 'read', 'refused'],
  sent: ['delivered', 'read'],
  delivered: ['read'],
  read: [],
  // The agent sends it again.
  refused: ['waiting', 'sent', 'delivered', 'read'],
} as const satisfies Record<Delivery, readonly Delivery[]>

/** Receipts may come late, twice and out of order: a message never falls back. */
export const laterDelivery = (from: Delivery, to: Delivery): Delivery =>
  (next[from] as readonly Delivery[]).includes(to) ? to : from

export interface Message {
  readonly id: MessageId
  readonly conversation: ConversationId
  readonly from: { readonly role: ChatRole; readonly name: string }
  /** Epoch milliseconds: the server's word where it has one and it lies in the past, otherwise this desk's clock. */
  readonly at: number
  /**
   * Its place among the others of its conversation: those of the archive in the archive's order, then those that wait in
   * the order in which they were written.
   */
  readonly place: number
  /** The archive's id (XEP-0359 §5); `undefined` while it waits. */
  readonly archived: string | undefined
  readonly body: MessageBody
  /** Of this agent's own; `undefined` for what others wrote. */
  readonly delivery: Delivery | undefined
}

/** What is kept of a message that must not be kept: that there was one. What the centre tells everybody is no secret. */
export const withheld = (message: Message): Message =>
  message.body.kind === 'notice' ? message : { ...message, body: { kind: 'left-out', why: 'private' } }

/** Characters (UTF-16 units) of one message: what a person writes, and what a room's archive takes. */
export const longestMessage = 10_000

/** Waiting messages come after everything that the archive has. */
export const waitingPlace = 2 ** 52
