import type { Conversation } from '../domain/conversation.ts'
import type { ConversationId, MessageId } from '../domain/ids.ts'
import type { Message } from '../domain/message.ts'
import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'

type Outcome<T> = Promise<Result<T, Problem>>

/** The chats on this computer. Everything of a customer is encrypted. */
export interface ChatStore {
  /** Every one that has not ended. */
  openConversations(): Outcome<readonly Conversation[]>
  conversation(id: ConversationId): Outcome<Conversation | undefined>
  /** The newest first; `before` is the `lastAt` of the last one of the page before. */
  conversations(before: number | undefined, limit: number): Outcome<readonly Conversation[]>
  /** Of one conversation, oldest first: the last `limit` before that place. */
  messages(id: ConversationId, before: number | undefined, limit: number): Outcome<readonly Message[]>
  /** Those of these ids that are kept here: what came twice is known by it. */
  known(id: ConversationId, messages: readonly MessageId[]): Outcome<readonly Message[]>
  /** Own messages that the archive does not have, in the order in which they were written. */
  waiting(id: ConversationId): Outcome<readonly Message[]>
  /** All of it on the disk, or none: one transaction of strict durability. Fails with not-saved. */
  commit(change: ChatChange): Outcome<undefined>
  /** Newest first, in all chats, by words that begin so; accents and case do not matter. */
  search(text: string, limit: number): Outcome<readonly Message[]>
  /** Bytes of a file that waits to be sent. */
  file(id: MessageId): Outcome<Uint8Array<ArrayBuffer> | undefined>
  drafts(): Outcome<readonly ChatDraft[]>
  saveDraft(draft: ChatDraft): Outcome<undefined>
  dropDraft(conversation: ConversationId): Outcome<undefined>
  /** Forgets ended conversations whose last message is older, with all of theirs; but for those that are spared. */
  forgetBefore(time: number, spared?: ReadonlySet<ConversationId>): Outcome<number>
}

export interface ChatChange {
  readonly conversations?: readonly Conversation[]
  /** In the place of those with the same id in the same conversation. */
  readonly messages?: readonly Message[]
  readonly files?: readonly { readonly message: MessageId; readonly bytes: Uint8Array<ArrayBuffer> }[]
  readonly dropFiles?: readonly MessageId[]
}

/** What is written and not sent. */
export interface ChatDraft {
  readonly conversation: ConversationId
  readonly text: string
  readonly savedAt: number
}
