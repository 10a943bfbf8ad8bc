import { problem } from '../../domain/problem.ts'
import type { Problem } from '../../domain/problem.ts'

export const isAccepted = (statusCode: number): boolean => statusCode < 300

/**
 * The server has refused the credentials themselves, which a second try would not change (RFC 3261 §21.4.2, §21.4.4): a
 * challenge has been answered before, so that another one says that the answer was wrong.
 */
export const refusesCredentials = (statusCode: number): boolean => [401, 403, 407].includes(statusCode)

/** What an answer to an agent's first REGISTER means for them (RFC 3261 §21.4). */
export function registrationProblem(statusCode: number): Problem {
  // Nobody of that name: the agent has mistyped one of the two.
  if (refusesCredentials(statusCode) || statusCode === 404) return problem('wrong-password')
  return problem(statusCode === 408 || statusCode === 503 ? 'server-unreachable' : 'server-refused')
}
