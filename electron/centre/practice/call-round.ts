import type { Clock } from './clock.ts'
import { callAfter, firstCall } from './schedule.ts'
import type { PlannedCall, Rota } from './schedule.ts'

export interface CallRoundMeans {
  readonly rota: Rota
  readonly clock: Clock
  /** How many agents are at work: reachable, and neither on a break nor signed out. */
  readonly agentsAtWork: () => number
  /** That customer comes to the queue now; tells when no agent has to serve them any more. */
  readonly arrive: (customer: string, onGone: () => void) => void
}

/**
 * Customer after customer comes, with a pause before each; never more to serve at once than there are agents at work,
 * since practice is there to be done and not to be fled.
 */
export class CallRound {
  readonly #means: CallRoundMeans
  #planned: PlannedCall
  #here = 0
  #stopPause: (() => void) | undefined
  #isClosed = false

  constructor(means: CallRoundMeans) {
    this.#means = means
    this.#planned = firstCall(means.rota)
  }

  /** An agent has come to work, has left, or has only shown again that they are there. */
  agentsChanged(): void {
    const isRoom = !this.#isClosed && this.#here < this.#means.agentsAtWork()
    if (isRoom) this.#stopPause ??= this.#pause()
    else this.#endPause()
  }

  /** Somebody is here who has come past the round; the answer says that they are gone again. */
  join(): () => void {
    this.#here += 1
    this.agentsChanged()
    return () => {
      this.#here -= 1
      this.agentsChanged()
    }
  }

  close(): void {
    this.#isClosed = true
    this.#endPause()
  }

  #pause(): () => void {
    const { pauseMilliseconds } = this.#planned
    return this.#means.clock.after(pauseMilliseconds, () => {
      this.#stopPause = undefined
      // A registration may have run out in silence; the next one starts the pause anew.
      if (this.#here < this.#means.agentsAtWork()) this.#arrive()
    })
  }

  #endPause(): void {
    this.#stopPause?.()
    this.#stopPause = undefined
  }

  #arrive(): void {
    const { customer } = this.#planned
    this.#planned = callAfter(this.#planned, this.#means.rota)
    this.#means.arrive(customer, this.join())
  }
}
