import { xml } from '@xmpp/component'
import type { XmlElement } from '@xmpp/component'

import type { Chat, ChatAgent, Metadata } from '../routing/state.ts'
import type { QueueSite } from '../site.ts'
import { roomAddress } from './addresses.ts'
import { handOverWire, queueWire, workgroup } from './namespaces.ts'

/** What one reader is told of a chat besides the chat itself. */
export interface ForReader {
  readonly reason: ChatAgent['reason']
  readonly from: ChatAgent['from']
}

/** The `<chat>` of docs/chat-queue.md. */
export function chatElement(site: QueueSite, chat: Chat, { reason, from }: ForReader): XmlElement {
  return xml(
    'chat',
    {
      xmlns: queueWire,
      room: roomAddress(site, chat.room),
      queue: site.queues.find(({ id }) => id === chat.queue)?.name ?? chat.queue,
      asked: new Date(chat.askedAt).toISOString(),
      reason,
    },
    metadataElement(chat.metadata),
    chat.handOver === undefined ? undefined : xml('hand-over', { xmlns: handOverWire }, chat.handOver),
    from && xml('note', { from: from.name }, from.note),
    ...chat.occupants.map(({ id, role, name }) => xml('occupant', { id, role, name })),
  )
}

const metadataElement = (metadata: Metadata): XmlElement =>
  xml(
    'metadata',
    { xmlns: workgroup },
    ...Object.entries(metadata).map(([name, value]) => xml('value', { name }, value)),
  )

/** As it stands for one of its agents; for a bot it is always new. */
export function forUser(chat: Chat, user: string | undefined): ForReader {
  const one = chat.agents.find((agent) => agent.user === user)
  return { reason: one?.reason ?? 'new', from: one?.from }
}
