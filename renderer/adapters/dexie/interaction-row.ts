import * as v from 'valibot'

import { endCauses } from '../../domain/call.ts'
import { conversationEnds } from '../../domain/conversation.ts'
import { asCaseId, asContactId, asConversationId, asInteractionId } from '../../domain/ids.ts'
import { dispositions } from '../../domain/interaction.ts'
import type { Interaction } from '../../domain/interaction.ts'
import { blindIndex, seal, unseal } from './sealing.ts'
import type { Sealed, StoreKeys } from './sealing.ts'

/** An interaction on the disk. What is in clear tells when somebody worked, and nothing of the customer. */
export interface InteractionRow {
  readonly id: string
  readonly offeredAt: number
  /** 1 while the wrap-up is not finished: IndexedDB cannot index a boolean. */
  readonly unfinished: 0 | 1
  /** Blind index of the contact; empty without one. */
  readonly contact: string
  readonly sealed: Sealed
}

/** Dexie's indexes of the table. */
export const interactionIndexes = 'id, offeredAt, unfinished, [contact+offeredAt]'

const time = v.optional(v.number())
const span = v.number()

/**
 * Rows of the first version have no direction and no ring: the desk could not call anybody then. Those of the second
 * have no case, those of the third no conversation, and those of the fifth do not tell who spoke.
 */
const Stored = v.object({
  id: v.pipe(v.string(), v.transform(asInteractionId)),
  channel: v.picklist(['call', 'chat']),
  direction: v.optional(v.picklist(['incoming', 'outgoing'])),
  rangAt: time,
  contact: v.optional(v.pipe(v.string(), v.transform(asContactId))),
  number: v.optional(v.string()),
  queue: v.optional(v.string()),
  offeredAt: v.number(),
  answeredAt: time,
  endedAt: time,
  endCause: v.optional(v.picklist(endCauses)),
  note: v.string(),
  disposition: v.optional(v.picklist(dispositions)),
  case: v.optional(v.pipe(v.string(), v.transform(asCaseId))),
  conversation: v.optional(v.pipe(v.string(), v.transform(asConversationId))),
  conversationEnd: v.optional(v.picklist(conversationEnds)),
  continues: v.optional(v.pipe(v.string(), v.transform(asInteractionId))),
  speech: v.optional(
    v.object({
      ...{ me: span, customer: span, both: span, silence: span },
      ...{ heldByMe: span, heldByCustomer: span },
    }),
  ),
  finishedAt: time,
})

const place = (id: string): string => `interactions/${id}`

export const contactIndex = (keys: StoreKeys, contact: string): Promise<string> =>
  blindIndex(keys, 'interaction.contact', contact)

export async function toInteractionRow(keys: StoreKeys, interaction: Interaction): Promise<InteractionRow> {
  const { id, offeredAt, contact, finishedAt } = interaction
  return {
    id,
    offeredAt,
    unfinished: finishedAt === undefined ? 1 : 0,
    contact: contact === undefined ? '' : await contactIndex(keys, contact),
    sealed: await seal(keys, place(id), interaction),
  }
}

/** @throws when the row cannot be decrypted, or holds what no version of the desk has written. */
export async function fromInteractionRow(keys: StoreKeys, row: InteractionRow): Promise<Interaction> {
  const stored = v.parse(Stored, await unseal(keys, place(row.id), row.sealed))
  return {
    ...stored,
    contact: stored.contact,
    number: stored.number,
    queue: stored.queue,
    direction: stored.direction ?? 'incoming',
    // What the first version wrote had rung at the moment of its offer.
    rangAt: stored.direction === undefined ? stored.offeredAt : stored.rangAt,
    answeredAt: stored.answeredAt,
    endedAt: stored.endedAt,
    endCause: stored.endCause,
    disposition: stored.disposition,
    case: stored.case,
    conversation: stored.conversation,
    conversationEnd: stored.conversationEnd,
    continues: stored.continues,
    finishedAt: stored.finishedAt,
  }
}
