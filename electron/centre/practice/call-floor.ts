import type { IncomingInviteRequest } from 'sip.js/lib/core/index.js'
import type { PracticeOrder } from '../../../renderer/domain/practice.ts'
import { seededRandom } from '../../../renderer/domain/seeded-random.ts'
import { AgentLine } from './agent-line.ts'
import { rosterOf } from './agents.ts'
import type { RosteredAgent } from './agents.ts'
import type { CallWatch } from './call-events.ts'
import { CallQueue } from './call-queue.ts'
import { CallRound } from './call-round.ts'
import type { Clock } from './clock.ts'
import { practiceScripts } from './customers.ts'
import type { PracticeScript } from './customers.ts'
import { DeskCall } from './desk-call.ts'
import { Exchange } from './exchange.ts'
import type { Log } from './log.ts'
import { People } from './people.ts'
import type { Person } from './person.ts'
import type { RoutableAgent } from './routing.ts'
import { createRtpClock } from './rtp-clock.ts'
import { SecondCalls } from './second-calls.ts'
import { StateAgency } from './state-agency.ts'
import { Talk } from './talk.ts'
import type { Party } from './talk.ts'
import { Transfers } from './transfer.ts'
import { Visits } from './visits.ts'
import type { Voices } from './voices.ts'

export interface FloorMeans {
  readonly domain: string
  readonly clock: Clock
  readonly voices: Voices
  readonly newId: () => string
  readonly log: Log
  /** For a test, or another part of the centre, that follows the calls. */
  readonly onCallEvent?: CallWatch
  /** µ-law, as a customer (by id) or a colleague (by extension) hears it. */
  readonly onSound?: (hearer: string, sound: Uint8Array) => void
}

/** States in which an agent serves customers, now or soon. */
const atWork: readonly (string | undefined)[] = ['available', 'on-interaction', 'wrap-up']

/** Everything behind the switchboard: who calls when, who waits, and the calls that are going on. */
export class CallFloor {
  readonly agents: readonly RosteredAgent[]
  readonly lines: ReadonlyMap<string, AgentLine>
  readonly agency: StateAgency
  readonly #means: FloorMeans
  readonly #people: People
  readonly #exchange: Exchange
  readonly #queue: CallQueue
  readonly #round: CallRound
  readonly #secondCalls: SecondCalls
  readonly #visits = new Visits()
  /** When each agent's last call ended, on the clock. */
  readonly #freeSince = new Map<string, number>()
  /** What agents have dialled. */
  readonly #deskCalls = new Set<DeskCall>()

