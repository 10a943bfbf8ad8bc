import type { IncomingReferRequest } from 'sip.js/lib/core/index.js'
import type { Attempt } from './attempt.ts'
import type { DeskLeg } from './desk-leg.ts'
import type { Exchange } from './exchange.ts'
import { referTargetOf } from './refer-target.ts'
import type { DialogName } from './refer-target.ts'
import type { Party } from './talk.ts'

export interface TransferMeans {
  readonly exchange: () => Exchange
  /** Lets two talk, neither of whom may be at a desk. */
  readonly connect: (one: Party, other: Party) => void
  /** The agent has hung up, while it still rings at somebody who is no agent. */
  readonly onLeft: (party: Party) => void
}

/** RFC 3261 §21, as far as a target may answer so. */
const reasons: Readonly<Record<number, string>> = {
  404: 'Not Found',
  408: 'Request Timeout',
  480: 'Temporarily Unavailable',
  481: 'Call/Transaction Does Not Exist',
  486: 'Busy Here',
  487: 'Request Terminated',
  603: 'Decline',
}

/** An agent hands over whoever they talk with: to somebody new, or to the one they consulted (RFC 5589). */
export class Transfers {
  readonly #means: TransferMeans
  readonly #pending = new WeakSet<DeskLeg>()

  constructor(means: TransferMeans) {
    this.#means = means
  }

  refer(leg: DeskLeg, request: IncomingReferRequest): void {
    const target = referTargetOf(request.message.getHeader('refer-to'))
    const { other } = leg
    if (!target) request.reject({ statusCode: 400 })
    else if (this.#pending.has(leg)) request.reject({ statusCode: 491 })
    else if (!other) request.reject({ statusCode: 480 })
    else {
      request.accept({ statusCode: 202, reasonPhrase: 'Accepted' })
      // RFC 3515 §2.4.4: the first one comes at once.
      leg.notify('SIP/2.0 100 Trying', false)
      if (target.replaces) this.#join(leg, other, target.replaces)
      else this.#send(leg, other, target.dialled)
    }
  }

  /** The two others of two calls talk with each other. */
  #join(leg: DeskLeg, other: Party, name: DialogName): void {
    const consultation = this.#means.exchange().findLeg(leg.name, name)
    const consulted = consultation?.other
    if (!consultation || !consulted || consultation === leg) {
      this.#tell(leg, 481)
      return
    }
    leg.release()
    consultation.release()
    this.#means.connect(other, consulted)
    this.#succeed(leg)
    consultation.expectBye()
  }

  /** Somebody new is called, while the agent's call goes on. */
  #send(leg: DeskLeg, other: Party, dialled: string): void {
    const { connect, onLeft } = this.#means
    const exchange = this.#means.exchange()
    const listed = exchange.lookUp(dialled)
    this.#pending.add(leg)
    const attempt: Attempt = exchange.reach(listed, other, {
      onRinging: () => leg.notify('SIP/2.0 180 Ringing', false),
      onEarly: () => leg.notify('SIP/2.0 183 Session Progress', false),
      onAnswered: (party) => {
        done()
        leg.release()
        connect(other, party)
        this.#succeed(leg)
      },
      onRefused: (status) => {
        done()
        this.#tell(leg, status)
        // Whom nobody has, hangs up.
        if (leg.isOver) other.otherLeft()
        else leg.keepOther(false)
      },
    })
    // An agent may hang up as soon as the transfer is accepted (RFC 5589 §6).
    leg.keepOther(true)
    const listening = [
      leg.whenGone(() => listed.kind !== 'desk' && onLeft(other)),
      other.whenGone(() => {
        attempt.cancel()
        done()
        this.#tell(leg, 487)
      }),
    ]
    const done = (): void => {
      for (const stop of listening) stop()
      this.#pending.delete(leg)
    }
  }

  #succeed(leg: DeskLeg): void {
    leg.notify('SIP/2.0 200 OK', true)
    leg.expectBye()
  }

  #tell(leg: DeskLeg, status: number): void {
    leg.notify(`SIP/2.0 ${status} ${reasons[status] ?? 'Refused'}`, true)
  }
}
