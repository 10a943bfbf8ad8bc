import type { Session } from 'sip.js/lib/core/index.js'
import { drawBetween } from '../../../renderer/domain/seeded-random.ts'
import type { Random } from '../../../renderer/domain/seeded-random.ts'
import { sdpBody } from './agent-line.ts'
import type { CallMedia } from './call-media.ts'
import type { Clock } from './clock.ts'

export interface HoldMeans {
  readonly session: Session
  readonly media: CallMedia
  readonly contact: string
  readonly clock: Clock
  readonly random: Random
  /** Whether we have placed the call, and so have chosen its Call-ID. */
  readonly isCaller: boolean
  /** The desk knows nothing of this call any more (RFC 3261 §12.2.1.2: 481). */
  readonly onLost: () => void
}

/** RFC 3261 §14.1: in seconds, how long who chose the Call-ID waits after a 491, and how long the other one. */
const waits = { caller: [2.1, 4], callee: [0, 2] } as const
/** SIP.js says so itself of a desk that is not connected or does not answer; it may come back, and the call lives. */
const awayStatuses: readonly number[] = [408, 503]
const awayMilliseconds = 2000
/** While the desk's own re-INVITE is being answered, ours waits so long. */
const courtesyMilliseconds = 100

/** Asks an agent's desk to hold, or to come back: one re-INVITE at a time, until what was asked for last is agreed. */
export class HoldRequest {
  readonly #means: HoldMeans
  #wanted = false
  #agreed = false
  #isPending = false
  #callOff: () => void = () => undefined

  constructor(means: HoldMeans) {
    this.#means = means
  }

  want(held: boolean): void {
    this.#wanted = held
    this.#ask()
  }

  stop(): void {
    this.#callOff()
    this.#isPending = true
  }

  #ask(): void {
    if (this.#isPending || this.#wanted === this.#agreed) return
    const { session, media, contact, clock } = this.#means
    const asked = this.#wanted
    this.#isPending = true
    try {
      session.invite(
        {
          onAccept: (response) => {
            response.ack()
            media.takeReanswer(response.message.body)
            this.#agreed = asked
            this.#again(0)
          },
          onReject: ({ message }) => this.#refused(message.statusCode ?? 0),
        },
        { extraHeaders: [contact], body: sdpBody(media.reoffer(asked)) },
      )
    } catch {
      // SIP.js throws while a re-INVITE of the desk's is not yet acknowledged.
      this.#callOff = clock.after(courtesyMilliseconds, () => this.#again(0))
    }
  }

  #refused(status: number): void {
    if (status === 481) {
      this.#means.onLost()
      return
    }
    const { isCaller, random } = this.#means
    const [shortest, longest] = isCaller ? waits.caller : waits.callee
    if (status === 491) this.#again(1000 * drawBetween(random, shortest, longest))
    else if (awayStatuses.includes(status)) this.#again(awayMilliseconds)
    // Whatever else was refused stays as it was: the agent goes on hearing silence.
    else this.#isPending = false
  }

  #again(milliseconds: number): void {
    const ask = (): void => {
      this.#isPending = false
      this.#ask()
    }
    if (milliseconds === 0) ask()
    else this.#callOff = this.#means.clock.after(milliseconds, ask)
  }
}
