import { resourceOf, bareOf } from '../address.ts'
import type { Archive } from '../archive/archive.ts'
import { ns } from '../namespaces.ts'
import { errorFor, stanzaOf, typeOf } from '../stanza.ts'
import type { Condition, Send, Stanza } from '../stanza.ts'
import { copyOf, countIn, stampOf, xml } from '../xml.ts'
import type { Xml } from '../xml.ts'
import type { Occupant, Room } from './room.ts'
import { isAtLeast } from './room.ts'
import { code, expel, tellAll, tellPresence } from './room-presence.ts'

export interface EntryMeans {
  readonly send: Send
  readonly archive: Archive
  readonly wallTime: () => number
}

/** Presence to an occupant's address: somebody enters, changes their nick or their state, or leaves (XEP-0045 §7). */
export function receivePresence(room: Room, presence: Stanza, means: EntryMeans): void {
  const { send } = means
  const type = typeOf(presence)
  const present = room.occupantOf(presence.from)
  if (type === 'unavailable' || type === 'error') {
    if (present) leave(room, presence, means)
    return
  }
  if (type !== undefined) return
  const refusal = whyRefused(room, presence)
  if (refusal) {
    const error = errorFor(presence, refusal)
    if (error) send(error)
    return
  }
  if (present && present.nick !== resourceOf(presence.to)) rename(room, presence, { present, send })
  else if (present) update(room, presence, { present, means })
  else enter(room, presence, means)
}

/** As Prosody refuses; `undefined` where they may come. */
function whyRefused(room: Room, { from, to, element }: Stanza): Condition | undefined {
  const nick = resourceOf(to)
  const affiliation = room.affiliationOf(from)
  const isThere = room.occupantOf(from) !== undefined
  if (nick === undefined) return 'jid-malformed'
  if (!isThere && !element.getChild('x', ns.muc)) return 'item-not-found'
  if (affiliation === 'outcast') return 'forbidden'
  if (room.isLocked && affiliation !== 'owner') return 'item-not-found'
  if (room.config.membersOnly && !isAtLeast(affiliation, 'member')) return 'registration-required'
  const holder = room.occupant(nick)
  return holder && holder.account !== bareOf(from) ? 'conflict' : undefined
}

/** @param presence of somebody who may enter */
function enter(room: Room, presence: Stanza, means: EntryMeans): void {
  const account = bareOf(presence.from)
  const nick = resourceOf(presence.to) ?? ''
  const sessions = new Map([[presence.from, presence.element]])
  const role = room.roleFor(room.affiliationOf(account))
  const known = room.occupant(nick)
  const occupant: Occupant = known ?? { nick, account, sessions, role }
  occupant.sessions.set(presence.from, presence.element)
  room.add(occupant)
  tellOthers(room, occupant, { presence, send: means.send })
  const codes = [
    ...(room.config.whois === 'anyone' ? [code.realAddressesShown] : []),
    ...(room.isLocked ? [code.created] : []),
  ]
  tellAll(room, occupant, { codes, send: means.send })
  tellPast(room, presence, means)
}

/** A session that enters again has lost count of the room: it is told everything once more. */
function update(
  room: Room,
  presence: Stanza,
  { present, means }: { present: Occupant; means: EntryMeans },
): void {
  present.sessions.set(presence.from, presence.element)
  const isNew = presence.element.getChild('x', ns.muc) !== undefined
  if (isNew) tellOthers(room, present, { presence, send: means.send })
  tellAll(room, present, { send: means.send })
  if (isNew) tellPast(room, presence, means)
}

function tellOthers(room: Room, self: Occupant, { presence, send }: { presence: Stanza; send: Send }): void {
  for (const occupant of room.occupants)
    if (occupant !== self) tellPresence(room, occupant, presence.from, { send })
}

function rename(room: Room, presence: Stanza, { present, send }: { present: Occupant; send: Send }): void {
  const nick = resourceOf(presence.to) ?? ''
  tellAll(room, present, { gone: true, nick, codes: [code.renamed], send })
  room.remove(present.nick)
  const renamed: Occupant = { ...present, nick }
  room.add(renamed)
  tellAll(room, renamed, { send })
}

/** The last session of somebody takes them out of the room. */
function leave(room: Room, { from }: Stanza, { send }: EntryMeans): void {
  const occupant = room.occupantOf(from)
  if (!occupant) return
  if (occupant.sessions.size === 1) {
    expel(room, occupant, { send })
    return
  }
  tellPresence(room, occupant, from, { gone: true, role: 'none', send })
  occupant.sessions.delete(from)
  tellAll(room, occupant, { send })
}

/** What was said before, then the subject, which says that this is all (XEP-0045 §7.2.13 and §7.2.15). */
function tellPast(room: Room, { from, element }: Stanza, { send, archive, wallTime }: EntryMeans): void {
  const wanted = element.getChild('x', ns.muc)?.getChild('history')
  const asked = Math.min(room.config.history, countIn(wanted?.attrs['maxstanzas']) ?? Infinity)
  const age = countIn(wanted?.attrs['seconds'])
  const since = Math.max(age === undefined ? -Infinity : wallTime() - age * 1000, sinceOf(wanted))
  const isNothing = countIn(wanted?.attrs['maxchars']) === 0
  for (const { id, at, message } of isNothing ? [] : archive.last(asked)) {
    if (at < since) continue
    const past = copyOf(message)
    past.cnode(xml('delay', { xmlns: ns.delay, stamp: stampOf(at), from: room.address }))
    past.cnode(xml('stanza-id', { xmlns: ns.ids, by: room.address, id }))
    send(stanzaOf(past, { from: past.attrs['from'] ?? room.address, to: from }))
  }
  send(subjectFor(room, from))
}

function sinceOf(wanted: Xml | undefined): number {
  const since = Date.parse(wanted?.attrs['since'] ?? '')
  return Number.isNaN(since) ? -Infinity : since
}

function subjectFor(room: Room, to: string): Stanza {
  const message = room.subject ? copyOf(room.subject) : xml('message', { type: 'groupchat' }, xml('subject'))
  return stanzaOf(message, { from: message.attrs['from'] ?? room.address, to })
}
