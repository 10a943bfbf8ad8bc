import type { CallFact } from '../domain/call.ts'
import type { CallId } from '../domain/ids.ts'
import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'
import type { Undo } from './undo.ts'

/** Who signs in, and where. */
export interface TelephonyAccount {
  readonly server: string
  readonly domain: string
  readonly user: string
  readonly password: string
  readonly iceServers: readonly string[]
}

export type TelephonyFact =
  | CallFact
  | { readonly kind: 'link-lost'; readonly at: number }
  | { readonly kind: 'link-back'; readonly at: number }
  /** The server has stopped accepting the account; nothing is tried again by itself. */
  | { readonly kind: 'signed-out-by-server'; readonly at: number }

export type RefusalReason = 'agent-refused' | 'agent-not-ready'

type Outcome = Promise<Result<undefined, Problem>>

/**
 * The telephone. Commands answer when the other side has agreed (or has not); what happened is told as facts.
 * A command for a call that has ended in the meantime succeeds and does nothing: the two may cross on the wire.
 */
export interface Telephony {
  /** Resolves when the server has accepted the account. Fails with wrong-password, server-unreachable or server-refused. */
  signIn(account: TelephonyAccount): Outcome
  signOut(): Promise<void>
  /**
   * Gets ready to answer a call that is shown to the agent: opens the microphone, unheard, so that the customer's first
   * word need not wait for it. Nothing is said if that fails: `answer` will try again and tell.
   */
  prepare(call: CallId): void
  /** Fails with a microphone problem while the call goes on ringing: the agent can put it right and answer. */
  answer(call: CallId): Outcome
  refuse(call: CallId, reason: RefusalReason): Promise<void>
  hangUp(call: CallId): Promise<void>
  setHeld(call: CallId, held: boolean): Outcome
  setMuted(call: CallId, muted: boolean): Outcome
  /** One of 0-9 * # A-D, as a telephone event (RFC 4733). */
  sendDigit(call: CallId, digit: string): Outcome
  listen(listener: (fact: TelephonyFact) => void): Undo
}
