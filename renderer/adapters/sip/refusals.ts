import { problem } from '../../domain/problem.ts'
import type { Problem } from '../../domain/problem.ts'
import type { RefusalReason } from '../../ports/telephony.ts'

/** What an answer to REGISTER means for the agent (RFC 3261 §21.4). */
export function registrationProblem(statusCode: number): Problem {
  switch (statusCode) {
    case 401:
    case 403:
    case 404:
    case 407:
      return problem('wrong-password')
    case 408:
    case 503:
      return problem('server-unreachable')
    default:
      return problem('server-refused')
  }
}

/**
 * How a refusal is said to the queue: 486 lets it try another agent at once, 603 tells it that this customer was
 * turned down by a person, 480 that nobody is at the desk (RFC 3261 §21.4.18, §21.4.24, §21.6.2).
 */
export const refusalAnswers = {
  'agent-not-ready': { statusCode: 480, reasonPhrase: 'Agent Not Ready' },
  'agent-refused': { statusCode: 603, reasonPhrase: 'Declined by Agent' },
} as const satisfies Record<RefusalReason, { statusCode: number; reasonPhrase: string }>

/** A CANCEL that says "Call completed elsewhere" (RFC 3326 §2). */
export const completedElsewhere = (reason: string | undefined): boolean =>
  reason !== undefined && /cause\s*=\s*200\b/i.test(reason)

/** The other side has put us on hold: it sends, or nothing flows (RFC 3264 §8.4). */
export const offersHold = (sdp: string): boolean => /^a=(sendonly|inactive)\s*$/m.test(sdp)