  constructor(order: PracticeOrder, means: FloorMeans) {
    const { domain, clock, newId, log, voices, onSound, onCallEvent } = means
    this.#means = means
    this.agents = rosterOf(order)
    this.agency = new StateAgency(clock, newId)
    this.lines = new Map(this.agents.map(({ user }) => [user, this.#newLine(user)]))
    this.#people = new People({ voices, rtpClock: createRtpClock(clock), onSound })
    const transfers = new Transfers({
      exchange: () => this.#exchange,
      connect: (one, other) => this.#connect(one, other),
      onLeft: (party) => this.#visits.end(party),
    })
    this.#exchange = new Exchange({
      ...{
        agents: this.agents,
        lines: this.lines,
        people: this.#people,
        domain,
        clock,
        newId,
        log,
        onCallEvent,
      },
      // Drawn apart from the schedule, which must not depend on it.
      random: seededRandom(order.seed),
      onRefer: (leg, request) => transfers.refer(leg, request),
      onCallsChanged: (user) => this.#callsChanged(user),
    })
    this.#queue = new CallQueue({ exchange: this.#exchange, clock, agents: () => this.#routable() })
    this.#round = new CallRound({
      clock,
      rota: {
        customers: practiceScripts.map(({ customer }) => customer.id),
        pauseSeconds: order.pauseSeconds,
        random: seededRandom(order.seed),
      },
      agentsAtWork: () => this.#routable().filter(isAtWork).length,
      arrive: (customer, onGone) => this.arrive(customer, onGone),
    })
    this.#secondCalls = new SecondCalls({
      share: order.secondCalls ?? 0,
      clock,
      random: seededRandom(order.seed + 1),
      onlyTalksWith: (user, customer) => this.#exchange.onlyTalksWith(user, customer),
      isHere: (customer) => this.#people.all(customer).length > 0,
      call: (customer, user) => this.#callAgain(customer, user),
    })
  }

  /** An agent has registered, has gone, or has published a state. */
  agentsChanged(): void {
    for (const line of this.lines.values()) if (!line.isRegistered) this.agency.forget(line.user)
    this.#round.agentsChanged()
    this.#queue.look()
  }

  /** That customer comes to the queue; one who is here already does not come twice. */
  arrive(customer: string, onGone: () => void = () => undefined): void {
    const script = scriptOf(customer)
    if (this.#people.all(customer).length > 0) {
      onGone()
      return
    }
    const person = this.#people.customer(script)
    const { newId, onCallEvent } = this.#means
    this.#visits.begin(person, onGone)
    this.#queue.join({
      person,
      script,
      onAnswered: (user) => this.#secondCalls.answered(customer, user),
      onGivenUp: () => {
        const call = { id: newId(), from: customer, to: undefined }
        onCallEvent?.(call, { kind: 'ended', outcome: 'given-up' })
      },
    })
  }

  /** That customer calls that agent now, whatever the agent's state is, and gives up when they do not answer. */
  placeCall(customer: string, user: string): void {
    this.#ring(this.#people.customer(scriptOf(customer)), user)
  }

  /** Everybody with a script, or those of that name. */
  people(name?: string): readonly Person[] {
    return this.#people.all(name)
  }

  /** Loses every dialog without a word, as a centre does that is started anew. */
  forgetCalls(): void {
    for (const line of this.lines.values()) line.forget()
    for (const leg of this.#exchange.legs) leg.abandon('failed')
    for (const person of this.#people.all()) person.hangUp()
  }

  /** Everybody hangs up. Resolves when all calls are over, after some 2 s at most. */
  async close(): Promise<void> {
    this.#round.close()
    this.#secondCalls.close()
    for (const person of this.#people.all()) person.hangUp()
    for (const call of [...this.#deskCalls]) call.close()
    const { legs } = this.#exchange
    for (const leg of legs) leg.bye()
    await Promise.all(legs.map((leg) => new Promise<void>((resolve) => void leg.whenGone(resolve))))
    for (const line of this.lines.values()) line.forget()
  }

  /** Somebody whom that agent has served calls them past the queue. */
  #callAgain(customer: string, user: string): void {
    const person = this.#people.returningCustomer(scriptOf(customer))
    this.#visits.begin(person, this.#round.join())
    this.#ring(person, user)
  }

  #ring(person: Person, user: string): void {
    const attempt = this.#exchange.reach({ kind: 'desk', user }, person, {
      onRinging: () => undefined,
      onEarly: () => undefined,
      onAnswered: (desk) => {
        stopListening()
        new Talk(person, desk)
      },
      onRefused: () => person.hangUp(),
    })
    const stopListening = person.whenGone(() => attempt.cancel())
  }

  #newLine(user: string): AgentLine {
    const { domain, clock, newId, log, onCallEvent } = this.#means
    const onInvite = (request: IncomingInviteRequest): void => {
      const call = new DeskCall(request, { exchange: this.#exchange, user, log, onCallEvent })
      this.#deskCalls.add(call)
      call.whenGone(() => this.#deskCalls.delete(call))
    }
    return new AgentLine({ user, domain, clock, newId, onInvite })
  }

  #callsChanged(user: string): void {
    this.#freeSince.set(user, this.#means.clock.now())
    // Whoever has just hung up is still being taken off the list.
    this.#means.clock.after(0, () => this.#queue.look())
  }

  #routable(): RoutableAgent[] {
    return this.agents.map(({ user, queues, languages }) => ({
      ...{ user, queues, languages },
      isReachable: this.lines.get(user)?.isReachable === true,
      state: this.agency.stateOf(user),
      calls: this.#exchange.callsOf(user),
      idleSince: Math.max(this.agency.since(user) ?? 0, this.#freeSince.get(user) ?? 0),
    }))
  }

  /** Two who have been handed over; a conversation without a desk in it is told as a call of its own. */
  #connect(one: Party, other: Party): void {
    const isAtDesk = [one, other].some((party) => this.lines.has(party.name))
    new Talk(one, other)
    if (isAtDesk) return
    this.#visits.end(one)
    this.#visits.end(other)
    const { newId, onCallEvent } = this.#means
    const call = { id: newId(), from: one.name, to: other.name }
    onCallEvent?.(call, { kind: 'connected' })
    one.whenGone(() => onCallEvent?.(call, { kind: 'ended', outcome: 'answered' }))
  }
}

const isAtWork = ({ isReachable, state }: RoutableAgent): boolean => isReachable && atWork.includes(state)

function scriptOf(customer: string): PracticeScript {
  const script = practiceScripts.find((one) => one.customer.id === customer)
  if (!script) throw new RangeError(`nobody is called ${customer}`)
  return script
}
