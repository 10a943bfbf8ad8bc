import type { Attempt } from './attempt.ts'
import type { Clock } from './clock.ts'
import type { PracticeScript } from './customers.ts'
import type { Exchange } from './exchange.ts'
import type { Person } from './person.ts'
import { chooseAgent } from './routing.ts'
import type { RoutableAgent, WaitingCustomer } from './routing.ts'
import { Talk } from './talk.ts'

export interface QueueMeans {
  readonly exchange: Pick<Exchange, 'reach'>
  readonly clock: Clock
  /** Everybody who works here, as they are now. */
  readonly agents: () => readonly RoutableAgent[]
}

/** A customer who comes to the queue. */
export interface Arrival {
  readonly person: Person
  readonly script: PracticeScript
  readonly onAnswered: (user: string) => void
  /** The customer has hung up without having been served. */
  readonly onGivenUp: () => void
}

/** A customer waits so long for somebody to serve them, whether it rings or not. */
const patienceMilliseconds = 120_000
/** An agent who has refused or not answered a customer is not offered the same one for so long. */
const restMilliseconds = 5000

interface Place extends WaitingCustomer {
  readonly arrival: Arrival
  readonly passedOver: Map<string, number>
  offer: Attempt | undefined
  readonly undo: (() => void)[]
}

/** Customers who wait, each until an agent takes the call or patience ends; who came first is offered first. */
export class CallQueue {
  readonly #means: QueueMeans
  readonly #places = new Set<Place>()

  constructor(means: QueueMeans) {
    this.#means = means
  }

  join(arrival: Arrival): void {
    const { person, script } = arrival
    const { queue, language } = script.customer
    const place: Place = { arrival, queue, language, passedOver: new Map(), offer: undefined, undo: [] }
    this.#places.add(place)
    place.undo.push(
      this.#means.clock.after(patienceMilliseconds, () => person.hangUp()),
      person.whenGone(() => {
        place.offer?.cancel()
        this.#leave(place)
        arrival.onGivenUp()
      }),
    )
    this.look()
  }

  /** An agent may have become free: offers whoever waits to whoever may take them. */
  look(): void {
    for (const place of this.#places) {
      if (place.offer) continue
      const user = chooseAgent(place, this.#means.agents(), this.#means.clock.now())
      if (user !== undefined) this.#offer(place, user)
    }
  }

  #offer(place: Place, user: string): void {
    const { exchange, clock } = this.#means
    const { person, onAnswered } = place.arrival
    place.offer = exchange.reach({ kind: 'desk', user }, person, {
      onRinging: () => undefined,
      onEarly: () => undefined,
      onAnswered: (desk) => {
        this.#leave(place)
        new Talk(person, desk)
        onAnswered(user)
      },
      onRefused: () => {
        place.offer = undefined
        place.passedOver.set(user, clock.now() + restMilliseconds)
        place.undo.push(clock.after(restMilliseconds, () => this.look()))
        this.look()
      },
    })
  }

  #leave(place: Place): void {
    this.#places.delete(place)
    for (const undo of place.undo) undo()
  }
}
