import { bareOf, canonical } from '../address.ts'
import type { Address } from '../address.ts'
import { ns } from '../namespaces.ts'
import { errorFor, resultOf, stanzaOf, typeOf } from '../stanza.ts'
import type { Condition, Send, Stanza } from '../stanza.ts'
import { xml } from '../xml.ts'
import type { Xml } from '../xml.ts'
import { affiliations, isAtLeast, roles } from './room.ts'
import type { Affiliation, Occupant, Role, Room } from './room.ts'
import { code, expel, sessionsIn, tellAll } from './room-presence.ts'

/** `<query xmlns='…muc#admin'/>`: lists of people, and what becomes of them (XEP-0045 §8 and §9). */
export function administer(room: Room, request: Stanza, { query, send }: { query: Xml; send: Send }): void {
  const answer =
    typeOf(request) === 'get' ? list(room, request, query) : change(room, request, { query, send })
  const sent = typeof answer === 'string' ? errorFor(request, answer) : answer
  if (sent) send(sent)
}

function list(room: Room, request: Stanza, query: Xml): Stanza | Condition {
  const { affiliation, role } = query.getChild('item')?.attrs ?? {}
  const asker = room.affiliationOf(request.from)
  if (affiliation !== undefined) {
    if (!isAffiliation(affiliation)) return 'bad-request'
    if (!isAtLeast(asker, room.config.whois === 'anyone' ? 'member' : 'admin')) return 'forbidden'
    const items = [...room.affiliations].filter(([, one]) => one === affiliation)
    const listed = items.map(([jid]) => xml('item', { affiliation, jid }))
    return resultOf(request, xml('query', { xmlns: ns.mucAdmin }, ...listed))
  }
  if (role === undefined || !isRole(role)) return 'bad-request'
  if (room.occupantOf(request.from)?.role !== 'moderator') return 'forbidden'
  const listed = room.occupants
    .filter((occupant) => occupant.role === role)
    .map(({ nick, account }) => xml('item', { nick, role, affiliation: room.affiliationOf(account) }))
  return resultOf(request, xml('query', { xmlns: ns.mucAdmin }, ...listed))
}

interface Change {
  readonly item: Xml
  readonly asker: Address
  readonly send: Send
}

/** All or nothing: what may not be is refused before anything is done. */
function change(
  room: Room,
  request: Stanza,
  { query, send }: { query: Xml; send: Send },
): Stanza | Condition {
  const items = query.getChildren('item')
  if (items.length === 0) return 'bad-request'
  const steps = items.map((item) => stepOf(room, { item, asker: request.from, send }))
  const refused = steps.find((step) => typeof step === 'string')
  if (typeof refused === 'string') return refused
  for (const step of steps) if (typeof step === 'function') step()
  return resultOf(request)
}

function stepOf(room: Room, change: Change): Condition | (() => void) {
  const { affiliation, role } = change.item.attrs
  if (affiliation !== undefined) {
    return isAffiliation(affiliation) ? affiliate(room, { ...change, affiliation }) : 'bad-request'
  }
  return role !== undefined && isRole(role) ? cast(room, { ...change, role }) : 'bad-request'
}

function affiliate(
  room: Room,
  { item, asker, affiliation, send }: Change & { affiliation: Affiliation },
): Condition | (() => void) {
  const { jid, nick } = item.attrs
  const address = jid === undefined ? room.occupant(nick)?.account : canonical(jid)
  if (address === undefined) return jid === undefined ? 'item-not-found' : 'jid-malformed'
  const account = bareOf(address)
  const refusal = whyNot(room, { asker, account, affiliation })
  if (refusal) return refusal
  const reason = item.getChildText('reason') ?? undefined
  return () => {
    room.setAffiliation(account, affiliation)
    const present = room.occupantsOf(account)
    for (const occupant of present) settle(room, occupant, { affiliation, reason, send })
    if (present.length === 0) tellAbsent(room, account, { affiliation, send })
  }
}

function whyNot(
  room: Room,
  { asker, account, affiliation }: { asker: Address; account: Address; affiliation: Affiliation },
): Condition | undefined {
  const [own, before] = [room.affiliationOf(asker), room.affiliationOf(account)]
  if (!isAtLeast(own, 'admin')) return 'forbidden'
  // §9: an admin has no say about admins and owners, nor makes any.
  if (own === 'admin' && (isAtLeast(before, 'admin') || isAtLeast(affiliation, 'admin'))) return 'not-allowed'
  const owners = [...room.affiliations.values()].filter((one) => one === 'owner')
  return before === 'owner' && affiliation !== 'owner' && owners.length === 1 ? 'conflict' : undefined
}

/** What a new affiliation means to somebody who is there (XEP-0045 §9.1 to §9.4). */
function settle(
  room: Room,
  occupant: Occupant,
  { affiliation, ...telling }: { affiliation: Affiliation; reason: string | undefined; send: Send },
): void {
  if (affiliation === 'outcast') {
    expel(room, occupant, { ...telling, affiliation, codes: [code.banned] })
  } else if (affiliation === 'none' && room.config.membersOnly) {
    expel(room, occupant, { ...telling, codes: [code.lostAffiliation] })
  } else {
    occupant.role = room.roleFor(affiliation)
    tellAll(room, occupant, telling)
  }
}

/** Who may see addresses hears of somebody who is not there (XEP-0045 §9.3). */
function tellAbsent(
  room: Room,
  jid: Address,
  { affiliation, send }: { affiliation: Affiliation; send: Send },
): void {
  for (const to of sessionsIn(room)) {
    if (room.config.whois !== 'anyone' && room.occupantOf(to)?.role !== 'moderator') continue
    const item = xml('item', { jid, affiliation, role: 'none' })
    send(stanzaOf(xml('message', {}, xml('x', { xmlns: ns.mucUser }, item)), { from: room.address, to }))
  }
}

function cast(room: Room, { item, asker, role, send }: Change & { role: Role }): Condition | (() => void) {
  const occupant = room.occupant(item.attrs['nick'])
  if (!occupant) return 'item-not-found'
  if (room.occupantOf(asker)?.role !== 'moderator') return 'forbidden'
  const [own, theirs] = [room.affiliationOf(asker), room.affiliationOf(occupant.account)]
  // §8.2: nobody takes the voice of, or puts out, those who are above them.
  if (isAtLeast(theirs, 'admin') && !(own === 'owner' && theirs !== 'owner')) return 'not-allowed'
  if (role === 'moderator' && !isAtLeast(own, 'admin')) return 'not-allowed'
  const reason = item.getChildText('reason') ?? undefined
  return () => {
    if (role === 'none') {
      expel(room, occupant, { codes: [code.kicked], reason, send })
      return
    }
    occupant.role = role
    tellAll(room, occupant, { reason, send })
  }
}

const isAffiliation = (text: string): text is Affiliation =>
  (affiliations as readonly string[]).includes(text)
const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)
