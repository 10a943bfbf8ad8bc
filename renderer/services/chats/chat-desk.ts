import type { HandOnTarget } from '../../domain/chat-people.ts'
import type { ChatOfferId, ConversationId, MessageId } from '../../domain/ids.ts'
import type { SharedFile } from '../../domain/message.ts'

/** What an agent can do with chats. What is written is on this computer's disk when the promise says `true`. */
export interface ChatDesk {
  accept(offer: ChatOfferId): Promise<void>
  reject(offer: ChatOfferId): Promise<void>
  /** Brings the page of this chat to the front. */
  show(conversation: ConversationId): void
  /** The agent sees the newest message of this chat now. */
  seen(conversation: ConversationId): void
  /** The chat whose customer waits longest, other than the one that is shown. */
  showNeediest(): void
  /** Older messages from the disk: some, or as many as reach the message of that place. */
  older(conversation: ConversationId, to?: number): Promise<void>
  draft(conversation: ConversationId, text: string): void
  /** The customer sees that somebody writes. */
  composing(conversation: ConversationId, composing: boolean): void
  /** Stored, and then sent in order as soon as it can be. `false` when the disk refused it: the draft stays. */
  send(conversation: ConversationId, text: string): Promise<boolean>
  share(
    conversation: ConversationId,
    file: { readonly name: string; readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> },
  ): Promise<boolean>
  /** Of a file that somebody sent: checked by its bytes; `undefined` with a problem shown. */
  fetchFile(
    file: SharedFile,
  ): Promise<{ readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> } | undefined>
  sendAgain(conversation: ConversationId, message: MessageId): Promise<boolean>
  askPeople(): Promise<void>
  handOn(conversation: ConversationId, to: HandOnTarget, note: string, keep: boolean): Promise<boolean>
  end(conversation: ConversationId): Promise<boolean>
  report(conversation: ConversationId, reason: string, block: boolean): Promise<boolean>
  /** Calls the customer of this chat; both are one story. */
  call(conversation: ConversationId): Promise<void>
  search(text: string): Promise<void>
  clearSearch(): void
  /** Lists the newest chats that have ended, and then those before them. */
  readPast(): Promise<void>
  readMorePast(): Promise<void>
  /** To be read, as far back as the message of that place: it has no page, and leaves no new record. */
  openPast(conversation: ConversationId, to?: number): Promise<void>
  /** Reads further back in it. */
  olderInPast(): Promise<void>
  closePast(): void
  /** Tries the link now. */
  retry(): void
}
