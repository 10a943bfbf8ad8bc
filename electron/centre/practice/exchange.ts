import type { IncomingReferRequest } from 'sip.js/lib/core/index.js'
import type { Random } from '../../../renderer/domain/seeded-random.ts'
import type { AgentLine } from './agent-line.ts'
import type { RosteredAgent } from './agents.ts'
import { announceAndAnswer, answerAtOnce, refuse, ringAndAnswer, ringForEver } from './answering.ts'
import type { Attempt, AttemptEvents } from './attempt.ts'
import type { CallEvent, CallWatch } from './call-events.ts'
import type { Clock } from './clock.ts'
import { DeskLeg } from './desk-leg.ts'
import { lookUp } from './directory.ts'
import type { Listed } from './directory.ts'
import { Echo } from './echo.ts'
import type { Log } from './log.ts'
import type { People } from './people.ts'
import type { DialogName } from './refer-target.ts'
import { DeskRing } from './ring-desk.ts'
import type { CallerCard } from './talk.ts'
import { echoExtension } from './training-numbers.ts'

export interface ExchangeMeans {
  readonly agents: readonly RosteredAgent[]
  /** By user name. */
  readonly lines: ReadonlyMap<string, AgentLine>
  readonly people: People
  readonly domain: string
  readonly clock: Clock
  /** Where RTP counts from, and how long a request waits after a glare. */
  readonly random: Random
  readonly newId: () => string
  readonly log: Log
  readonly onCallEvent?: CallWatch | undefined
  readonly onRefer: (leg: DeskLeg, request: IncomingReferRequest) => void
  /** A call of this agent's has begun or has ended. */
  readonly onCallsChanged: (user: string) => void
}

/** Who calls. */
export interface Caller {
  readonly name: string
  readonly card: CallerCard
}

/** A leg to be: of which desk, and what the other end is called. */
export interface LegOrder {
  readonly user: string
  readonly callId: string
  readonly contact: string
  readonly watch: (event: CallEvent) => void
}

const notFound = 404
const busy = 486

/** Connects whoever calls with whomever they have dialled, and knows every call of every desk. */
export class Exchange {
  readonly #means: ExchangeMeans
  readonly #legs = new Set<DeskLeg>()

  constructor(means: ExchangeMeans) {
    this.#means = means
  }

  lookUp(dialled: string): Listed {
    return lookUp(dialled, this.#means.agents)
  }

  /** How many calls ring or go on at an agent's desk, or are being placed from there. */
  callsOf(user: string): number {
    return this.#legsOf(user).length
  }

  /** Whether that customer, and nobody else, is at the agent's desk. */
  onlyTalksWith(user: string, customer: string): boolean {
    const [leg, ...others] = this.#legsOf(user)
    return others.length === 0 && leg?.other?.name === customer
  }

  /** The agent's call of that name, among those that have been answered. */
  findLeg(user: string, name: DialogName): DeskLeg | undefined {
    return this.#legsOf(user).find((leg) => leg.isNamed(name))
  }

  get legs(): readonly DeskLeg[] {
    return [...this.#legs]
  }

  cardOf(user: string): CallerCard {
    const { extension = user } = this.#means.agents.find((agent) => agent.user === user) ?? {}
    return { number: extension, name: user, headers: [] }
  }

  /** Who can be reached under `listed` is called; the events come later, never during this call. */
  reach(listed: Listed, caller: Caller, events: AttemptEvents): Attempt {
    const { clock, people } = this.#means
    switch (listed.kind) {
      case 'desk':
        // Whoever dials their own extension is on the telephone already.
        if (this.cardOf(listed.user).number === caller.card.number) return refuse(clock, events, busy)
        return this.#ring(listed.user, caller, events)
      case 'customer': {
        const { script } = listed
        const isEngaged = people.all(script.customer.id).length > 0
        if (isEngaged) return refuse(clock, events, busy)
        return ringAndAnswer(clock, events, () => people.customer(script))
      }
      case 'colleague':
        return ringAndAnswer(clock, events, () => people.colleague(listed.script))
      case 'echo':
        return answerAtOnce(clock, events, () => new Echo(echoExtension))
      case 'training':
        return this.#train(listed, events)
      case 'nobody':
        return refuse(clock, events, notFound)
    }
  }

  newLeg({ user, callId, contact, watch }: LegOrder): DeskLeg {
    const { domain, clock, random, log, onRefer, onCallsChanged } = this.#means
    const card = this.cardOf(user)
    const leg = new DeskLeg({ user, card, callId, contact, domain, clock, random, log, watch, onRefer })
    this.#legs.add(leg)
    leg.whenGone(() => {
      this.#legs.delete(leg)
      onCallsChanged(user)
    })
    onCallsChanged(user)
    return leg
  }

  #legsOf(user: string): DeskLeg[] {
    return this.legs.filter((leg) => leg.name === user)
  }

  #ring(user: string, { name, card }: Caller, events: AttemptEvents): Attempt {
    const { lines, newId, clock, log, onCallEvent } = this.#means
    const line = lines.get(user)
    if (!line) return refuse(clock, events, notFound)
    const callId = newId()
    const watch = (event: CallEvent): void => onCallEvent?.({ id: callId, from: name, to: user }, event)
    const leg = this.newLeg({ user, callId, contact: card.number, watch })
    const ring = new DeskRing({ line, leg, callId, caller: card, clock, log, watch, events })
    ring.start()
    return ring
  }

  #train({ extension, training }: Extract<Listed, { kind: 'training' }>, events: AttemptEvents): Attempt {
    const { clock, people } = this.#means
    switch (training.kind) {
      case 'refuses':
        return refuse(clock, events, training.status)
      case 'rings-for-ever':
        return ringForEver(clock, events)
      case 'announces':
        return announceAndAnswer(clock, events, people.announcement(extension, training.script))
    }
  }
}
