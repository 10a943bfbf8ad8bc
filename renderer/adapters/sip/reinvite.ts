import { Inviter, RequestPendingError, SessionState } from 'sip.js'
import type { Session } from 'sip.js'
import type {
  IncomingResponse,
  IncomingResponseMessage,
  OutgoingInviteRequest,
} from 'sip.js/lib/core/index.js'

import type { CallMedia } from './call-media.ts'
import type { SipLine } from './line.ts'
import { forgetUnacknowledged, giveUpReinvite } from './stuck-reinvite.ts'

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
  /** The other side does not know the dialogue any more (RFC 3261 §12.2.1.2). */
  readonly onForgotten: () => void
}

type Answer = 'agreed' | 'refused' | 'again' | 'cut'

/** Offers a session anew (RFC 3261 §14), one offer after the other, and only through a socket that has just answered. */
export class Reinviter {
  readonly #needs: ReinviterNeeds
  #turn: Promise<unknown> = Promise.resolve()
  #cut: () => void = () => undefined

  constructor(needs: ReinviterNeeds) {
    this.#needs = needs
  }

  /** Resolves `true` when the other side has agreed in time. */
  offer(offer: Offer = {}): Promise<boolean> {
    const mine = this.#turn.then(() => this.#offer(offer))
    this.#turn = mine.catch(() => undefined)
    return mine
  }

  /** What was on its way through the socket will never be answered. */
  linkLost(): void {
    this.#cut()
    forgetUnacknowledged(this.#needs.session)
  }

  async #offer(offer: Offer): Promise<boolean> {
    const { session } = this.#needs
    for (let tried = 0; tried <= tries; tried += 1) {
      if (!(await serverAnswers(this.#needs.line, limit))) return false
      if (session.state !== SessionState.Established) return false
      const answer = await this.#send(offer)
      if (answer === 'agreed') return true
      if (answer === 'refused') return false
      if (answer === 'again') await wait(this.#glareWait())
    }
    return false
  }

  #send({ prepare, onLateAgreement }: Offer): Promise<Answer> {
    const { session, media } = this.#needs
    return new Promise((resolve) => {
      let request: OutgoingInviteRequest | undefined
      let isLate = false
      const settle = (answer: Answer): void => {
        clearTimeout(timer)
        this.#cut = () => undefined
        if (isLate && answer === 'agreed') onLateAgreement?.()
        else resolve(answer)
      }
      const timer = setTimeout(() => {
        isLate = true
        resolve('refused')
      }, limit)
      this.#cut = () => {
        settle('cut')
        if (request) giveUpReinvite(request)
      }
      prepare?.()
      const requestDelegate = {
        onAccept: () => settle('agreed'),
        onReject: ({ message }: IncomingResponse) => settle(this.#understand(message)),
      }
      session.invite({ requestDelegate }).then(
        (sent) => (request = sent),
        (error: unknown) => {
          const again = (): void => settle('again')
          // An earlier offer of ours still waits for its answer: this one was not even made.
          if (error instanceof RequestPendingError) again()
          // SIP.js sends nothing while a re-INVITE of theirs is under way, and leaves our offer as it is.
          else media.rollbackDescription().then(again, again)
        },
      )
    })
  }

  #understand(message: IncomingResponseMessage): Answer {
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

/** Resolves when the server answers, now or as soon as the link is back; `false` when that takes too long. */
export async function serverAnswers(
  line: Pick<SipLine, 'answersNow' | 'onBack'>,
  patience: number,
): Promise<boolean> {
  if (await line.answersNow()) return true
  return new Promise((resolve) => {
    const settle = (answers: boolean): void => {
      clearTimeout(timer)
      undo()
      resolve(answers)
    }
    const timer = setTimeout(() => settle(false), patience)
    const undo = line.onBack(() => settle(true))
  })
}
