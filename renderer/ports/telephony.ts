import type { CallFact, Party, RefusalReason } from '../domain/call.ts'
import type { CallId } from '../domain/ids.ts'
import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'
import type { IceServer } from '../domain/setup.ts'
import type { Undo } from './undo.ts'

/** Who signs in, and where. */
export interface TelephonyAccount {
  /** In the order in which they are tried; the first that answers is used until it fails. */
  readonly servers: readonly string[]
  readonly domain: string
  readonly user: string
  readonly password: string
  readonly iceServers: readonly IceServer[]
  /** A UUID that stays with this installation, so that the server knows the desk again on another connection (RFC 5626). */
  readonly instanceId: string
}

export type LinkFact =
  | { readonly kind: 'link-lost'; readonly at: number }
  /** The next try comes at that moment (epoch milliseconds), or at once when asked. */
  | { readonly kind: 'link-waiting'; readonly retryAt: number; readonly at: number }
  | { readonly kind: 'link-trying'; readonly at: number }
  | { readonly kind: 'link-back'; readonly at: number }
  /** The server has stopped accepting the account; nothing is tried again by itself. */
  | { readonly kind: 'signed-out-by-server'; readonly at: number }

export type TelephonyFact = CallFact | LinkFact

/** Why the link deserves a look at once: the computer has slept, or has another way to the network. */
export type LinkDoubt = 'wake' | 'online' | 'network' | 'asked'

/** Whom to call, as `domain/dial.ts` has understood it: the part of a SIP address before the `@`. */
export interface DialTarget {
  readonly user: string
  /** A telephone number, not an extension (RFC 3261 §19.1.1, `user=phone`). */
  readonly isNumber: boolean
}

export interface DialOptions {
  /** The call that waits meanwhile, and may be handed over. */
  readonly consultFor?: CallId
  /** Nobody is at the other end: the desk measures the line with it. */
  readonly isTest?: boolean
  readonly party: Party
}

type Outcome = Promise<Result<undefined, Problem>>

/**
 * The telephone. Commands answer when the other side has agreed (or has not); what happened is told as facts.
 * A command for a call that has ended in the meantime succeeds and does nothing: the two may cross on the wire.
 */
export interface Telephony {
  /** Resolves when a server has accepted the account. Fails with wrong-password, server-unreachable or server-refused. */
  signIn(account: TelephonyAccount): Outcome
  /** Every call, and the server, are told at once: nothing need be waited for when the window is closing. */
  signOut(): Promise<void>
  /** Looks at the link now; a link that is down is tried again at once. */
  doubtLink(why: LinkDoubt): void
  /**
   * Gets ready to answer a call that is shown to the agent: opens the microphone, unheard, so that the customer's first
   * word need not wait for it. Nothing is said if that fails: `answer` will try again and tell.
   */
  prepare(call: CallId): void
  /**
   * Fails with a microphone problem, or with control-failed where no connection can be made, while the call goes on
   * ringing: the agent can put it right and answer, or refuse.
   */
  answer(call: CallId): Outcome
  refuse(call: CallId, reason: RefusalReason): Promise<void>
  /**
   * Calls somebody. Its `call-dialled` is told before this returns; everything else about it, a refusal too, comes as
   * facts. Fails with a microphone problem, control-failed or link-lost, and then there is no call.
   */
  dial(target: DialTarget, options: DialOptions): Promise<Result<CallId, Problem>>
  hangUp(call: CallId): Promise<void>
  setHeld(call: CallId, held: boolean): Outcome
  setMuted(call: CallId, muted: boolean): Outcome
  /**
   * Asks the centre to rest its recording of a call, or to go on with it, while the customer says what must not be kept.
   * Succeeds when the other end has taken note; fails with control-failed.
   */
  setRecordingPaused(call: CallId, paused: boolean): Outcome
  /** One of 0-9 * # A-D, as a telephone event (RFC 4733). */
  sendDigit(call: CallId, digit: string): Outcome
  /**
   * Hands the customer over without asking first (RFC 5589 §5). Succeeds when the other end has promised to call there;
   * then comes `call-ended` with `transferred`, or `transfer-refused` and the call is the agent's still. It is put on hold
   * meanwhile, and stays so when the transfer fails or is refused, until `setHeld` resumes it: the agent may have turned
   * to somebody else by then.
   */
  transfer(call: CallId, target: DialTarget): Outcome
  /**
   * Connects the customer with the colleague of the consultation (RFC 5589 §7). Both calls end when it has worked. As
   * `transfer`, except that it fails with transfer-failed where one of the two calls has ended: nobody was connected.
   */
  completeTransfer(call: CallId, consultation: CallId): Outcome
  listen(listener: (fact: TelephonyFact) => void): Undo
}
