import type { Language } from '../../../renderer/domain/language.ts'

/** What routing must know of a customer in the queue. All times in milliseconds on the centre's clock. */
export interface WaitingCustomer {
  readonly queue: string
  readonly language: Language
  /** Agents who have just refused or not answered this customer, by user name, with the time until which they rest. */
  readonly passedOver: ReadonlyMap<string, number>
}

/** What routing must know of an agent. */
export interface RoutableAgent {
  readonly user: string
  readonly queues: readonly string[]
  readonly languages: readonly Language[]
  /** Registered, by a connection that is open. */
  readonly isReachable: boolean
  /** What the desk has published last, unless that has run out. */
  readonly state: string | undefined
  /** How many calls ring or go on at the desk, whatever it has published. */
  readonly calls: number
  /** Since when the agent could have taken a call. */
  readonly idleSince: number
}

/** Whom to offer this customer now: of all who may take the call, the one who has been idle for longest. */
export function chooseAgent(
  waiting: WaitingCustomer,
  agents: readonly RoutableAgent[],
  now: number,
): string | undefined {
  const suited = agents.filter((agent) => mayTake(waiting, agent, now))
  const [first, ...others] = suited
  if (!first) return undefined
  return others.reduce((best, agent) => (agent.idleSince < best.idleSince ? agent : best), first).user
}

function mayTake(waiting: WaitingCustomer, agent: RoutableAgent, now: number): boolean {
  if (!agent.isReachable || agent.state !== 'available' || agent.calls > 0) return false
  if ((waiting.passedOver.get(agent.user) ?? -Infinity) > now) return false
  return agent.queues.includes(waiting.queue) && agent.languages.includes(waiting.language)
}
