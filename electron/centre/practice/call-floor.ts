import type { PracticeOrder } from '../../../renderer/domain/practice.ts'
import { seededRandom } from '../../../renderer/domain/seeded-random.ts'
import type { Random } from '../../../renderer/domain/seeded-random.ts'
import type { AgentLine } from './agent-line.ts'
import { CallRound } from './call-round.ts'
import type { Clock } from './clock.ts'
import { CustomerCall } from './customer-call.ts'
import type { CallEvent } from './customer-call.ts'
import { CustomerSpeech } from './customer-speech.ts'
import { practiceScripts } from './customers.ts'
import type { Log } from './log.ts'
import { createRtpClock } from './rtp-clock.ts'
import type { RtpClock } from './rtp-clock.ts'
import type { CallOutcome } from './schedule.ts'
import type { Voices } from './voices.ts'

export interface FloorMeans {
  readonly line: AgentLine
  readonly domain: string
  readonly clock: Clock
  readonly voices: Voices
  readonly log: Log
  /** For a test, or another part of the centre, that follows the calls; `customer` is an id. */
  readonly onCallEvent?: (customer: string, event: CallEvent) => void
  /** µ-law, as each customer hears it. */
  readonly onSound?: (sound: Uint8Array) => void
}

/** The customers' side of the centre: whose turn it is to call, and the calls that are going on. */
export class CallFloor {
  readonly #means: FloorMeans
  readonly #round: CallRound
  readonly #rtpClock: RtpClock
  /** Where RTP counts from; drawn apart from the schedule, which must not depend on it. */
  readonly #random: Random
  readonly #calls = new Set<CustomerCall>()
  #onLastEnded: () => void = () => undefined

  constructor(order: PracticeOrder, means: FloorMeans) {
    this.#means = means
    this.#rtpClock = createRtpClock(means.clock)
    this.#random = seededRandom(order.seed)
    this.#round = new CallRound({
      line: means.line,
      clock: means.clock,
      rota: {
        customers: practiceScripts.map(({ customer }) => customer.id),
        pauseSeconds: order.pauseSeconds,
        random: seededRandom(order.seed),
      },
      placeCall: (customer, onEnded) => this.#place(customer, onEnded),
    })
  }

  lineChanged(): void {
    this.#round.lineChanged()
  }

  /** Whoever is calling or talking ends it now; the next one calls in their turn. */
  hangUp(): void {
    for (const call of this.#calls) call.hangUp()
  }

  /** Every customer hangs up. Resolves when all calls are over, after some 2 s at most. */
  close(): Promise<void> {
    this.#round.close()
    return new Promise((resolve) => {
      this.#onLastEnded = resolve
      if (this.#calls.size === 0) resolve()
      this.hangUp()
    })
  }

  #place(customer: string, onEnded: (outcome: CallOutcome) => void): void {
    const script = practiceScripts.find((one) => one.customer.id === customer)
    if (!script) throw new RangeError(`nobody is called ${customer}`)
    const call = new CustomerCall({
      ...this.#means,
      script,
      speech: new CustomerSpeech(script, this.#means.voices),
      rtpClock: this.#rtpClock,
      random: this.#random,
      onEvent: (event) => {
        this.#means.onCallEvent?.(customer, event)
        if (event.kind !== 'ended') return
        this.#calls.delete(call)
        onEnded(event.outcome)
        if (this.#calls.size === 0) this.#onLastEnded()
      },
    })
    this.#calls.add(call)
    call.ring()
  }
}
