import type { Call, EndCause } from './call.ts'
import type { ContactId, InteractionId } from './ids.ts'

/** Wrap-up codes: what came of an interaction. A site's own list comes with its configuration, in a later version. */
export const dispositions = [
  'resolved',
  'information-given',
  'call-back-promised',
  'passed-on',
  'customer-gave-up',
  'wrong-number',
] as const
export type Disposition = (typeof dispositions)[number]

/** One piece of work with a customer: what is kept. Times are epoch milliseconds. */
export interface Interaction {
  readonly id: InteractionId
  readonly channel: 'call'
  readonly contact: ContactId | undefined
  /** E.164 or as received; `undefined` when withheld. */
  readonly number: string | undefined
  readonly queue: string | undefined
  readonly offeredAt: number
  readonly answeredAt: number | undefined
  readonly endedAt: number | undefined
  readonly endCause: EndCause | undefined
  readonly note: string
  readonly disposition: Disposition | undefined
  /** `undefined` until the agent has finished the wrap-up. */
  readonly finishedAt: number | undefined
}

/** The record that a call leaves, with what the agent has written so far. */
export function interactionOfCall(
  call: Call,
  written: Pick<Interaction, 'id' | 'contact' | 'note' | 'disposition'>,
): Interaction {
  return {
    ...written,
    channel: 'call',
    number: call.caller.number,
    queue: call.caller.queue,
    offeredAt: call.offeredAt,
    answeredAt: call.answeredAt,
    endedAt: call.endedAt,
    endCause: call.endCause,
    finishedAt: undefined,
  }
}

/** An interaction that the desk left before its wrap-up was finished: a crash, or a power cut. */
export const isUnfinished = (interaction: Interaction): boolean => interaction.finishedAt === undefined

/** Most recent first. */
export const byNewest = (a: Interaction, b: Interaction): number => b.offeredAt - a.offeredAt
