import { drawBetween } from '../../../renderer/domain/seeded-random.ts'
import type { Random } from '../../../renderer/domain/seeded-random.ts'
import type { Clock } from './clock.ts'

export interface SecondCallsMeans {
  /** In which part of the calls a second one comes, 0 to 1. */
  readonly share: number
  readonly random: Random
  readonly clock: Clock
  /** Whether the agent talks with that customer, and their desk has no other call. */
  readonly onlyTalksWith: (user: string, customer: string) => boolean
  /** Whether that customer is calling, waiting or talking already. */
  readonly isHere: (customer: string) => boolean
  readonly call: (customer: string, user: string) => void
}

/** Seconds from the answer to the second call: both are in the middle of it, and the customer has more to say. */
const delaySeconds = [5, 12] as const

/**
 * Call waiting, now and then: while an agent talks, a customer calls them whom they have served before and given their
 * number to. So nobody has a second call in their first one.
 */
export class SecondCalls {
  readonly #means: SecondCallsMeans
  /** Whom each agent has served, by user name. */
  readonly #served = new Map<string, Set<string>>()
  readonly #planned = new Set<() => void>()
  #isClosed = false

  constructor(means: SecondCallsMeans) {
    this.#means = means
  }

  /** A customer from the queue talks with that agent. */
  answered(customer: string, user: string): void {
    const served = this.#served.get(user)
    if (served) this.#draw(customer, user)
    this.#served.set(user, new Set(served).add(customer))
  }

  close(): void {
    this.#isClosed = true
    for (const stop of this.#planned) stop()
    this.#planned.clear()
  }

  #draw(customer: string, user: string): void {
    const { share, random, clock } = this.#means
    if (this.#isClosed || random() >= share) return
    const stop = clock.after(1000 * drawBetween(random, ...delaySeconds), () => {
      this.#planned.delete(stop)
      this.#call(customer, user)
    })
    this.#planned.add(stop)
  }

  #call(customer: string, user: string): void {
    const { random, onlyTalksWith, isHere, call } = this.#means
    if (!onlyTalksWith(user, customer)) return
    const absent = [...(this.#served.get(user) ?? [])].filter((one) => !isHere(one))
    const returning = absent[Math.floor(random() * absent.length)]
    if (returning !== undefined) call(returning, user)
  }
}
