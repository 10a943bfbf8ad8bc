import { xml } from '@xmpp/component'
import type { XmlElement } from '@xmpp/component'

import { chatOfCustomer } from '../routing/arrivals.ts'
import { bareOf } from '../routing/state.ts'
import { agentOf, botOf, localOf, resourceOf, roleIn, roomOf } from './addresses.ts'
import type { Link } from './link.ts'
import { errorElement } from './link.ts'
import { queueWire } from './namespaces.ts'
import { plainText, readStanding } from './read-stanza.ts'
import { bounce, join } from './requests.ts'
import type { RequestMeans } from './requests.ts'
import type { RoomPresence } from './room-presence.ts'
import type { Rooms } from './rooms.ts'

export interface IncomingMeans extends RequestMeans {
  readonly link: Link
  readonly rooms: Rooms
}

/** A presence or a message for the queue. */
export function hear(stanza: XmlElement, means: IncomingMeans): void {
  const { from, to } = stanza.attrs
  if (from === undefined || to === undefined) return
  const room = roomOf(means.site, from)
  if (room !== undefined) hearRoom(room, stanza, means)
  else if (stanza.name === 'presence') hearPresence({ stanza, from, to }, means)
  else if (stanza.name === 'message') void hearMessage({ stanza, from, to }, means)
}

function hearRoom(room: string, stanza: XmlElement, { rooms, core, site, own }: IncomingMeans): void {
  if (stanza.name === 'presence') {
    rooms.hear(room, stanza)
    return
  }
  const chat = core.state.chats.get(room)
  if (chat?.stage !== 'bot' || stanza.attrs['type'] !== 'groupchat' || !stanza.getChild('body')) return
  const address = rooms.addressOf(room, resourceOf(stanza.attrs['from'] ?? ''))
  const { role } = roleIn(site, chat, { address, own })
  if (role === 'customer' || role === 'bot') core.happen({ kind: 'wrote', room, who: role })
}

interface Addressed {
  readonly stanza: XmlElement
  readonly from: string
  readonly to: string
}

function hearPresence(addressed: Addressed, means: IncomingMeans): void {
  const { stanza, from, to } = addressed
  const { core, site, own, link } = means
  const type = stanza.attrs['type']
  if (type === 'subscribe') link.send(xml('presence', { type: 'subscribed', from: to, to: from }))
  if (type !== undefined && type !== 'unavailable' && type !== 'error') return
  const isHere = type === undefined
  if (agentOf(site, from)) hearAgent(addressed, isHere, means)
  else if (botOf(site, from)) {
    const { begun, answer } = core.happen({ kind: isHere ? 'bot-there' : 'bot-gone', address: from })
    if (isHere && answer === 'done') void begun.then(() => answerPresence(addressed, means))
  } else if (to !== own) hearCustomer(addressed, isHere, means)
}

function hearCustomer({ from, to }: Addressed, isHere: boolean, { core }: IncomingMeans): void {
  const room = chatOfCustomer(core.state.chats, from, localOf(to))?.room
  if (room !== undefined)
    core.happen({ kind: isHere ? 'customer-back' : 'customer-gone', room, address: from })
}

function hearAgent(addressed: Addressed, isHere: boolean, means: IncomingMeans): void {
  const { stanza, from } = addressed
  const { core, site } = means
  const user = agentOf(site, from)?.user ?? ''
  const standing = readStanding(stanza)
  if (!isHere) {
    const onPurpose = stanza.getChild('signed-out', queueWire) !== undefined
    core.happen({ kind: 'agent-gone', user, address: from, onPurpose })
  } else if (standing) {
    const { begun } = core.happen({ kind: 'agent-there', user, address: from, ...standing })
    void begun.then(() => answerPresence(addressed, means))
  }
}

/** With the id of the one that it answers, so that a desk can tell it from the greeting of a queue that has started anew. */
const answerPresence = ({ stanza, from, to }: Addressed, { link }: IncomingMeans): void =>
  link.send(xml('presence', { from: to, to: from, id: stanza.attrs['id'] }))

/** A program that knows nothing of queues writes to one as to a person. */
async function hearMessage({ stanza, from, to }: Addressed, means: IncomingMeans): Promise<void> {
  const { site, link, core } = means
  if (stanza.attrs['type'] === 'error') {
    if (botOf(site, from)) core.happen({ kind: 'bot-gone', address: from })
    return
  }
  const text = plainText(stanza)
  if (text === undefined || agentOf(site, from) || botOf(site, from)) return
  const answer = await join(means, { from, to }, { question: text })
  if (answer !== 'empty' && 'condition' in answer) link.send(bounce(stanza, errorElement(answer)))
}

/** Somebody has come into a room, or left it. */
export function roomChanged(
  room: string,
  presence: RoomPresence,
  { core, rooms, site, own }: IncomingMeans,
): void {
  const chat = core.state.chats.get(room)
  if (!chat) return
  if (bareOf(presence.address) === bareOf(chat.customer)) {
    const kind = presence.kind === 'in' ? 'customer-back' : 'customer-gone'
    core.happen({ kind, room, address: presence.address })
  }
  const known = new Map(chat.occupants.map((one) => [one.id, one]))
  for (const { id, address } of rooms.occupants(room))
    if (id !== undefined && address !== '') known.set(id, { id, ...roleIn(site, chat, { address, own }) })
  core.happen({ kind: 'occupants', room, occupants: [...known.values()] })
}
