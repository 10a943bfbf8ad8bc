import { seededRandom } from '../../../../../renderer/domain/seeded-random.ts'
import { CallRound } from '../../call-round.ts'
import type { Clock } from '../../clock.ts'
import type { ChatServer } from '../chat-server.ts'
import { chatScripts } from './chat-scripts.ts'
import { Visitor } from './visitor.ts'

export interface GuestsMeans {
  readonly server: ChatServer
  readonly seed: number
  readonly pauseSeconds: readonly [number, number]
  readonly clock: Clock
  readonly newId: () => string
  /** The address of the queue of that name. */
  readonly addressOf: (queue: string) => string
  /** How many chats the agents take at once now. */
  readonly room: () => number
}

/** How often it is looked whether an agent takes chats. */
const lookMilliseconds = 1000

/** The customers who come by chat: one after another with pauses, as many at once as the agents take. */
export class Guests {
  readonly #means: GuestsMeans
  readonly #round: CallRound
  readonly #present = new Map<string, Visitor>()
  #stopLooking: () => void = () => undefined
  readonly #random

  constructor(means: GuestsMeans) {
    const { seed, pauseSeconds, clock, room } = means
    this.#means = means
    this.#random = seededRandom(seed)
    this.#round = new CallRound({
      rota: {
        customers: chatScripts.map(({ customer }) => customer.id),
        pauseSeconds,
        random: seededRandom(seed + 1),
      },
      ...{ clock, agentsAtWork: room },
      arrive: (customer, onGone) => this.arrive(customer, onGone),
    })
    this.#look()
  }

  get present(): readonly string[] {
    return [...this.#present.keys()]
  }

  /** Who is there already does not come twice at a time. */
  arrive(customer: string, onGone: () => void = this.#round.join()): void {
    const script = chatScripts.find(({ customer: { id } }) => id === customer)
    if (!script) throw new RangeError(`no customer ${customer}`)
    if (this.#present.has(customer)) {
      onGone()
      return
    }
    const { server, clock, newId, addressOf } = this.#means
    const visitor = new Visitor({
      ...{ script, clock, newId, random: this.#random, queue: addressOf(script.customer.queue) },
      connect: (onStanza) => server.visit(({ element }) => onStanza(element)),
      onGone: () => {
        this.#present.delete(customer)
        onGone()
      },
    })
    this.#present.set(customer, visitor)
  }

  /** Everybody goes, as when their connection ends for good. */
  sendAway(): void {
    for (const visitor of [...this.#present.values()]) visitor.leave()
  }

  close(): void {
    this.#stopLooking()
    this.#round.close()
    this.sendAway()
  }

  #look(): void {
    this.#stopLooking = this.#means.clock.after(lookMilliseconds, () => {
      this.#round.agentsChanged()
      this.#look()
    })
  }
}
