import { Inviter, SessionState } from 'sip.js'
import type { Session } from 'sip.js'
import type { IncomingResponseMessage } from 'sip.js/lib/core/index.js'

import type { CallMedia } from './call-media.ts'
import type { SipLine } from './line.ts'
import { ReinviteAttempt } from './reinvite-attempt.ts'
import type { AttemptEnd } from './reinvite-attempt.ts'
import { serverAnswers } from './server-answers.ts'
import { forgetUnacknowledged } from './stuck-reinvite.ts'
import { within } from '../link/within.ts'

/** Milliseconds that one re-INVITE may take before the agent is told that it did not happen, and to wait for the link. */
const limit = 5_000
/** How often an offer that crossed the other side's, or was cut off by the link, is made again. */
const tries = 3

export interface Offer {
  /** Sets what the offer is to say, each time just before it is made. */
  readonly prepare?: () => void
  /** The other side has agreed after `offer` had resolved to `false`: it acts on it all the same. */
  readonly onLateAgreement?: () => void
}

export interface ReinviterNeeds {
  readonly session: Session
  readonly media: Pick<CallMedia, 'rollbackDescription'>
  readonly line: Pick<SipLine, 'answersNow' | 'onBack'>
  readonly random: () => number
  /** We have answered their INVITE, whose ACK comes later. */
  readonly awaitsAck: boolean
  /** The other side does not know the dialogue any more (RFC 3261 §12.2.1.2). */
  readonly onForgotten: () => void
}

type Answer = 'agreed' | 'refused' | 'again' | 'cut'

/** Offers a session anew (RFC 3261 §14), one offer after the other, and only through a socket that has just answered. */
export class Reinviter {
  readonly #needs: ReinviterNeeds
  #turn: Promise<unknown> = Promise.resolve()
  /** The re-INVITE without a final answer, also when nobody waits for that any more: there can be no other beside it. */
  #pending: ReinviteAttempt | undefined
  readonly #acknowledgement: Promise<true>
  #acknowledge: () => void = () => undefined

  constructor(needs: ReinviterNeeds) {
    this.#needs = needs
    this.#acknowledgement = new Promise((resolve) => {
      this.#acknowledge = () => resolve(true)
    })
    if (!needs.awaitsAck) this.#acknowledge()
  }

  /** The other side has had our answer to their INVITE. */
  acknowledged(): void {
    this.#acknowledge()
  }

  /** Resolves `true` when the other side has agreed in time. */
  offer(offer: Offer = {}): Promise<boolean> {
    const mine = this.#turn.then(() => this.#offer(offer))
    this.#turn = mine.catch(() => undefined)
    return mine
  }

  /** What was on its way through the socket will never be answered. */
  linkLost(): void {
    this.#pending?.cut()
    forgetUnacknowledged(this.#needs.session)
  }

  async #offer(offer: Offer): Promise<boolean> {
    const { session } = this.#needs
    // RFC 5407 §2, the moratorium: SIP.js takes an ACK that meets our offer for one that lacks its answer, and hangs up.
    if (!(await within(limit, this.#acknowledgement))) return false
    for (let tried = 0; tried <= tries; tried += 1) {
      if (this.#pending && !(await within(limit, this.#pending.end))) return false
      if (!(await serverAnswers(this.#needs.line, limit))) return false
      if (session.state !== SessionState.Established) return false
      const answer = await this.#send(offer)
      if (answer === 'agreed') return true
      if (answer === 'refused') return false
      if (answer === 'again') await wait(this.#glareWait())
    }
    return false
  }

  async #send({ prepare, onLateAgreement }: Offer): Promise<Answer> {
    prepare?.()
    const attempt = new ReinviteAttempt(this.#needs.session, this.#needs.media)
    this.#pending = attempt
    const answered = attempt.end.then((end) => {
      this.#pending = undefined
      return this.#understand(end)
    })
    const answer = await within(limit, answered)
    if (answer) return answer
    void answered.then((late) => late === 'agreed' && onLateAgreement?.())
    return 'refused'
  }

  #understand(end: AttemptEnd): Answer {
    if (end.kind === 'unsent') return 'again'
    return end.kind === 'refused' ? this.#refusal(end.message) : end.kind
  }

  #refusal(message: IncomingResponseMessage): Answer {
    const { statusCode } = message
    if (statusCode === 481 || statusCode === 408) this.#needs.onForgotten()
    if (statusCode === 491) return 'again'
    return statusCode === 500 && message.hasHeader('retry-after') ? 'again' : 'refused'
  }

  /** RFC 3261 §14.1: who made the Call-ID waits longer, in steps of 10 ms. */
  #glareWait(): number {
    const { session, random } = this.#needs
    const steps = session instanceof Inviter ? 210 + random() * 190 : random() * 200
    return Math.round(steps) * 10
  }
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))
