import type { Call, Direction, EndCause } from './call.ts'
import type { Conversation, ConversationEnd } from './conversation.ts'
import type { SpeechFacts } from './speech-facts.ts'
import type { CaseId, ContactId, ConversationId, InteractionId } from './ids.ts'

/** Wrap-up codes: what came of an interaction. A site's own list comes with its configuration, in a later version. */
export const dispositions = [
  'resolved',
  'information-given',
  'call-back-promised',
  'passed-on',
  'customer-gave-up',
  'wrong-number',
  'not-reached',
] as const
export type Disposition = (typeof dispositions)[number]

/** Nobody dials a wrong number in a chat. */
export const dispositionsOf = (channel: Interaction['channel']): readonly Disposition[] =>
  channel === 'call'
    ? dispositions
    : dispositions.filter((one) => one !== 'wrong-number' && one !== 'not-reached')

/** One piece of work with a customer: what is kept. Times are epoch milliseconds. */
export interface Interaction {
  readonly id: InteractionId
  readonly channel: 'call' | 'chat'
  readonly direction: Direction
  readonly contact: ContactId | undefined
  /** E.164 or as received; `undefined` when withheld. */
  readonly number: string | undefined
  readonly queue: string | undefined
  /** When it was offered, or dialled. */
  readonly offeredAt: number
  /** When it began to ring, here or at the other end; `undefined` for one that never rang. */
  readonly rangAt: number | undefined
  readonly answeredAt: number | undefined
  readonly endedAt: number | undefined
  /** Of a call. */
  readonly endCause: EndCause | undefined
  /** Of a chat. */
  readonly conversation: ConversationId | undefined
  readonly conversationEnd: ConversationEnd | undefined
  /** The interaction from which this one was begun, such as the chat in which a call was agreed: both are one story. */
  readonly continues: InteractionId | undefined
  readonly note: string
  readonly disposition: Disposition | undefined
  /** The case that it is about: what comes of it is written there. */
  readonly case: CaseId | undefined
  /** Of a call, once it is over and could be heard. */
  readonly speech?: SpeechFacts | undefined
  /** `undefined` until the agent has finished the wrap-up. */
  readonly finishedAt: number | undefined
}

/** The record that a call leaves, with what the agent has written so far. */
export function interactionOfCall(
  call: Call,
  written: Pick<Interaction, 'id' | 'contact' | 'note' | 'disposition' | 'case' | 'continues'>,
): Interaction {
  return {
    ...written,
    channel: 'call',
    direction: call.direction,
    number: call.party.number,
    queue: call.party.queue,
    offeredAt: call.offeredAt,
    rangAt: call.rangAt,
    answeredAt: call.answeredAt,
    endedAt: call.endedAt,
    endCause: call.endCause,
    ...{ conversation: undefined, conversationEnd: undefined, finishedAt: undefined },
  }
}

/** The record that a chat leaves. */
export function interactionOfChat(
  { id, queue, customer, askedAt, takenAt, endedAt, end }: Conversation,
  written: Pick<Interaction, 'id' | 'contact' | 'note' | 'disposition' | 'case' | 'continues'>,
): Interaction {
  return {
    ...written,
    ...{ channel: 'chat', direction: 'incoming', number: customer.number, queue, conversation: id },
    ...{ offeredAt: askedAt, rangAt: undefined, answeredAt: takenAt, endedAt },
    ...{ endCause: undefined, conversationEnd: end, finishedAt: undefined },
  }
}

/** An interaction that the desk left before its wrap-up was finished: a crash, or a power cut. */
export const isUnfinished = (interaction: Interaction): boolean => interaction.finishedAt === undefined

/** Most recent first. */
export const byNewest = (a: Interaction, b: Interaction): number => b.offeredAt - a.offeredAt
