/** How a call came out for whoever placed it. */
export type CallOutcome = 'answered' | 'given-up' | 'busy' | 'declined' | 'failed'

/** One call that somebody watches from inside the centre. */
export interface PracticeCall {
  /** The SIP Call-ID, where an agent's desk has a part in it; unique in any case. */
  readonly id: string
  /** A customer's id, an agent's user name, or an extension. */
  readonly from: string
  /** `undefined` where nobody was found for a customer. */
  readonly to: string | undefined
}

/**
 * What happens in a call. `held` and `resumed`: by the agent's desk; `connected`: sound can flow both ways;
 * `recording-rests` and `recording-goes-on`: as the agent's desk has asked.
 */
export type CallEvent =
  | { readonly kind: 'ringing' | 'answered' | 'connected' | 'held' | 'resumed' }
  | { readonly kind: 'recording-rests' | 'recording-goes-on' }
  | { readonly kind: 'key-pressed'; readonly key: string }
  | { readonly kind: 'ended'; readonly outcome: CallOutcome }

export type CallWatch = (call: PracticeCall, event: CallEvent) => void

/** RFC 3261 §21: 480, 486 and 600 say "not now", 603 says "no". */
const outcomes: Readonly<Record<number, CallOutcome>> = {
  480: 'busy',
  486: 'busy',
  487: 'given-up',
  600: 'busy',
  603: 'declined',
}

/**
 * @param reason the Reason field (RFC 3326): a desk says 486, so that the queue goes on to the next agent, with 603 as
 * its cause where the agent has said no
 */
export function outcomeOfRefusal(status: number, reason = ''): CallOutcome {
  if (status === 486 && saysDecline(reason)) return 'declined'
  return outcomes[status] ?? 'failed'
}

/** `SIP;cause=603`, alone or in a list, wherever the parameter stands; what is quoted is for people. */
const saysDecline = (reason: string): boolean =>
  reason
    .replace(/"(?:[^"\\]|\\.)*"/g, '')
    .split(',')
    .some((value) => /^\s*SIP\s*(?:;.*)?;\s*cause\s*=\s*603\s*(?:;|$)/i.test(value))
