import type { Draft } from './draft.ts'
import {
  agentIn,
  changeAgent,
  changeChat,
  isThere,
  nameOf,
  say,
  siteAgent,
  tellAgent,
  tellChat,
} from './draft.ts'
import { chooseAgent, hasRoom } from './choose-agent.ts'
import type { Answer, QueueEvents } from './events.ts'
import { inLine } from './line.ts'
import { addNeed, letPass, needsOf, withdraw } from './needs.ts'
import type { Chat, ChatAgent, Need } from './state.ts'

/** Offers everything in the line that somebody is free for. An agent has one offer at a time. */
export function offerAll(draft: Draft): void {
  const offered = new Set([...draft.offers.values()].map(({ need }) => need))
  for (const need of inLine(draft, draft.site)) {
    if (offered.has(need.id)) continue
    const agent = chooseAgent(need, { seen: draft, site: draft.site, at: draft.at })
    const address = agent && draft.agents.get(agent.user)?.address
    const chat = draft.chats.get(need.room)
    if (!agent || address === undefined || !chat) continue
    const until = draft.at + draft.site.offerSeconds * 1000
    const offer = { id: draft.newId(), need: need.id, user: agent.user, address, until }
    draft.offers.set(offer.id, offer)
    draft.effects.push({ kind: 'offer', offer, need, chat })
  }
}

export function rejected(draft: Draft, event: QueueEvents['rejected']): Answer {
  const offer = draft.offers.get(event.offer)
  if (offer?.user !== event.user) return 'item-not-found'
  letPass(draft, offer)
  return 'done'
}

export function unreached(draft: Draft, event: QueueEvents['unreached']): Answer {
  const offer = draft.offers.get(event.offer)
  if (offer) letPass(draft, offer)
  return 'done'
}

/** Why a chat comes to this agent, as they read it. */
export function reasonOf(need: Need, user: string): ChatAgent['reason'] {
  if (need.kind === 'first') return need.prefers === user ? 'returning' : 'new'
  return need.kind
}

export function accepted(draft: Draft, event: QueueEvents['accepted']): Answer {
  const offer = draft.offers.get(event.offer)
  const need = offer && draft.needs.get(offer.need)
  const before = need && draft.chats.get(need.room)
  if (offer?.user !== event.user || !before) return 'item-not-found'
  draft.offers.delete(offer.id)
  draft.needs.delete(need.id)
  const { user } = event
  const one: ChatAgent = {
    user,
    reason: reasonOf(need, user),
    awayTold: false,
    ...(need.from && { from: need.from }),
  }
  const queue = need.kind === 'transfer' && need.to.kind === 'queue' ? need.to.queue : before.queue
  const chat: Chat = {
    ...before,
    queue,
    stage: 'served',
    agents: [...before.agents, one],
    servedAt: before.servedAt ?? draft.at,
  }
  draft.chats.set(chat.room, chat)
  changeAgent(draft, user, { idleSince: draft.at })
  draft.effects.push({ kind: 'admit', room: chat.room, user })
  say(draft, chat, 'agent-joined', nameOf(draft, user))
  makeRoomFor(draft, chat, need)
  tellChat(draft, chat.room)
  return 'done'
}

/** Whom the newcomer relieves, and what nobody is needed for any more. */
function makeRoomFor(draft: Draft, chat: Chat, need: Need): void {
  const newcomer = chat.agents.at(-1)?.user ?? ''
  if (need.from) {
    const name = nameOf(draft, newcomer)
    tellAgent(draft, need.from.user, { kind: 'handed-on', room: chat.room, outcome: 'taken', name })
    if (need.kind === 'transfer') relieve(draft, chat.room, need.from.user, 'transferred')
  }
  if (need.kind === 'agent-away')
    for (const { user } of chat.agents.filter((one) => !isThere(draft, one.user)))
      relieve(draft, chat.room, user, 'taken-over')
  for (const other of needsOf(draft, chat.room))
    if (other.kind === 'first' || other.kind === 'agent-away') withdraw(draft, other, 'taken')
}

function relieve(draft: Draft, room: string, user: string, end: 'transferred' | 'taken-over'): void {
  const chat = draft.chats.get(room)
  if (!chat || !agentIn(chat, user)) return
  const changed =
    changeChat(draft, room, { agents: chat.agents.filter((agent) => agent.user !== user) }) ?? chat
  changeAgent(draft, user, { idleSince: draft.at })
  if (end === 'transferred') say(draft, changed, 'agent-left', nameOf(draft, user))
  draft.effects.push({ kind: 'dismiss-agent', room, user })
  tellAgent(draft, user, { kind: 'over', room, end })
}

export function handOn(draft: Draft, event: QueueEvents['hand-on']): Answer {
  const chat = draft.chats.get(event.room)
  const asker = siteAgent(draft, event.by)
  if (!chat) return 'item-not-found'
  if (!asker || !(agentIn(chat, event.by) || asker.lead)) return 'forbidden'
  if (chat.stage !== 'served' && !asker.lead) return 'not-acceptable'
  const refusal = cannotBeAsked(draft, chat, event)
  if (refusal) return refusal
  addNeed(draft, chat, {
    kind: event.keep || !agentIn(chat, event.by) ? 'invited' : 'transfer',
    to: event.to,
    from: { user: event.by, name: asker.name, note: event.note },
  })
  return 'done'
}

function cannotBeAsked(
  draft: Draft,
  chat: Chat,
  { by, to }: QueueEvents['hand-on'],
): Exclude<Answer, 'done'> | undefined {
  // One at a time of each agent: a second press of the key is not a second transfer.
  if (needsOf(draft, chat.room).some((need) => need.from?.user === by)) return 'conflict'
  switch (to.kind) {
    case 'queue':
      return draft.site.queues.some(({ id }) => id === to.queue) ? undefined : 'item-not-found'
    case 'agent': {
      const agent = siteAgent(draft, to.user)
      if (!agent) return 'item-not-found'
      if (agentIn(chat, to.user)) return 'conflict'
      return hasRoom(draft, agent) ? undefined : 'resource-constraint'
    }
    case 'lead':
      return draft.site.agents.some(
        (agent) => agent.lead && !agentIn(chat, agent.user) && hasRoom(draft, agent),
      )
        ? undefined
        : 'resource-constraint'
  }
}
