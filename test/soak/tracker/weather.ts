import { serverError, signInPage } from '../../faults/http/http-fault.ts'
import type { HttpFault } from '../../faults/http/http-fault.ts'
import { patience } from './seated-cases.ts'

/** What a request can meet on its way to Request Tracker and back. */
export const weather: readonly HttpFault[] = [
  { kind: 'lose-request' },
  { kind: 'lose-request' },
  { kind: 'lose-answer' },
  { kind: 'lose-answer' },
  { kind: 'cut-answer' },
  { kind: 'half-answer' },
  signInPage,
  serverError(false),
  serverError(true),
  { kind: 'late-answer', ms: 250 },
  { kind: 'late-request', ms: 250 },
  // Nobody waits any more when it arrives, and it arrives all the same.
  { kind: 'late-request', ms: patience + 200 },
]
