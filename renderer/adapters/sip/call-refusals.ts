import type { EndCause, RefusalReason } from '../../domain/call.ts'

interface Refusal {
  readonly statusCode: number
  readonly extraHeaders: string[]
}

const busy = (text: string, cause = 486): Refusal => ({
  statusCode: 486,
  extraHeaders: [`Reason: SIP;cause=${cause};text="${text}"`],
})

/**
 * How a refusal is said to the queue: 486 lets it try another agent at once, and the reason says why (RFC 3326). A call
 * that a person turned down has 603 as its cause; as the status it would end the search for all agents, since a proxy
 * cancels every other branch at a 6xx (RFC 3261 §16.7, step 5).
 */
const refusals: Readonly<Record<RefusalReason, Refusal>> = {
  'agent-refused': busy('Declined by agent', 603),
  break: busy('Not ready: break'),
  lunch: busy('Not ready: lunch'),
  training: busy('Not ready: training'),
  technical: busy('Not ready: technical'),
  'signed-in': busy('Not ready: signed-in'),
  'rang-out': busy('Not ready: rang-out'),
  'on-call': busy('On a call'),
  'wrap-up': busy('Wrap-up'),
}

/** SIP.js keeps and extends the headers that it is given. */
export const refusalAnswer = (reason: RefusalReason): Refusal => ({
  ...refusals[reason],
  extraHeaders: [...refusals[reason].extraHeaders],
})

/** The desk is left while it rings: nobody is here (RFC 3261 §21.4.18). */
export const goneAway = (): Refusal => ({ statusCode: 480, extraHeaders: [] })

export const refusalCause = (reason: RefusalReason): EndCause =>
  reason === 'agent-refused' ? 'agent-refused' : 'agent-not-ready'

/** A CANCEL that says "Call completed elsewhere" (RFC 3326 §2). */
export const completedElsewhere = (reason: string | undefined): boolean =>
  reason !== undefined && /cause\s*=\s*200\b/i.test(reason)

/** What final responses say about whoever was dialled (RFC 3261 §21, RFC 5079, RFC 8197, RFC 8688). */
const unanswered: ReadonlyMap<number, EndCause> = new Map([
  ...[486, 600].map((status) => [status, 'busy'] as const),
  ...[403, 433, 603, 607, 608].map((status) => [status, 'declined'] as const),
  ...[404, 410, 416, 484, 485, 604].map((status) => [status, 'unknown-number'] as const),
])
/** Nobody took it: after it has rung that means no answer, before that nobody was there to hear it. */
const untaken = [408, 480, 487]

/** Why somebody who was dialled did not answer, by the final response to the INVITE. */
export const unansweredCause = (statusCode: number, rang: boolean): EndCause =>
  unanswered.get(statusCode) ?? (rang && untaken.includes(statusCode) ? 'no-answer' : 'unreachable')
