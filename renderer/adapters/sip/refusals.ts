import { problem } from '../../domain/problem.ts'
import type { Problem } from '../../domain/problem.ts'

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
