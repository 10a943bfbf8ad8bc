import type { HandOver } from './hand-over.ts'
import type { ChatOfferId, ConversationId } from './ids.ts'
import type { Language } from './language.ts'

/**
 * Who wrote something, or is there. What the server vouches for decides, never a name that somebody gives themselves:
 * whoever cannot be proved to belong to the centre is the customer.
 */
export const chatRoles = ['customer', 'bot', 'me', 'colleague', 'lead', 'centre'] as const
export type ChatRole = (typeof chatRoles)[number]

/** As the customer, or the page that they came from, says; nothing in it has been checked. */
export interface ChatCustomer {
  readonly name: string | undefined
  readonly language: Language | undefined
  /** A telephone number and a mail address, by which the desk finds the contact. */
  readonly number: string | undefined
  readonly address: string | undefined
  /** What it is about, in their own words. */
  readonly question: string | undefined
}

/** Why a chat comes to this agent. */
export const chatReasons = ['new', 'returning', 'transfer', 'invited', 'agent-away'] as const
export type ChatReason = (typeof chatReasons)[number]

export interface ChatOffer {
  readonly id: ChatOfferId
  readonly conversation: ConversationId
  readonly queue: string
  readonly customer: ChatCustomer
  readonly reason: ChatReason
  /** Who hands it on, and what they wrote for the agent alone. */
  readonly from: { readonly name: string; readonly note: string } | undefined
  readonly handOver: HandOver | undefined
  /** When the customer asked, and until when the agent may answer. Epoch milliseconds. */
  readonly askedAt: number
  readonly answerBy: number
}

/** Why an offer is no longer there. */
export const revokeReasons = ['timeout', 'taken', 'customer-left', 'withdrawn'] as const
export type RevokeReason = (typeof revokeReasons)[number]

export const conversationEnds = [
  'agent-ended',
  'customer-left',
  /** Somebody else has it now. */
  'transferred',
  /** The agent was away too long, and it was given to somebody else. */
  'taken-over',
  /** The server has destroyed its room. */
  'room-gone',
  'blocked',
] as const
export type ConversationEnd = (typeof conversationEnds)[number]

/**
 * `joining`: the desk is on its way into the room and what was written is being read; `open`; `ended`: nothing can be sent
 * any more.
 */
export type ConversationState = 'joining' | 'open' | 'ended'

/** A chat that this agent has or had, as it is kept on this computer. Times are epoch milliseconds. */
export interface Conversation {
  readonly id: ConversationId
  readonly queue: string
  readonly customer: ChatCustomer
  readonly handOver: HandOver | undefined
  readonly reason: ChatReason
  readonly from: ChatOffer['from']
  readonly askedAt: number
  /** When this agent took it. */
  readonly takenAt: number
  readonly endedAt: number | undefined
  readonly end: ConversationEnd | undefined
  /** The archive's id of the newest message that was read into the store (XEP-0313 §4.3.1); asked from there next time. */
  readonly readTo: string | undefined
  /** How many of the others' messages the agent has not seen. */
  readonly unread: number
  /** The oldest message of the customer that nobody has answered. */
  readonly unansweredSince: number | undefined
  /** When the first answer of this agent was sent. */
  readonly firstAnswerAt: number | undefined
  /** The newest message's time: the order of the list of all chats. */
  readonly lastAt: number
}

/** Who is in the room. `id` is made by the server and cannot be chosen (XEP-0421). */
export interface ChatParticipant {
  readonly id: string
  readonly role: ChatRole
  readonly name: string
  readonly present: boolean
  readonly composing: boolean
}

/** Of every open conversation, the one whose customer waits longest for an answer first; then those that wait for nobody. */
export function byNeed(a: Conversation, b: Conversation): number {
  const [since, until] = [a.unansweredSince ?? Infinity, b.unansweredSince ?? Infinity]
  return since === until ? a.takenAt - b.takenAt : since - until
}
