import type { Party } from './talk.ts'

/** What becomes of an attempt to reach somebody. After `onAnswered` or `onRefused` nothing more comes. */
export interface AttemptEvents {
  onRinging(): void
  /** Speaks before the answer (RFC 3960). */
  onEarly(party: Party): void
  onAnswered(party: Party): void
  /** @param status of SIP, 400 or above */
  onRefused(status: number): void
}

/** Somebody is being called. */
export interface Attempt {
  /** The caller gives up; afterwards no event comes. Does nothing where the attempt is over already. */
  cancel(): void
}
