import type { RevokeReason } from '../../../../renderer/domain/conversation.ts'
import type { ChatNotice } from '../../../../renderer/domain/message.ts'
import type { QueueSite } from '../site.ts'
import type { Chat, Metadata, Need, Occupant, Offer, QueueState, Target, Untold } from './state.ts'

/** Who asks for something in a chat, as the server vouches for them. */
export type Asker =
  { readonly kind: 'agent'; readonly user: string } | { readonly kind: 'bot'; readonly address: string }

/** What the queue is told. `room` is the chat's; addresses have their resource. */
export interface QueueEvents {
  readonly asked: {
    readonly room: string
    readonly queue: string
    readonly address: string
    readonly metadata: Metadata
  }
  readonly departed: { readonly queue: string; readonly address: string }
  readonly 'customer-gone': { readonly room: string; readonly address: string }
  readonly 'customer-back': { readonly room: string; readonly address: string }
  readonly 'agent-there': {
    readonly user: string
    readonly address: string
    readonly takes: boolean
    readonly most: number
  }
  readonly 'agent-gone': { readonly user: string; readonly address: string; readonly onPurpose: boolean }
  readonly 'bot-there': { readonly address: string }
  readonly 'bot-gone': { readonly address: string }
  readonly accepted: { readonly offer: string; readonly user: string }
  readonly rejected: { readonly offer: string; readonly user: string }
  /** The desk did not even answer the offer. */
  readonly unreached: { readonly offer: string }
  readonly 'hand-on': {
    readonly room: string
    readonly by: string
    readonly to: Target
    readonly note: string
    readonly keep: boolean
  }
  /** `json` has been found to be a hand-over. */
  readonly 'hand-over': { readonly room: string; readonly by: Asker; readonly json: string }
  readonly end: { readonly room: string; readonly by: Asker }
  readonly report: {
    readonly room: string
    readonly by: string
    readonly reason: string
    readonly block: boolean
  }
  readonly wrote: { readonly room: string; readonly who: 'customer' | 'bot' }
  readonly occupants: { readonly room: string; readonly occupants: readonly Occupant[] }
  readonly 'room-gone': { readonly room: string }
  /** The component's link is up, for the first time or again: what happened meanwhile was not heard. */
  readonly 'link-up': unknown
  readonly tick: unknown
}

export type QueueEventKind = keyof QueueEvents
export type QueueEvent = { [K in QueueEventKind]: { readonly kind: K } & QueueEvents[K] }[QueueEventKind]

/** What is to be done, in this order, after the new state is on the disk. */
export type Effect =
  /** Makes the room where there is none, and lets in and invites who belongs to it. */
  | { readonly kind: 'open-room'; readonly chat: Chat }
  | { readonly kind: 'replace-customer'; readonly chat: Chat; readonly before: string }
  | { readonly kind: 'admit'; readonly room: string; readonly user: string }
  | { readonly kind: 'dismiss-agent'; readonly room: string; readonly user: string }
  | { readonly kind: 'dismiss-bot'; readonly room: string; readonly address: string }
  | { readonly kind: 'close-room'; readonly chat: Chat }
  | { readonly kind: 'destroy-room'; readonly room: string }
  | { readonly kind: 'notice'; readonly chat: Chat; readonly notice: ChatNotice; readonly name: string }
  | { readonly kind: 'offer'; readonly offer: Offer; readonly need: Need; readonly chat: Chat }
  | {
      readonly kind: 'revoke'
      readonly offer: Offer
      readonly queue: string
      readonly reason: RevokeReason
    }
  | {
      readonly kind: 'tell-chat'
      readonly to: string
      readonly chat: Chat
      readonly user: string | undefined
    }
  | { readonly kind: 'tell'; readonly to: string; readonly what: Untold }
  | {
      readonly kind: 'tell-report'
      readonly to: string
      readonly room: string
      readonly by: string
      readonly reason: string
    }
  /** Presence to a desk, a bot or a customer, which they answer with theirs. */
  | { readonly kind: 'greet'; readonly to: string; readonly queue: string | undefined }

/** Conditions of RFC 6120 §8.3.3. */
export type Refusal =
  'bad-request' | 'conflict' | 'forbidden' | 'item-not-found' | 'not-acceptable' | 'resource-constraint'

export type Answer = 'done' | Refusal

export interface Means {
  /** Epoch milliseconds. */
  readonly at: number
  readonly site: QueueSite
  readonly newId: () => string
}

export interface Step {
  readonly state: QueueState
  readonly effects: readonly Effect[]
  readonly answer: Answer
}
