import type { CallId } from './ids.ts'
import type { CallQuality } from './call-quality.ts'

/**
 * What a call can be. `answering` lies between the agent's key and the first sound; `dialling` lasts until it rings at
 * the other end; `ended` is final. Hold is the agent's own; a customer who holds the agent does not change the agent's
 * controls.
 */
export type CallState = 'offered' | 'answering' | 'dialling' | 'ringing' | 'connected' | 'held' | 'ended'

const next = {
  offered: ['answering', 'ended'],
  answering: ['connected', 'ended'],
  dialling: ['ringing', 'connected', 'ended'],
  ringing: ['connected', 'ended'],
  connected: ['held', 'ended'],
  held: ['connected', 'ended'],
  ended: [],
} as const satisfies Record<CallState, readonly CallState[]>

export const canBecome = (from: CallState, to: CallState): boolean =>
  (next[from] as readonly CallState[]).includes(to)

/** Who or what ended a call, in the words of the desk. */
export const endCauses = [
  'agent-hung-up',
  'customer-hung-up',
  'customer-gave-up',
  'answered-elsewhere',
  'agent-refused',
  'agent-not-ready',
  /** Handed to somebody else, who talks to the customer now. */
  'transferred',
  /** Outgoing: the agent hung up before anybody answered. */
  'agent-gave-up',
  /** Outgoing, and what the other end or the centre said. */
  'no-answer',
  'busy',
  'declined',
  'unknown-number',
  'unreachable',
  /** The centre no longer knows the call (RFC 3261 §12.2.1.2: 481 or 408). */
  'forgotten',
  'failed',
] as const
export type EndCause = (typeof endCauses)[number]

export type Direction = 'incoming' | 'outgoing'

/** Who is at the other end, as far as the telephone network or the agent's own dialling says. Nothing in it has been checked. */
export interface Party {
  /** As received: E.164 where the network gives it, otherwise whatever it gives; `undefined` when withheld. */
  readonly number: string | undefined
  readonly name: string | undefined
  readonly queue: string | undefined
  /** The number of the service that was called, where the network tells it. */
  readonly called?: string | undefined
}

/** Why the desk gives a call back; the queue hears it, the customer does not. */
export const refusalReasons = [
  'agent-refused',
  'break',
  'lunch',
  'training',
  'technical',
  'signed-in',
  'rang-out',
  'on-call',
  'wrap-up',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

export interface Call {
  readonly id: CallId
  readonly direction: Direction
  readonly party: Party
  readonly state: CallState
  /** The call for which this one asks a colleague, before a transfer. */
  readonly consultFor: CallId | undefined
  readonly muted: boolean
  /** The other side has put the agent on hold. */
  readonly heldByCustomer: boolean
  /** The other end plays something before it answers, such as an announcement (RFC 3960). */
  readonly earlySound: boolean
  /** Asked to be handed over, and no answer yet: to whom, as the agent wrote it. */
  readonly transferringTo: string | undefined
  /** Since when nothing has been heard although it should be, and the call is held open; epoch milliseconds. */
  readonly soundLostAt: number | undefined
  /** The newest measurement; `undefined` before the first. */
  readonly quality: CallQuality | undefined
  /** Digits that were sent, in order. */
  readonly digits: string
  /** When it was offered, or dialled. Epoch milliseconds, like the times below. */
  readonly offeredAt: number
  /** When it began to ring: at this desk, or at the other end. */
  readonly rangAt: number | undefined
  readonly answeredAt: number | undefined
  /** Since when the agent has had it on hold. */
  readonly heldAt: number | undefined
  readonly endedAt: number | undefined
  readonly endCause: EndCause | undefined
}

interface Fact<K extends string> {
  readonly kind: K
  readonly call: CallId
  /** Epoch milliseconds. */
  readonly at: number
}

/** What the telephone reports, in the past tense. */
export type CallFact =
  | (Fact<'call-offered'> & { readonly party: Party })
  | (Fact<'call-dialled'> & {
      readonly party: Party
      readonly consultFor: CallId | undefined
      /** Made by the desk to measure the line: nobody is at the other end. */
      readonly isTest: boolean
    })
  /** It rings: at the other end of a call that was dialled, or (told by the desk itself) here. */
  | (Fact<'call-rang'> & { readonly earlySound: boolean })
  | Fact<'call-answering'>
  | Fact<'call-connected'>
  | Fact<'call-held'>
  | Fact<'call-resumed'>
  | (Fact<'call-muted'> & { readonly muted: boolean })
  | (Fact<'customer-held'> & { readonly held: boolean })
  | (Fact<'digit-sent'> & { readonly digit: string })
  | (Fact<'transfer-asked'> & { readonly to: string })
  | Fact<'transfer-refused'>
  /** A colleague has put somebody else in their own place (RFC 3891): the same call, with another at its other end. */
  | (Fact<'party-changed'> & { readonly party: Party })
  /** Nothing arrives although it should; the desk is looking for a new way. */
  | Fact<'sound-lost'>
  | Fact<'sound-back'>
  | (Fact<'quality-measured'> & { readonly quality: CallQuality })
  | (Fact<'call-ended'> & { readonly cause: EndCause })

/** A fact that its call cannot follow: a bug in an adapter, never a matter of the network. */
export class ImpossibleTransition extends Error {
  override readonly name = 'ImpossibleTransition'
  readonly from: CallState | 'unknown'
  readonly fact: CallFact['kind']

  constructor(from: CallState | 'unknown', fact: CallFact['kind']) {
    super(`a call that is ${from} cannot follow ${fact}`)
    this.from = from
    this.fact = fact
  }
}
