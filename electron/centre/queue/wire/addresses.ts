import type { QueueSite, SiteAgent, SiteQueue } from '../site.ts'
import type { Chat, Occupant } from '../routing/state.ts'
import { bareOf } from '../routing/state.ts'

export const roomAddress = (site: QueueSite, room: string): string => `${room}@${site.rooms}`

/** The conversation's id, where the address is one of the rooms'. */
export function roomOf(site: QueueSite, address: string | undefined): string | undefined {
  const [local, domain] = bareOf(address ?? '').split('@')
  return domain === site.rooms && local !== undefined && local !== '' ? local : undefined
}

export const localOf = (address: string): string => {
  const bare = bareOf(address)
  const at = bare.indexOf('@')
  return at === -1 ? '' : bare.slice(0, at)
}

export const resourceOf = (address: string): string => {
  const slash = address.indexOf('/')
  return slash === -1 ? '' : address.slice(slash + 1)
}

/** Whose desk this is; the server vouches for the address (RFC 6120 §8.1.2.1). */
export function agentOf(site: QueueSite, address: string): SiteAgent | undefined {
  const bare = bareOf(address)
  return site.agents.find(({ user }) => `${user}@${site.domain}` === bare)
}

export const botOf = (site: QueueSite, address: string): SiteQueue['bot'] =>
  site.queues.find(({ bot }) => bot?.address === bareOf(address))?.bot

/** What somebody is in a chat, by the address that the room tells its owner. */
export function roleIn(
  site: QueueSite,
  chat: Chat,
  { address, own }: { readonly address: string; readonly own: string },
): Omit<Occupant, 'id'> {
  const bare = bareOf(address)
  if (bare === own) return { role: 'queue', name: site.name }
  const agent = agentOf(site, bare)
  if (agent) return { role: agent.lead ? 'lead' : 'agent', name: agent.name }
  if (bare === chat.bot?.address) return { role: 'bot', name: botOf(site, bare)?.name ?? '' }
  return { role: 'customer', name: chat.metadata.name ?? '' }
}
