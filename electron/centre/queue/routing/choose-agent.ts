import type { QueueSite, SiteAgent } from '../site.ts'
import type { AgentNow, Chat, Need, QueueState } from './state.ts'

type Seen = Pick<QueueState, 'chats' | 'needs' | 'offers' | 'agents'>

/** Chats that somebody has, and what they are being offered. */
export function loadOf(seen: Pick<Seen, 'chats' | 'offers'>, user: string): number {
  let load = chatsOf(seen, user)
  for (const offer of seen.offers.values()) if (offer.user === user) load += 1
  return load
}

export function chatsOf(seen: Pick<Seen, 'chats'>, user: string): number {
  let count = 0
  for (const chat of seen.chats.values()) if (chat.agents.some((one) => one.user === user)) count += 1
  return count
}

/** How many chats somebody can have now: what the desk says (fewer during a call), never more than the site allows. */
export const capOf = (agent: AgentNow, allowed: SiteAgent): number => Math.min(agent.most, allowed.most)

/** Whether somebody may be offered anything at all. */
export function hasRoom(seen: Seen, allowed: SiteAgent): boolean {
  const agent = seen.agents.get(allowed.user)
  if (agent?.presence !== 'there' || !agent.takes || agent.address === undefined) return false
  return loadOf(seen, allowed.user) < capOf(agent, allowed)
}

export interface Choice {
  readonly seen: Seen
  readonly site: QueueSite
  readonly at: number
}

/** The agent to whom this is offered next, if there is one now. */
export function chooseAgent(need: Need, { seen, site, at }: Choice): SiteAgent | undefined {
  const chat = seen.chats.get(need.room)
  if (!chat) return undefined
  const offered = new Set([...seen.offers.values()].map(({ user }) => user))
  return site.agents
    .filter((agent) => isMeant(need, chat, agent, site))
    .filter(({ user }) => !chat.agents.some((one) => one.user === user) && !offered.has(user))
    .filter((agent) => hasRoom(seen, agent))
    .filter(({ user }) => at - passedAt(need, user) >= site.retrySeconds * 1000)
    .sort((a, b) => inOrder(rankOf(need, seen, a), rankOf(need, seen, b)) || (a.user < b.user ? -1 : 1))[0]
}

const passedAt = (need: Need, user: string): number =>
  need.passed.findLast((one) => one.user === user)?.at ?? -Infinity

/** Whether this is for somebody: them alone, whichever lead, or those who serve the queue in the customer's language. */
function isMeant(need: Need, chat: Chat, agent: SiteAgent, site: QueueSite): boolean {
  switch (need.to.kind) {
    case 'agent':
      return agent.user === need.to.user
    case 'lead':
      return agent.lead
    case 'queue':
      return need.prefers === agent.user || serves(need.to.queue, chat, agent, site)
  }
}

function serves(queue: string, chat: Chat, agent: SiteAgent, site: QueueSite): boolean {
  if (!agent.queues.includes(queue)) return false
  const { language } = chat.metadata
  if (language === undefined || agent.languages.includes(language)) return true
  // Where nobody who serves the queue speaks it, anybody is better than a wait without end.
  return !site.agents.some((one) => one.queues.includes(queue) && one.languages.includes(language))
}

type Rank = readonly number[]

/** Who knows the case; who has not let it pass, then who did so longest ago; the fewest chats; the longest idle. */
function rankOf(need: Need, seen: Seen, { user }: SiteAgent): Rank {
  const passed = passedAt(need, user)
  return [
    need.prefers === user && passed === -Infinity ? 0 : 1,
    passed === -Infinity ? 0 : passed,
    chatsOf(seen, user),
    seen.agents.get(user)?.idleSince ?? 0,
  ]
}

function inOrder(a: Rank, b: Rank): number {
  for (const [place, value] of a.entries()) {
    const difference = value - (b[place] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
