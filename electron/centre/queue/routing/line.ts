import type { QueueSite } from '../site.ts'
import { capOf } from './choose-agent.ts'
import type { Need, QueueState } from './state.ts'

/** Those for whom somebody must be found, in the order in which they are served: priority, then the time of asking. */
export function inLine(state: Pick<QueueState, 'needs'>, site: QueueSite): readonly Need[] {
  const priority = ({ to }: Need): number =>
    // What an agent asks of a person is not behind the customers of a queue.
    to.kind === 'queue' ? (site.queues.find(({ id }) => id === to.queue)?.priority ?? 0) : Infinity
  return [...state.needs.values()].sort((a, b) => {
    const [pa, pb] = [priority(a), priority(b)]
    return pa === pb ? a.since - b.since || a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1) : pb - pa
  })
}

export interface QueueNow {
  readonly id: string
  readonly waiting: number
  readonly oldest: number | undefined
}

/** The customers who wait for an agent, by queue. */
export function waitingOf(state: QueueState, site: QueueSite, queue: string): readonly Need[] {
  return inLine(state, site).filter(
    ({ kind, to }) =>
      to.kind === 'queue' && to.queue === queue && (kind === 'first' || kind === 'agent-away'),
  )
}

export function queueNow(state: QueueState, site: QueueSite, queue: string): QueueNow {
  const waiting = waitingOf(state, site, queue)
  const oldest = waiting.length === 0 ? undefined : Math.min(...waiting.map(({ since }) => since))
  return { id: queue, waiting: waiting.length, oldest }
}

export interface Place {
  readonly room: string
  /** From 1. */
  readonly position: number
  /** Expected wait in seconds; `undefined` when nothing is known. */
  readonly seconds: number | undefined
}

export function placesIn(state: QueueState, site: QueueSite, queue: string): readonly Place[] {
  return waitingOf(state, site, queue).map(({ room }, index) => ({
    room,
    position: index + 1,
    seconds: expectedWait(state, site, { queue, position: index + 1 }),
  }))
}

/** Fewer chats than that say nothing about the next. */
const leastServed = 3

/**
 * Each of `places` agents' places becomes free once in the time that a chat usually takes. Nothing is known, and nothing is
 * said, before some chats were served or while nobody is there.
 */
export function expectedWait(
  state: QueueState,
  site: QueueSite,
  { queue, position }: { readonly queue: string; readonly position: number },
): number | undefined {
  const served = state.served.get(queue) ?? []
  if (served.length < leastServed) return undefined
  const places = site.agents
    .filter((agent) => agent.queues.includes(queue))
    .map((agent) => ({ agent, now: state.agents.get(agent.user) }))
    .reduce(
      (sum, { agent, now }) => sum + (now?.presence === 'there' && now.takes ? capOf(now, agent) : 0),
      0,
    )
  if (places === 0) return undefined
  const usual = served.reduce((sum, one) => sum + one, 0) / served.length
  return Math.round((usual / 1000) * (position / places))
}
