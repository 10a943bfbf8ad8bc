import { canonical, resourceOf } from '../address.ts'
import { isKept } from '../archive/archive.ts'
import type { Archives } from '../archive/archives.ts'
import { ns } from '../namespaces.ts'
import { errorFor, stanzaOf, typeOf } from '../stanza.ts'
import type { Condition, Send, Stanza } from '../stanza.ts'
import { copyOf, removeChildren, xml } from '../xml.ts'
import type { Xml } from '../xml.ts'
import type { Occupant, Room } from './room.ts'
import { isAtLeast } from './room.ts'
import { sessionsIn } from './room-presence.ts'

export interface MessageMeans {
  readonly send: Send
  readonly archives: Archives
}

/** A message to a room or to somebody in it (XEP-0045 §7.4 to §7.8). */
export function receiveMessage(room: Room, message: Stanza, means: MessageMeans): void {
  const nick = resourceOf(message.to)
  const sender = room.occupantOf(message.from)
  if (typeOf(message) === 'error') return
  const refusal =
    nick === undefined
      ? toAll(room, message, { sender, means })
      : toOne(room, message, { nick, sender, means })
  const error = refusal && errorFor(message, refusal)
  if (error) means.send(error)
}

interface From {
  readonly sender: Occupant | undefined
  readonly means: MessageMeans
}

function toAll(room: Room, message: Stanza, { sender, means }: From): Condition | undefined {
  const invited = message.element.getChild('x', ns.mucUser)?.getChildren('invite') ?? []
  if (typeOf(message) !== 'groupchat')
    return invited.length > 0 ? invite(room, message, { invited, means }) : 'bad-request'
  if (!sender) return 'not-acceptable'
  if (sender.role === 'visitor') return 'forbidden'
  if (isSubject(message.element)) {
    if (sender.role !== 'moderator' && !room.config.changeSubject) return 'forbidden'
    room.subject = signed(room, message.element, sender)
  }
  reflect(room, signed(room, message.element, sender), means)
  return undefined
}

/** XEP-0045 §8.1: a subject and neither body nor thread. */
const isSubject = (message: Xml): boolean =>
  message.getChild('subject') !== undefined && !message.getChild('body') && !message.getChild('thread')

/** The message as the room vouches for it: whatever only the room may say is taken out and said by the room. */
function signed(room: Room, message: Xml, { nick, account }: Occupant): Xml {
  const own = copyOf(message)
  own.attrs['from'] = `${room.address}/${nick}`
  delete own.attrs['to']
  removeChildren(own, (child) => isForged(child, room))
  own.cnode(room.occupantId(account))
  return own
}

/** XEP-0359 §4, XEP-0421 §5, XEP-0203 §4: who says these must be the room. */
function isForged(child: Xml, room: Room): boolean {
  if (child.is('occupant-id', ns.occupant) || child.is('x', ns.mucUser)) return true
  if (child.is('stanza-id', ns.ids)) return canonical(child.attrs['by'] ?? '') === room.address
  return child.is('delay', ns.delay) && canonical(child.attrs['from'] ?? '') === room.address
}

/** To the archive first: whoever receives it knows that it cannot be lost any more. */
export function reflect(room: Room, message: Xml, { send, archives }: MessageMeans): void {
  const id = isKept(message) ? archives.keep(room.address, message) : undefined
  const from = message.attrs['from'] ?? room.address
  for (const to of sessionsIn(room)) {
    const copy = copyOf(message)
    if (id !== undefined) copy.cnode(xml('stanza-id', { xmlns: ns.ids, by: room.address, id }))
    send(stanzaOf(copy, { from, to }))
  }
}

/** A word in private, to the newest of the other's sessions. */
function toOne(
  room: Room,
  message: Stanza,
  { nick, sender, means }: From & { nick: string },
): Condition | undefined {
  const receiver = room.occupant(nick)
  if (!sender) return 'not-acceptable'
  if (typeOf(message) === 'groupchat') return 'bad-request'
  const session = [...(receiver?.sessions.keys() ?? [])].at(-1)
  if (!receiver || session === undefined) return 'item-not-found'
  const copy = signed(room, message.element, sender)
  copy.cnode(xml('x', { xmlns: ns.mucUser }))
  means.send(stanzaOf(copy, { from: `${room.address}/${sender.nick}`, to: session }))
  return undefined
}

/** Through the room (XEP-0045 §7.8.2); a moderator's guest becomes a member of a room that wants members. */
function invite(
  room: Room,
  message: Stanza,
  { invited, means }: { readonly invited: readonly Xml[]; readonly means: MessageMeans },
): Condition | undefined {
  const affiliation = room.affiliationOf(message.from)
  if (!room.occupantOf(message.from)) return 'not-acceptable'
  if (room.config.membersOnly && !isAtLeast(affiliation, 'admin')) return 'forbidden'
  for (const one of invited) {
    const guest = canonical(one.attrs['to'] ?? '')
    if (guest === undefined) return 'jid-malformed'
    if (room.config.membersOnly && room.affiliationOf(guest) === 'none') room.setAffiliation(guest, 'member')
    const reason = one.getChildText('reason')
    const invitation = xml(
      'invite',
      { from: message.from },
      reason === null ? undefined : xml('reason', {}, reason),
    )
    const element = xml(
      'message',
      { id: message.element.attrs['id'] },
      xml('x', { xmlns: ns.mucUser }, invitation),
    )
    means.send(stanzaOf(element, { from: room.address, to: guest }))
  }
  return undefined
}
