import type { Party } from '../../../renderer/domain/call.ts'
import type { TelephonyAccount } from '../../../renderer/ports/telephony.ts'

/** Hertz. Each side speaks in a tone of its own, so that whoever hears themselves is found out. */
export const agentTone = 523
export const customerTone = 880

/** A contact centre with one customer, as the contract needs it. */
export interface FarEnd {
  readonly account: TelephonyAccount
  /** A customer calls; resolves, to who they are as the desk must show it, when it rings at the signed-in agent's. */
  ring(): Promise<Party>
  /** The customer ends it, whether it rings or they talk. */
  hangUp(): Promise<void>
  /** Resolves when the customer's side of the call is over. */
  over(): Promise<void>
  digits(): string
  /** A WAV of what the customer has heard since the answer. */
  heard(): string
  stop(): Promise<void>
}
