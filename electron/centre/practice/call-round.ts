import type { AgentLine } from './agent-line.ts'
import type { Clock } from './clock.ts'
import { callAfter, firstCall } from './schedule.ts'
import type { CallOutcome, PlannedCall, Rota } from './schedule.ts'

export interface CallRoundMeans {
  readonly line: Pick<AgentLine, 'isReachable'>
  readonly rota: Rota
  readonly clock: Clock
  /** Lets that customer call now, and tells the outcome once the call is over. */
  readonly placeCall: (customer: string, onEnded: (outcome: CallOutcome) => void) => void
}

/** Customer after customer calls one agent, whenever the agent is there and has no call. */
export class CallRound {
  readonly #means: CallRoundMeans
  #planned: PlannedCall
  #stage: 'away' | 'waiting' | 'in-call' | 'closed' = 'away'
  #stopWaiting: () => void = () => undefined

  constructor(means: CallRoundMeans) {
    this.#means = means
    this.#planned = firstCall(means.rota)
  }

  /** The agent has come, has gone, or has only shown again that they are there. */
  lineChanged(): void {
    const { isReachable } = this.#means.line
    if (isReachable && this.#stage === 'away') this.#waitForNext()
    if (!isReachable && this.#stage === 'waiting') this.#away()
  }

  close(): void {
    this.#stopWaiting()
    this.#stage = 'closed'
  }

  #waitForNext(): void {
    this.#stage = 'waiting'
    this.#stopWaiting = this.#means.clock.after(this.#planned.pauseMilliseconds, () => this.#call())
  }

  #away(): void {
    this.#stopWaiting()
    this.#stage = 'away'
  }

  #call(): void {
    if (!this.#means.line.isReachable) {
      // The registration has run out in silence; the next one starts the pause anew.
      this.#away()
      return
    }
    this.#stage = 'in-call'
    this.#means.placeCall(this.#planned.customer, (outcome) => this.#ended(outcome))
  }

  #ended(outcome: CallOutcome): void {
    if (this.#stage === 'closed') return
    this.#planned = callAfter(this.#planned, outcome, this.#means.rota)
    if (this.#means.line.isReachable) this.#waitForNext()
    else this.#stage = 'away'
  }
}
