import { xml } from '@xmpp/component'
import type { XmlElement } from '@xmpp/component'

import { chatsOf } from '../routing/choose-agent.ts'
import { capOf } from '../routing/choose-agent.ts'
import type { QueueState } from '../routing/state.ts'
import type { QueueSite } from '../site.ts'
import { chatElement, forUser } from './chat-element.ts'
import { discoInfo, discoItems, ping, queueWire, workgroup } from './namespaces.ts'

/** `<mine>`: how the agent is called, and every chat that is theirs. */
export function mine(state: QueueState, site: QueueSite, user: string): XmlElement {
  const name = site.agents.find((agent) => agent.user === user)?.name ?? user
  const own = [...state.chats.values()].filter(({ agents }) => agents.some((one) => one.user === user))
  return xml(
    'mine',
    { xmlns: queueWire, name },
    ...own.map((chat) => chatElement(site, chat, forUser(chat, user))),
  )
}

/** `<people>`: to whom a chat can be handed on. */
export function people(state: QueueState, site: QueueSite): XmlElement {
  return xml(
    'people',
    { xmlns: queueWire },
    ...site.agents.map((agent) => {
      const now = state.agents.get(agent.user)
      const isThere = now?.presence === 'there'
      return xml('person', {
        user: agent.user,
        name: agent.name,
        lead: String(agent.lead),
        takes: String(isThere && now.takes),
        chats: String(chatsOf(state, agent.user)),
        most: String(now && isThere ? capOf(now, agent) : 0),
      })
    }),
    ...site.queues.map(({ name }) => xml('queue', { name })),
  )
}

/** XEP-0030, for clients that look around. */
export const info = (name: string): XmlElement =>
  xml(
    'query',
    { xmlns: discoInfo },
    xml('identity', { category: 'collaboration', type: 'workgroup', name }),
    ...[discoInfo, discoItems, ping, workgroup, queueWire].map((feature) => xml('feature', { var: feature })),
  )

export const items = (site: QueueSite, own: string): XmlElement =>
  xml(
    'query',
    { xmlns: discoItems },
    ...site.queues.map(({ id, name }) => xml('item', { jid: `${id}@${own}`, name })),
  )
