import type { CallId } from './ids.ts'

/**
 * What a call can be. `answering` lies between the agent's key and the first sound; `ended` is final.
 * Hold is the agent's own; a customer who holds the agent does not change the agent's controls.
 */
export type CallState = 'offered' | 'answering' | 'connected' | 'held' | 'ended'

const next = {
  offered: ['answering', 'ended'],
  answering: ['connected', 'ended'],
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
  'failed',
] as const
export type EndCause = (typeof endCauses)[number]

/** Who calls, as far as the telephone network says. Nothing in it has been checked. */
export interface Caller {
  /** As received: E.164 where the network gives it, otherwise whatever it gives; `undefined` when withheld. */
  readonly number: string | undefined
  readonly name: string | undefined
  readonly queue: string | undefined
}

export interface Call {
  readonly id: CallId
  readonly caller: Caller
  readonly state: CallState
  readonly muted: boolean
  /** The other side has put the agent on hold. */
  readonly heldByCustomer: boolean
  /** Digits that were sent, in order. */
  readonly digits: string
  /** Epoch milliseconds. */
  readonly offeredAt: number
  readonly answeredAt: number | undefined
  readonly endedAt: number | undefined
  readonly endCause: EndCause | undefined
}

/** What the telephone reports, in the past tense. */
export type CallFact =
  | { readonly kind: 'call-offered'; readonly call: CallId; readonly caller: Caller; readonly at: number }
  | { readonly kind: 'call-answering'; readonly call: CallId; readonly at: number }
  | { readonly kind: 'call-connected'; readonly call: CallId; readonly at: number }
  | { readonly kind: 'call-held'; readonly call: CallId; readonly at: number }
  | { readonly kind: 'call-resumed'; readonly call: CallId; readonly at: number }
  | { readonly kind: 'call-muted'; readonly call: CallId; readonly muted: boolean; readonly at: number }
  | { readonly kind: 'customer-held'; readonly call: CallId; readonly held: boolean; readonly at: number }
  | { readonly kind: 'digit-sent'; readonly call: CallId; readonly digit: string; readonly at: number }
  | { readonly kind: 'call-ended'; readonly call: CallId; readonly cause: EndCause; readonly at: number }

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
