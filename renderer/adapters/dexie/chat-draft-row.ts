import * as v from 'valibot'

import { asConversationId } from '../../domain/ids.ts'
import type { ChatDraft } from '../../ports/chat-store.ts'
import { seal, unseal } from './sealing.ts'
import type { Sealed, StoreKeys } from './sealing.ts'

/** What is being written in a chat, on the disk. */
export interface ChatDraftRow {
  readonly id: string
  readonly savedAt: number
  readonly sealed: Sealed
}

/** Dexie's indexes of the table. */
export const chatDraftIndexes = 'id'

const place = (id: string): string => `chatDrafts/${id}`

export const toChatDraftRow = async (keys: StoreKeys, draft: ChatDraft): Promise<ChatDraftRow> => ({
  id: draft.conversation,
  savedAt: draft.savedAt,
  sealed: await seal(keys, place(draft.conversation), draft.text),
})

/** @throws when the row cannot be decrypted, or holds what no version of the desk has written. */
export const fromChatDraftRow = async (keys: StoreKeys, row: ChatDraftRow): Promise<ChatDraft> => ({
  conversation: asConversationId(row.id),
  text: v.parse(v.string(), await unseal(keys, place(row.id), row.sealed)),
  savedAt: row.savedAt,
})
