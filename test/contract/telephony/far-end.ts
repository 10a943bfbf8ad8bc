import type { Party } from '../../../renderer/domain/call.ts'
import type { QueueSetup } from '../../../renderer/domain/queue-state.ts'
import type { DialTarget, TelephonyAccount } from '../../../renderer/ports/telephony.ts'
import type { DeskPage } from './desk-page.ts'
import type { Wires } from './wires.ts'

/**
 * Hertz. Each side speaks in a tone of its own, so that whoever hears themselves is found out. The agent's is far from
 * those that are on the headset meanwhile: the desk's echo cancellation takes its neighbours for an echo.
 */
export const tones = {
  agent: 523,
  customer: 880,
  colleague: 1480,
  announcement: 392,
  'other-microphone': 330,
}
export type Tone = keyof typeof tones

/**
 * Whom the agent can call, by what happens then.
 * - `colleague` rings, answers after a moment, speaks the colleague's tone, and may be handed a customer.
 * - `announces` plays the announcement's tone before it answers (RFC 3960), for two seconds at least.
 * - `absent` is known, and not there.
 * - `rings-on` rings until the agent gives up.
 */
export type TargetKind = 'colleague' | 'announces' | 'busy' | 'declines' | 'absent' | 'unknown' | 'rings-on'

/**
 * What a customer's telephone must be able to do beside the usual.
 * - `replaces`: follows a REFER to somebody's place in a call (RFC 3891); changes that cross are made again (RFC 3261 §14.1).
 * - `silence`: sends no packet at all in a pause (RFC 3551 §4.1).
 * - `records`: understands what it is asked of a recording.
 */
export type Ability = 'usual' | 'replaces' | 'silence' | 'records'

/** How a call came out for the customer. */
export type Outcome = 'answered' | 'given-up' | 'busy' | 'declined' | 'failed'

/** One customer's call, as the customer's side has it. */
export interface Customer {
  readonly party: Party
  /** Ends it, whether it rings or they talk. */
  hangUp(): Promise<void>
  /** Resolves when the customer's side of the call is over. */
  over(): Promise<Outcome>
  /** Asks the agent's side to wait on hold, or to come back. */
  hold(held: boolean): Promise<void>
  /** Sends nothing while quiet; the call goes on. Only where the telephone is able to. */
  hush(quiet: boolean): Promise<void>
  /** The keys that were pressed by the agent, in order. */
  digits(): Promise<string>
  /** Whether whoever records at this end rests, as the agent's side has asked. Only where the telephone is able to. */
  recordingRests(): Promise<boolean>
  /** Seconds for which the customer has heard this tone in the call so far. */
  heard(tone: Tone): Promise<number>
}

/** A colleague who talks to a customer and has called the agent about it. */
export interface Consultation {
  readonly customer: Customer
  /** Gives their own place in the call with the agent to the customer. */
  readonly complete: () => Promise<void>
}

/** A contact centre with customers and colleagues, as the contract needs it. */
export interface FarEnd {
  readonly account: TelephonyAccount
  /** How its queue hears of the agent's state. */
  readonly queue: QueueSetup
  readonly wires: Wires
  /** What to dial; whoever is to answer there is ready. */
  target(kind: TargetKind): Promise<DialTarget>
  /** A customer calls the agent through the queue; resolves when it rings at the signed-in agent's. */
  ring(ability?: Ability): Promise<Customer>
  /** A customer calls through the queue; resolves to whether it rang at the agent's. They have left again then. */
  reaches(): Promise<boolean>
  /** A colleague calls the agent about a customer; resolves when it rings at the agent's. */
  consult(): Promise<Consultation>
  /** Seconds for which the colleague has heard this tone in their newest call. */
  colleagueHeard(tone: Tone): Promise<number>
  /** The centre forgets every call and tells nobody, as a server does that was started anew (RFC 3261 §12.2.1.2). */
  forgetCalls(): Promise<void>
  /** The centre is gone from one moment to the next, and comes back after so many milliseconds. */
  vanish(milliseconds: number): Promise<void>
  /** No packet of sound passes in either direction, until this is undone. Signalling goes on. */
  loseSound(): Promise<() => void>
  /** Whoever is still calling or talking is gone. */
  clear(): Promise<void>
  stop(): Promise<void>
}

export interface FarEndNeeds {
  readonly desk: Pick<DeskPage, 'origin' | 'openPeer'>
  /** The queue sends customers only to an agent who has said that they take calls; otherwise always. */
  readonly queueDecides: boolean
}
