import { Registerer } from 'sip.js'
import type { UserAgent } from 'sip.js'

import { problem } from '../../domain/problem.ts'
import type { Problem } from '../../domain/problem.ts'
import { done, failed } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { registrationProblem } from './refusals.ts'

/** Seconds for which the registrar keeps the address; SIP.js renews it in time. */
const expires = 300
/** Milliseconds: an agent should not look at a frozen sign-in for the 32 s of RFC 3261's Timer F. */
const answerLimit = 5_000

/** With `gruu` the server keeps one address for this desk across connections (RFC 5626, RFC 5627). */
export function createRegisterer(userAgent: UserAgent): Registerer {
  return new Registerer(userAgent, {
    expires,
    regId: 1,
    extraHeaders: ['Supported: path, gruu, outbound'],
  })
}

export function register(registerer: Registerer): Promise<Result<undefined, Problem>> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => resolve(failed(problem('server-unreachable'))), answerLimit)
    const settle = (result: Result<undefined, Problem>): void => {
      clearTimeout(limit)
      resolve(result)
    }
    registerer
      .register({
        requestDelegate: {
          onAccept: () => settle(done),
          onReject: ({ message }) => settle(failed(registrationProblem(message.statusCode ?? 500))),
        },
      })
      .catch(() => settle(failed(problem('server-unreachable'))))
  })
}
