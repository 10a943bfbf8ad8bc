import type { UserAgent } from 'sip.js'
import type { IncomingResponseMessage, OutgoingRequestMessage } from 'sip.js/lib/core/index.js'

import { problem } from '../../domain/problem.ts'
import type { QueueState } from '../../domain/queue-state.ts'
import { done, failed } from '../../domain/result.ts'
import type { CallQueue } from '../../ports/call-queue.ts'
import { ask } from './ask.ts'
import type { SipLine } from './line.ts'

/** A name of our own among event packages (RFC 3903 §4.1, RFC 6665 §7.2). */
const eventPackage = 'x-foyer-agent-state'
/** Seconds for which the centre keeps what it was told, at most, and the share of them after which it is told again. */
const usualExpiry = 3_600
const longestExpiry = 86_400
const renewAt = 0.8
/** Milliseconds for the answer, and before a renewal that was not answered is tried again. */
const answerLimit = 5_000
const renewAgain = 30_000

/** How often it is said at most, each time as the centre wants to hear it. */
const tries = 3

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
  let expiry = usualExpiry
  let renewal: ReturnType<typeof setTimeout> | undefined
  /** One PUBLISH at a time: the next needs the tag of the one before (RFC 3903 §4.1). */
  let turn: Promise<unknown> = Promise.resolve()

  async function send(state: QueueState): Promise<boolean> {
    clearTimeout(renewal)
    const { userAgent } = line
    if (!userAgent) return false
    const answer = await publish(userAgent, state)
    if (answer?.statusCode === undefined || answer.statusCode >= 300) return false
    publication = { userAgent, tag: answer.getHeader('SIP-ETag') }
    if (state.kind !== 'signed-out') renewLater(state, secondsGranted(answer, expiry) * 1000 * renewAt)
    return true
  }

  async function publish(
    userAgent: UserAgent,
    state: QueueState,
  ): Promise<IncomingResponseMessage | undefined> {
    let tag = publication?.userAgent === userAgent ? publication.tag : undefined
    for (let tried = 0; tried < tries; tried += 1) {
      const answer = await ask(userAgent, request(userAgent, { state, tag, expiry }), answerLimit)
      // RFC 3903 §4.1: the centre has forgotten what the tag named, as after a restart.
      if (answer?.statusCode === 412 && tag !== undefined) tag = undefined
      // RFC 3903 §6: the centre finds the time too short and says how long it must be.
      else if (answer?.statusCode === 423) expiry = insistedOn(answer, expiry)
      else return answer
    }
    return undefined
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
    // SIP.js throws at some malformed answers. That is no agreement, and must not keep the next news back.
    const told = turn.then(() => send(state)).catch(() => false)
    turn = told
    return told
  }

  return {
    tell: async (state) => ((await inTurn(state)) ? done : failed(problem('queue-not-told'))),
  }
}

interface Publishing {
  readonly state: QueueState
  readonly tag: string | undefined
  /** Seconds. */
  readonly expiry: number
}

function request(userAgent: UserAgent, { state, tag, expiry }: Publishing): OutgoingRequestMessage {
  const { uri } = userAgent.configuration
  const headers = [`Event: ${eventPackage}`, `Expires: ${expiry}`]
  if (tag !== undefined) headers.push(`SIP-If-Match: ${tag}`)
  return userAgent.userAgentCore.makeOutgoingRequestMessage('PUBLISH', uri, uri, uri, {}, headers, {
    contentDisposition: 'render',
    contentType: 'application/json',
    content: bodyOf(state),
  })
}

function insistedOn(refusal: IncomingResponseMessage, expiry: number): number {
  const wanted = Number.parseInt(refusal.getHeader('Min-Expires') ?? '', 10)
  return wanted > expiry && wanted <= longestExpiry ? wanted : expiry
}

/** RFC 3903 §4.1: the centre may keep it for less than was asked for. */
function secondsGranted(answer: IncomingResponseMessage, asked: number): number {
  const said = Number.parseInt(answer.getHeader('Expires') ?? '', 10)
  return said >= 1 ? Math.min(said, asked) : asked
}
