import type { ChatColleague, ChatQueueNow, ChatStanding, HandOnTarget } from '../domain/chat-people.ts'
import type {
  ChatCustomer,
  ChatOffer,
  ChatParticipant,
  ConversationEnd,
  RevokeReason,
} from '../domain/conversation.ts'
import type { HandOver } from '../domain/hand-over.ts'
import type { ChatOfferId, ConversationId, MessageId } from '../domain/ids.ts'
import type { Message, MessageBody, SharedFile } from '../domain/message.ts'
import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'
import type { LinkDoubt, LinkFact } from './telephony.ts'
import type { Undo } from './undo.ts'

export interface ChatAccount {
  /** In the order in which they are tried. */
  readonly servers: readonly string[]
  readonly domain: string
  /** The address of the chat queue's component. */
  readonly queues: string
  readonly user: string
  readonly password: string
  /** Shown to customers. */
  readonly name: string
  /** Stays with this installation, so that the server knows the desk again (RFC 6120 §7.7). */
  readonly resource: string
}

/** A message as it came: the desk gives it its place. */
export interface ArrivedMessage extends Omit<Message, 'place' | 'delivery'> {
  /** The id that its writer gave it, whoever that was. */
  readonly origin?: string | undefined
}

/** A chat that the queue says is this agent's. */
export interface OwnConversation {
  readonly id: ConversationId
  readonly queue: string
  readonly customer: ChatCustomer
  readonly handOver: HandOver | undefined
  readonly reason: ChatOffer['reason']
  readonly from: ChatOffer['from']
  readonly askedAt: number
}

interface In<K extends string> {
  readonly kind: K
  readonly conversation: ConversationId
}

export type ConversationFact =
  /**
   * The desk is in the room, and everything since the mark that was given has been told, in the archive's order. What is
   * still `waiting` here was not received by the server, and may be sent.
   */
  | In<'conversation-caught-up'>
  /** Of others, and of this agent (the room's echo or the archive): nothing is told twice in one session. */
  | (In<'messages-arrived'> & { readonly messages: readonly ArrivedMessage[] })
  | (In<'message-delivered'> & { readonly message: MessageId })
  /** Everything up to this one. */
  | (In<'message-read'> & { readonly message: MessageId })
  /** The server will not have it, and says so for good. */
  | (In<'message-refused'> & { readonly message: MessageId })
  | (In<'participants'> & { readonly participants: readonly ChatParticipant[] })
  | (In<'conversation-over'> & { readonly end: ConversationEnd })
  /** To whom it was handed on has taken it, or nobody has. */
  | (In<'handed-on'> & { readonly outcome: 'taken' | 'refused'; readonly name: string })

export type ChatFact =
  | LinkFact
  | ConversationFact
  | { readonly kind: 'chat-offered'; readonly offer: ChatOffer }
  | { readonly kind: 'offer-revoked'; readonly offer: ChatOfferId; readonly why: RevokeReason }
  /** How customers see this agent, as the centre has set it. */
  | { readonly kind: 'agent-named'; readonly name: string }
  /** After each fresh session, and when the queue gives this agent one: all that are theirs. */
  | { readonly kind: 'own-conversations'; readonly conversations: readonly OwnConversation[] }
  | { readonly kind: 'queues-told'; readonly queues: readonly ChatQueueNow[] }
  /** The queue's component is gone: chats go on, none is offered. */
  | { readonly kind: 'queue-gone' }
  | { readonly kind: 'queue-back' }

type Outcome<T = undefined> = Promise<Result<T, Problem>>

/** Bounded, so that a stall of the other side never leaves the agent waiting: 10 s for each answer. */
export interface Chat {
  /** Resolves when a server has accepted the account. Fails with wrong-password, server-unreachable or server-refused. */
  signIn(account: ChatAccount): Outcome
  /** Says goodbye to the server, so that nothing waits for a desk that has gone. */
  signOut(): Promise<void>
  doubtLink(why: LinkDoubt): void
  /** Told again by itself after each fresh session. */
  stand(standing: ChatStanding): void
  /** Resolves when the chat is this agent's. Fails with chat-gone when somebody else has it, or nobody wants it any more. */
  accept(offer: ChatOfferId): Outcome
  reject(offer: ChatOfferId): Promise<void>
  /**
   * Keeps the desk in this conversation, over every new session, until `leave`. Facts come in this order: what the archive
   * has after `readTo`, `conversation-caught-up`, and then what is said now. For one that the desk is in already it reads
   * the archive anew, and `conversation-caught-up` comes again: what was sent before it has arrived, or never will.
   */
  enter(conversation: ConversationId, readTo: string | undefined): void
  leave(conversation: ConversationId): void
  /**
   * Hands a message to the link; `false` when there is none or the conversation is not caught up. Whether it has arrived is
   * told by `messages-arrived` alone. A message that was handed over since the last `conversation-caught-up` is not sent
   * twice.
   */
  send(conversation: ConversationId, message: MessageId, body: MessageBody): boolean
  /** The agent has seen everything up to this message (XEP-0333). */
  seen(conversation: ConversationId, message: MessageId): void
  composing(conversation: ConversationId, composing: boolean): void
  /** Fails with file-too-large, chat-file-refused or chat-unreachable. `progress`: 0 to 1. */
  share(file: {
    readonly name: string
    readonly type: string
    readonly bytes: Uint8Array<ArrayBuffer>
    readonly progress?: (part: number) => void
    readonly signal?: AbortSignal
  }): Outcome<SharedFile>
  /** The bytes of a shared file, at most `largestSharedFile`. Fails with file-missing, file-too-large or chat-unreachable. */
  fetchFile(file: SharedFile): Outcome<Uint8Array<ArrayBuffer>>
  people(): Outcome<{ readonly colleagues: readonly ChatColleague[]; readonly queues: readonly string[] }>
  /**
   * `keep`: the agent stays and the other joins. Resolves when the queue has begun to offer it. Fails with chat-not-handed-on.
   */
  handOn(
    conversation: ConversationId,
    to: HandOnTarget,
    more: { readonly note: string; readonly keep: boolean },
  ): Outcome
  /** For the customer too. Fails with chat-not-ended while the queue cannot be reached. */
  end(conversation: ConversationId): Outcome
  /** Tells the leads, and with `block` keeps the customer out for the time that the site has set. */
  report(conversation: ConversationId, more: { readonly reason: string; readonly block: boolean }): Outcome
  listen(listener: (fact: ChatFact) => void): Undo
}
