import type { UserAgent } from 'sip.js'
import type { IncomingResponseMessage } from 'sip.js/lib/core/index.js'

import { problem } from '../../domain/problem.ts'
import type { QueueState } from '../../domain/queue-state.ts'
import { done, failed } from '../../domain/result.ts'
import type { CallQueue } from '../../ports/call-queue.ts'
import { ask } from './ask.ts'
import type { SipLine } from './line.ts'

/** A name of our own among event packages (RFC 3903 §4.1, RFC 6665 §7.2). */
const eventPackage = 'x-foyer-agent-state'
/** Seconds for which the centre keeps what it was told, and the share of them after which it is told again. */
const usualExpiry = 3_600
const renewAt = 0.8
/** Milliseconds for the answer, and before a renewal that was not answered is tried again. */
const answerLimit = 5_000
const renewAgain = 30_000

/** What the centre holds of a shift (RFC 3903 §4.1): it is named by the tag that came with the last answer. */
interface Publication {
  readonly userAgent: UserAgent
  readonly tag: string | undefined
}

const bodyOf = (state: QueueState): string =>
  JSON.stringify(
    state.kind === 'not-ready' ? { state: state.kind, reason: state.reason } : { state: state.kind },
  )

/**
 * Tells the centre by SIP's own event publication (RFC 3903): a PUBLISH to the agent's address with the state as JSON,
 * such as `{"state":"not-ready","reason":"break"}`. It carries the whole state each time, renewals too.
 */
export function publishedQueue(line: SipLine): CallQueue {
  let publication: Publication | undefined
  let renewal: ReturnType<typeof setTimeout> | undefined
  /** One PUBLISH at a time: the next needs the tag of the one before (RFC 3903 §4.1). */
  let turn: Promise<unknown> = Promise.resolve()

  async function send(state: QueueState): Promise<boolean> {
    clearTimeout(renewal)
    const { userAgent } = line
    if (!userAgent) return false
    const tag = publication?.userAgent === userAgent ? publication.tag : undefined
    let answer = await publish(userAgent, state, tag)
    // RFC 3903 §4.1: the centre has forgotten what the tag named, as after a restart.
    if (answer?.statusCode === 412 && tag !== undefined) answer = await publish(userAgent, state, undefined)
    if (answer?.statusCode === undefined || answer.statusCode >= 300) return false
    publication = { userAgent, tag: answer.getHeader('SIP-ETag') }
    if (state.kind !== 'signed-out') renewLater(state, secondsGranted(answer) * 1000 * renewAt)
    return true
  }

  /** What the centre has agreed to stands until it is told something else, or the shift is over. */
  function renewLater(state: QueueState, milliseconds: number): void {
    renewal = setTimeout(() => void renew(state), milliseconds)
  }

  async function renew(state: QueueState): Promise<void> {
    if (!publication || line.userAgent !== publication.userAgent) return
    if (!(await inTurn(state))) renewLater(state, renewAgain)
  }

  function inTurn(state: QueueState): Promise<boolean> {
    const told = turn.then(() => send(state))
    turn = told
    return told
  }

  return {
    tell: async (state) => ((await inTurn(state)) ? done : failed(problem('queue-not-told'))),
  }
}

function publish(
  userAgent: UserAgent,
  state: QueueState,
  tag: string | undefined,
): Promise<IncomingResponseMessage | undefined> {
  const { uri } = userAgent.configuration
  const headers = [`Event: ${eventPackage}`, `Expires: ${usualExpiry}`]
  if (tag !== undefined) headers.push(`SIP-If-Match: ${tag}`)
  const request = userAgent.userAgentCore.makeOutgoingRequestMessage('PUBLISH', uri, uri, uri, {}, headers, {
    contentDisposition: 'render',
    contentType: 'application/json',
    content: bodyOf(state),
  })
  return ask(userAgent, request, answerLimit)
}

/** RFC 3903 §4.1: the centre may keep it for less than was asked for. */
function secondsGranted(answer: IncomingResponseMessage): number {
  const said = Number.parseInt(answer.getHeader('Expires') ?? '', 10)
  return said >= 1 ? Math.min(said, usualExpiry) : usualExpiry
}
