import type {
  AckableIncomingResponseWithSession,
  OutgoingInviteRequest,
  OutgoingInviteRequestDelegate,
} from 'sip.js/lib/core/index.js'
import type { AgentLine } from './agent-line.ts'
import type { Attempt, AttemptEvents } from './attempt.ts'
import { outcomeOfRefusal } from './call-events.ts'
import type { CallEvent, CallOutcome } from './call-events.ts'
import type { Clock } from './clock.ts'
import type { DeskLeg } from './desk-leg.ts'
import type { Log } from './log.ts'
import type { CallerCard } from './talk.ts'
import { takesWords } from './words-telling.ts'

export interface RingMeans {
  readonly line: AgentLine
  readonly leg: DeskLeg
  readonly callId: string
  readonly caller: CallerCard
  readonly clock: Clock
  readonly log: Log
  readonly watch: (event: CallEvent) => void
  readonly events: AttemptEvents
}

/** A desk rings for so long; RFC 3261 §21.4.18: 480 is for whoever cannot be reached now. */
const ringMilliseconds = 25_000
const notAnswered = 480
/** How long the answer to a CANCEL may take before the call is forgotten. */
const farewellMilliseconds = 2000

/** A call to an agent's desk, from the first ring to the answer. */
export class DeskRing implements Attempt {
  readonly #means: RingMeans
  #stage: 'ringing' | 'giving-up' | 'over' = 'ringing'
  #request: OutgoingInviteRequest | undefined
  #stopWaiting: () => void = () => undefined

  constructor(means: RingMeans) {
    this.#means = means
  }

  start(): void {
    this.#invite().catch((error: unknown) => {
      this.#means.log(`a call could not be placed: ${error instanceof Error ? error.name : 'unknown'}`)
      this.#refused(500)
    })
  }

  cancel(): void {
    if (this.#stage !== 'ringing') return
    this.#stage = 'giving-up'
    if (this.#request && !this.#means.leg.isOver) this.#request.cancel()
    this.#wait(this.#request ? farewellMilliseconds : 0, () => this.#end('given-up'))
  }

  async #invite(): Promise<void> {
    const { line, leg, caller, clock, callId } = this.#means
    const offer = await leg.media.offer()
    if (this.#stage !== 'ringing') return
    if (!line.isReachable || leg.isOver) {
      this.#refused(notAnswered)
      return
    }
    // Practice only: lets a bench on this computer measure from the INVITE to what the agent sees.
    const sentAt = `X-Sent-At: ${clock.wallTime().toFixed(3)}`
    const card = { ...caller, headers: [...caller.headers, sentAt] }
    this.#request = line.invite({ callId, caller: card, offer }, this.#answers())
    this.#wait(ringMilliseconds, () => {
      this.cancel()
      this.#means.events.onRefused(notAnswered)
    })
  }

  #answers(): OutgoingInviteRequestDelegate {
    let rings = false
    return {
      onProgress: () => {
        if (rings) return
        rings = true
        this.#means.watch({ kind: 'ringing' })
        if (this.#stage === 'ringing') this.#means.events.onRinging()
      },
      onAccept: (response) => {
        this.#accepted(response).catch((error: unknown) => {
          this.#means.log(`a call could not be set up: ${error instanceof Error ? error.name : 'unknown'}`)
          this.#means.leg.bye()
        })
      },
      onReject: ({ message }) => this.#refused(message.statusCode ?? 500, message.getHeader('Reason')),
      onRedirect: () => this.#refused(500),
    }
  }

  async #accepted(response: AckableIncomingResponseWithSession): Promise<void> {
    const { leg, events } = this.#means
    const { session, message } = response
    response.ack()
    if (this.#stage !== 'ringing') {
      // The agent answered while the caller gave up, or after that.
      const end = (): void => this.#end('given-up')
      session.bye({ onAccept: end, onReject: end })
      return
    }
    this.#stage = 'over'
    this.#stopWaiting()
    leg.establish(session, { weCalled: true, takesWords: takesWords(message) })
    events.onAnswered(leg)
    await leg.media.takeAnswer(message.body)
  }

  #refused(status: number, reason?: string): void {
    const wasRinging = this.#stage === 'ringing'
    const outcome = wasRinging ? outcomeOfRefusal(status, reason) : 'given-up'
    this.#end(outcome)
    if (wasRinging) this.#means.events.onRefused(status)
  }

  #end(outcome: CallOutcome): void {
    this.#stage = 'over'
    this.#stopWaiting()
    this.#means.leg.abandon(outcome)
  }

  #wait(milliseconds: number, action: () => void): void {
    this.#stopWaiting()
    this.#stopWaiting = this.#means.clock.after(milliseconds, action)
  }
}
