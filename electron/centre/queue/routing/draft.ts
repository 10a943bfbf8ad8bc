import type { ChatNotice } from '../../../../renderer/domain/message.ts'
import type { SiteAgent, SiteQueue } from '../site.ts'
import type { Effect, Means } from './events.ts'
import type { AgentNow, Chat, Need, Offer, PastChat, QueueState, Untold } from './state.ts'

/** A copy of the state that one step changes. The values in it are never changed, only replaced. */
export interface Draft extends Means {
  readonly chats: Map<string, Chat>
  readonly needs: Map<string, Need>
  readonly offers: Map<string, Offer>
  readonly agents: Map<string, AgentNow>
  readonly bots: Set<string>
  readonly keptOut: Map<string, number>
  readonly past: Map<string, PastChat>
  readonly served: Map<string, readonly number[]>
  readonly effects: Effect[]
}

export const draftOf = (state: QueueState, means: Means): Draft => ({
  ...means,
  chats: new Map(state.chats),
  needs: new Map(state.needs),
  offers: new Map(state.offers),
  agents: new Map(state.agents),
  bots: new Set(state.bots),
  keptOut: new Map(state.keptOut),
  past: new Map(state.past),
  served: new Map(state.served),
  effects: [],
})

/** The state that a draft has come to; the very one it began with where nothing has changed. */
export function stateOf(draft: Draft, before: QueueState): QueueState {
  const { chats, needs, offers, agents, bots, keptOut, past, served } = draft
  const after = { chats, needs, offers, agents, bots, keptOut, past, served }
  const same = (Object.keys(after) as (keyof QueueState)[]).every((part) => isSame(after[part], before[part]))
  return same ? before : after
}

type Collection = ReadonlyMap<string, unknown> | ReadonlySet<string>

function isSame(after: Collection, before: Collection): boolean {
  if (after.size !== before.size) return false
  for (const [key, value] of after.entries()) {
    if (!before.has(key) || ('get' in before && before.get(key) !== value)) return false
  }
  return true
}

export const queueOf = (draft: Means, id: string): SiteQueue | undefined =>
  draft.site.queues.find((queue) => queue.id === id)

export const siteAgent = (draft: Means, user: string): SiteAgent | undefined =>
  draft.site.agents.find((agent) => agent.user === user)

export const nameOf = (draft: Means, user: string): string => siteAgent(draft, user)?.name ?? user

export const agentIn = (chat: Chat, user: string): boolean => chat.agents.some((one) => one.user === user)

export const isThere = (draft: Pick<Draft, 'agents'>, user: string): boolean =>
  draft.agents.get(user)?.presence === 'there'

export function changeChat(draft: Draft, room: string, change: Partial<Chat>): Chat | undefined {
  const chat = draft.chats.get(room)
  if (!chat) return undefined
  const changed = { ...chat, ...change }
  draft.chats.set(room, changed)
  return changed
}

export function changeAgent(draft: Draft, user: string, change: Partial<AgentNow>): void {
  const agent = draft.agents.get(user)
  if (agent) draft.agents.set(user, { ...agent, ...change })
}

export const say = (draft: Draft, chat: Chat, notice: ChatNotice, name = ''): void => {
  draft.effects.push({ kind: 'notice', chat, notice, name })
}

/** More than that happened to nobody; the oldest are forgotten. */
const mostUntold = 100

/** Tells an agent's desk now, or when it is there again. */
export function tellAgent(draft: Draft, user: string, what: Untold): void {
  const agent = draft.agents.get(user)
  if (!agent) return
  if (agent.presence === 'there' && agent.address !== undefined) {
    draft.effects.push({ kind: 'tell', to: agent.address, what })
  } else changeAgent(draft, user, { untold: [...agent.untold, what].slice(-mostUntold) })
}

/** Who is in the chat, to everybody who works in it. */
export function tellChat(draft: Draft, room: string): void {
  const chat = draft.chats.get(room)
  if (!chat) return
  for (const { user } of chat.agents) {
    const agent = draft.agents.get(user)
    if (agent?.presence === 'there' && agent.address !== undefined)
      draft.effects.push({ kind: 'tell-chat', to: agent.address, chat, user })
  }
  if (chat.stage === 'bot' && chat.bot)
    draft.effects.push({ kind: 'tell-chat', to: chat.bot.address, chat, user: undefined })
}
