import * as v from 'valibot'

import { chatRoles } from '../../domain/conversation.ts'
import { asConversationId, asMessageId } from '../../domain/ids.ts'
import { chatNotices, deliveries } from '../../domain/message.ts'
import type { Message } from '../../domain/message.ts'
import { blindIndex, seal, unseal } from './sealing.ts'
import type { Sealed, StoreKeys } from './sealing.ts'

/** A message of a chat on the disk. What is in clear orders the rows; a message is read from what is sealed alone. */
export interface MessageRow {
  readonly conversation: string
  /** Blind index of the message's id: others choose theirs, and some programs put their user's name in it. */
  readonly id: string
  readonly place: number
  /** The conversation, while the message is the agent's and not in the archive: the index has only those. */
  readonly waits?: string
  readonly sealed: Sealed
}

/** Dexie's indexes of the table: a chat's messages lie beside each other in their order. */
export const messageIndexes = '[conversation+id], [conversation+place], [waits+place]'

/** With every field, as the screen knows it: JSON leaves out those that are `undefined`. */
const File = v.pipe(
  v.object({ url: v.string(), name: v.string(), type: v.optional(v.string()), size: v.optional(v.number()) }),
  v.transform(({ url, name, type, size }) => ({ url, name, type, size })),
)

const Body = v.variant('kind', [
  v.object({ kind: v.literal('text'), text: v.string() }),
  v.object({ kind: v.literal('file'), file: File }),
  v.object({ kind: v.literal('left-out'), why: v.picklist(['too-long', 'not-understood', 'private']) }),
  v.object({ kind: v.literal('notice'), notice: v.picklist(chatNotices), text: v.string() }),
])

const Stored = v.object({
  id: v.pipe(v.string(), v.transform(asMessageId)),
  from: v.object({ role: v.picklist(chatRoles), name: v.string() }),
  at: v.number(),
  place: v.number(),
  archived: v.optional(v.string()),
  body: Body,
  delivery: v.optional(v.picklist(deliveries)),
})

const place = (conversation: string, id: string): string => `messages/${conversation}/${id}`

/** The name of a message on the disk, and of the file that goes with it. */
export const messageIndex = (keys: StoreKeys, id: string): Promise<string> =>
  blindIndex(keys, 'message.id', id)

/** Whether it is the agent's, and not in the archive. */
export const waits = ({ delivery, archived }: Message): boolean =>
  delivery !== undefined && archived === undefined

export async function toMessageRow(keys: StoreKeys, message: Message): Promise<MessageRow> {
  const { conversation, ...rest } = message
  const id = await messageIndex(keys, message.id)
  return {
    ...{ conversation, id, place: message.place },
    ...(waits(message) && { waits: conversation }),
    sealed: await seal(keys, place(conversation, id), rest),
  }
}

/** @throws when the row cannot be decrypted, or holds what no version of the desk has written. */
export async function fromMessageRow(keys: StoreKeys, row: MessageRow): Promise<Message> {
  const sealed = await unseal(keys, place(row.conversation, row.id), row.sealed)
  const { archived, delivery, ...stored } = v.parse(Stored, sealed)
  return { ...stored, archived, delivery, conversation: asConversationId(row.conversation) }
}
