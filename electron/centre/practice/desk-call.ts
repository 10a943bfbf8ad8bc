import type { IncomingInviteRequest } from 'sip.js/lib/core/index.js'
import { sdpBody } from './agent-line.ts'
import type { Attempt } from './attempt.ts'
import { outcomeOfRefusal } from './call-events.ts'
import type { CallEvent, CallWatch } from './call-events.ts'
import type { DeskLeg } from './desk-leg.ts'
import type { Exchange } from './exchange.ts'
import type { Log } from './log.ts'
import { Talk } from './talk.ts'
import type { Party } from './talk.ts'
import { noPackage, takesWords } from './words-telling.ts'

export interface DeskCallMeans {
  readonly exchange: Exchange
  /** The agent who calls. */
  readonly user: string
  readonly log: Log
  readonly onCallEvent?: CallWatch | undefined
}

/** RFC 3261 §21.4.26: no sound that both sides could send. */
const notAcceptable = 488
/** RFC 3261 §21.4.25: what a CANCEL ends in. */
const terminated = 487

/** RFC 3261 §21.5.4. */
const closing = 503

/** An agent calls somebody: the centre rings them, and answers the desk when they answer. */
export class DeskCall {
  readonly #means: DeskCallMeans
  readonly #request: IncomingInviteRequest
  readonly #leg: DeskLeg
  readonly #watch: (event: CallEvent) => void
  /** The SDP answer, which stays the same from the first ring to the 200 (RFC 3261 §13.2.1). */
  #answer: string | undefined
  #stage: 'ringing' | 'answered' | 'over' = 'ringing'
  #attempt: Attempt | undefined
  #party: Party | undefined

  constructor(request: IncomingInviteRequest, means: DeskCallMeans) {
    const { callId, ruri } = request.message
    const dialled = ruri?.user ?? ''
    this.#means = means
    this.#request = request
    this.#watch = (event) => means.onCallEvent?.({ id: callId, from: means.user, to: dialled }, event)
    this.#leg = means.exchange.newLeg({ user: means.user, callId, contact: 'centre', watch: this.#watch })
    this.#place(dialled)
  }

  /** The centre closes: nobody will answer any more. */
  close(): void {
    this.#attempt?.cancel()
    this.#refuse(closing)
  }

  /** Runs `action` when the call is over, or has never come about. */
  whenGone(action: () => void): void {
    this.#leg.whenGone(action)
  }

  #place(dialled: string): void {
    const { exchange, user } = this.#means
    const caller = { name: user, card: { ...exchange.cardOf(user), name: this.#callerName() } }
    this.#attempt = exchange.reach(exchange.lookUp(dialled), caller, {
      onRinging: () => this.#ringing(),
      onEarly: (party) => this.#carryOn(this.#speakEarly(party)),
      onAnswered: (party) => this.#carryOn(this.#accept(party)),
      onRefused: (status) => this.#refuse(status),
    })
    this.#request.delegate = {
      onCancel: () => {
        this.#attempt?.cancel()
        this.#refuse(terminated)
      },
      onTransportError: () => this.#leg.abandon('failed'),
    }
    this.#leg.whenGone(() => {
      this.#attempt?.cancel()
      this.#stage = 'over'
    })
  }

  /** What the agent's desk calls its agent; else the user name. */
  #callerName(): string {
    return this.#request.message.from.displayName || this.#means.user
  }

  #ringing(): void {
    this.#reply(() => this.#request.progress({ statusCode: 180 }))
    this.#watch({ kind: 'ringing' })
  }

  async #speakEarly(party: Party): Promise<void> {
    const answer = await this.#ownAnswer()
    if (this.#isOver()) return
    this.#request.progress({ statusCode: 183, body: sdpBody(answer) })
    this.#connect(party)
  }

  async #accept(party: Party): Promise<void> {
    const answer = await this.#ownAnswer()
    if (this.#isOver()) {
      party.otherLeft()
      return
    }
    this.#stage = 'answered'
    const { message } = this.#request
    // RFC 6086 §5.2: whoever asks is told what we take, and nobody else.
    const extraHeaders = message.hasHeader('Recv-Info') ? [noPackage] : []
    const { session } = this.#request.accept({ statusCode: 200, body: sdpBody(answer), extraHeaders })
    this.#leg.establish(session, { weCalled: false, takesWords: takesWords(message) })
    this.#connect(party)
  }

  #isOver(): boolean {
    return this.#stage === 'over'
  }

  async #ownAnswer(): Promise<string> {
    this.#answer ??= await this.#leg.answerOffer(this.#request.message.body)
    return this.#answer
  }

  #connect(party: Party): void {
    if (party === this.#party) return
    this.#party = party
    new Talk(this.#leg, party)
  }

  #refuse(status: number): void {
    if (this.#stage !== 'ringing') return
    this.#stage = 'over'
    this.#reply(() => this.#request.reject({ statusCode: status }))
    this.#leg.abandon(outcomeOfRefusal(status))
  }

  /** SIP.js throws where the transaction has ended meanwhile, as it does when the connection is gone. */
  #reply(send: () => unknown): void {
    try {
      send()
    } catch {
      this.#leg.abandon('failed')
    }
  }

  #carryOn(step: Promise<void>): void {
    step.catch((error: unknown) => {
      this.#means.log(`a call could not be answered: ${error instanceof Error ? error.name : 'unknown'}`)
      this.#attempt?.cancel()
      if (this.#stage === 'answered') this.#leg.abandon('failed')
      else this.#refuse(notAcceptable)
    })
  }
}
