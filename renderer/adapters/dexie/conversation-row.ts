import * as v from 'valibot'

import { chatReasons, conversationEnds } from '../../domain/conversation.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { parseHandOver } from '../../domain/hand-over.ts'
import { asConversationId } from '../../domain/ids.ts'
import { languages } from '../../domain/language.ts'
import { seal, unseal } from './sealing.ts'
import type { Sealed, StoreKeys } from './sealing.ts'

/**
 * A chat on the disk. In clear: when somebody worked, and nothing of the customer. That orders the rows; a chat is read from
 * what is sealed alone.
 */
export interface ConversationRow {
  readonly id: string
  readonly lastAt: number
  /** 1 while it goes on: IndexedDB cannot index a boolean. */
  readonly open: 0 | 1
  readonly sealed: Sealed
}

/** Dexie's indexes of the table. */
export const conversationIndexes = 'id, lastAt, open'

const text = v.optional(v.string())
const time = v.optional(v.number())

const Stored = v.object({
  queue: v.string(),
  customer: v.strictObject({
    name: text,
    language: v.optional(v.picklist(languages)),
    number: text,
    address: text,
    question: text,
  }),
  handOver: v.optional(v.unknown()),
  reason: v.picklist(chatReasons),
  from: v.optional(v.object({ name: v.string(), note: v.string() })),
  askedAt: v.number(),
  takenAt: v.number(),
  endedAt: time,
  end: v.optional(v.picklist(conversationEnds)),
  readTo: text,
  unread: v.number(),
  unansweredSince: time,
  firstAnswerAt: time,
  lastAt: v.number(),
})

const place = (id: string): string => `conversations/${id}`

export async function toConversationRow(
  keys: StoreKeys,
  conversation: Conversation,
): Promise<ConversationRow> {
  const { id, ...rest } = conversation
  return {
    id,
    lastAt: rest.lastAt,
    open: rest.endedAt === undefined ? 1 : 0,
    sealed: await seal(keys, place(id), rest),
  }
}

/** @throws when the row cannot be decrypted, or holds what no version of the desk has written. */
export async function fromConversationRow(keys: StoreKeys, row: ConversationRow): Promise<Conversation> {
  const stored = v.parse(Stored, await unseal(keys, place(row.id), row.sealed))
  const { name, language, number, address, question } = stored.customer
  return {
    ...stored,
    id: asConversationId(row.id),
    customer: { name, language, number, address, question },
    handOver: parseHandOver(stored.handOver),
    from: stored.from,
    endedAt: stored.endedAt,
    end: stored.end,
    readTo: stored.readTo,
    unansweredSince: stored.unansweredSince,
    firstAnswerAt: stored.firstAnswerAt,
  }
}
