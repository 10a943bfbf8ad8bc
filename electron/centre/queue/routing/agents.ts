import type { Draft } from './draft.ts'
import { agentIn, changeAgent, changeChat, isThere, nameOf, say, siteAgent } from './draft.ts'
import { capOf, loadOf } from './choose-agent.ts'
import type { Answer, QueueEvents } from './events.ts'
import { addNeed, needsOf, revoke, withdraw } from './needs.ts'
import type { AgentNow, Chat } from './state.ts'

const chatsWith = (draft: Draft, user: string): readonly Chat[] =>
  [...draft.chats.values()].filter((chat) => agentIn(chat, user))

export function agentThere(draft: Draft, event: QueueEvents['agent-there']): Answer {
  const { user, address } = event
  if (!siteAgent(draft, user)) return 'forbidden'
  const before = draft.agents.get(user)
  const wasThere = before?.presence === 'there'
  draft.agents.set(user, standingNow(draft, event, before))
  moveOffers(draft, user)
  for (const what of before?.untold ?? []) draft.effects.push({ kind: 'tell', to: address, what })
  if (!wasThere) for (const chat of chatsWith(draft, user)) agentBack(draft, chat, user)
  keepToCap(draft, user)
  return 'done'
}

function standingNow(
  draft: Draft,
  { user, address, takes, most }: QueueEvents['agent-there'],
  before: AgentNow | undefined,
): AgentNow {
  // Whoever begins to take chats is idle from now on; a broken link is no pause.
  const goesOn = before !== undefined && before.takes && before.presence !== 'out'
  return {
    user,
    address,
    presence: 'there',
    since: before?.presence === 'there' ? before.since : draft.at,
    takes,
    most,
    idleSince: goesOn ? before.idleSince : draft.at,
    untold: [],
  }
}

/** An offer stands at one desk; at another one it is made anew. */
function moveOffers(draft: Draft, user: string): void {
  const address = draft.agents.get(user)?.address
  for (const offer of [...draft.offers.values()])
    if (offer.user === user && offer.address !== address) revoke(draft, offer, 'withdrawn')
}

/** A call has begun, or the agent takes no chats now: what was offered goes to somebody else. */
function keepToCap(draft: Draft, user: string): void {
  const [agent, allowed] = [draft.agents.get(user), siteAgent(draft, user)]
  if (!agent || !allowed) return
  for (const offer of [...draft.offers.values()]) {
    if (offer.user !== user) continue
    if (agent.takes && loadOf(draft, user) <= capOf(agent, allowed)) continue
    revoke(draft, offer, 'withdrawn')
  }
}

function agentBack(draft: Draft, chat: Chat, user: string): void {
  const wasTold = chat.agents.some((one) => one.user === user && one.awayTold)
  const agents = chat.agents.map((one) => (one.user === user ? { ...one, awayTold: false } : one))
  const changed = wasTold ? (changeChat(draft, chat.room, { agents }) ?? chat) : chat
  if (wasTold) say(draft, changed, 'agent-back', nameOf(draft, user))
  for (const need of needsOf(draft, chat.room))
    if (need.kind === 'agent-away') withdraw(draft, need, 'withdrawn')
}

export function agentGone(draft: Draft, event: QueueEvents['agent-gone']): Answer {
  const before = draft.agents.get(event.user)
  // Another desk of the same agent, which was replaced before.
  if (!before || before.address !== event.address) return 'done'
  if (before.presence === 'out' || before.presence === 'dropped') return 'done'
  lose(draft, before, event.onPurpose ? 'out' : 'dropped')
  return 'done'
}

/** The customers read it at once; the chats are the agent's until somebody else has taken them. */
export function lose(draft: Draft, agent: AgentNow, presence: 'dropped' | 'out'): void {
  changeAgent(draft, agent.user, { presence, since: draft.at })
  for (const offer of [...draft.offers.values()])
    if (offer.user === agent.user) revoke(draft, offer, 'withdrawn')
  for (const chat of chatsWith(draft, agent.user)) {
    const agents = chat.agents.map((one) => (one.user === agent.user ? { ...one, awayTold: true } : one))
    const changed = changeChat(draft, chat.room, { agents }) ?? chat
    say(draft, changed, presence === 'out' ? 'agent-left' : 'agent-away', nameOf(draft, agent.user))
  }
}

/** A served chat in which nobody has been for too long is offered to others, with its story. */
export function offerUntended(draft: Draft): void {
  for (const chat of draft.chats.values()) {
    if (chat.stage !== 'served' || chat.agents.some(({ user }) => isKept(draft, user))) continue
    const toQueue = needsOf(draft, chat.room).some(({ to }) => to.kind === 'queue')
    if (!toQueue) addNeed(draft, chat, { kind: 'agent-away', to: { kind: 'queue', queue: chat.queue } })
  }
}

function isKept(draft: Draft, user: string): boolean {
  const agent = draft.agents.get(user)
  if (!agent || agent.presence === 'out') return false
  if (isThere(draft, user) || agent.presence === 'unheard') return true
  return draft.at - agent.since < draft.site.agentGraceSeconds * 1000
}
