import type { MessageId } from '../../domain/ids.ts'
import { messageIndex } from './message-row.ts'
import { sealBytes, unsealBytes } from './sealing.ts'
import type { Sealed, StoreKeys } from './sealing.ts'

/** The bytes of a file that waits to be sent, under its message's name on the disk. */
export interface ChatFileRow {
  readonly id: string
  readonly sealed: Sealed
}

/** Dexie's indexes of the table. */
export const chatFileIndexes = 'id'

const place = (id: string): string => `chatFiles/${id}`

export async function toChatFileRow(
  keys: StoreKeys,
  message: MessageId,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ChatFileRow> {
  const id = await messageIndex(keys, message)
  return { id, sealed: await sealBytes(keys, place(id), bytes) }
}

/** @throws when the row cannot be decrypted. */
export const fromChatFileRow = (keys: StoreKeys, row: ChatFileRow): Promise<Uint8Array<ArrayBuffer>> =>
  unsealBytes(keys, place(row.id), row.sealed)
