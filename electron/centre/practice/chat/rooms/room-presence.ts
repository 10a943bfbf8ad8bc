import type { Address } from '../address.ts'
import { ns } from '../namespaces.ts'
import { stanzaOf } from '../stanza.ts'
import type { Send } from '../stanza.ts'
import { copyOf, removeChildren, xml } from '../xml.ts'
import type { Xml } from '../xml.ts'
import type { Affiliation, Occupant, Role, Room } from './room.ts'

/** Status codes (XEP-0045 §15.6). */
export const code = {
  realAddressesShown: 100,
  self: 110,
  configured: 104,
  created: 201,
  banned: 301,
  renamed: 303,
  kicked: 307,
  lostAffiliation: 321,
  membersOnly: 322,
} as const

export interface Telling {
  readonly codes?: readonly number[]
  readonly reason?: string | undefined
  /** The new nick, where somebody changes theirs. */
  readonly nick?: string
  /** Where they are told as gone; otherwise as they are. */
  readonly gone?: boolean
  readonly affiliation?: Affiliation
  readonly role?: Role
  readonly destroyed?: Xml | undefined
}

/** What a user's own presence may not bring along: the room says these. */
const roomsOwn: readonly string[] = [ns.muc, ns.mucUser, ns.occupant]

/** Tells one session how it stands with an occupant. */
export function tellPresence(
  room: Room,
  occupant: Occupant,
  to: Address,
  { send, ...telling }: Telling & { send: Send },
): void {
  const latest = [...occupant.sessions.values()].at(-1)
  const presence = telling.gone === true || !latest ? xml('presence') : shown(latest)
  if (telling.gone === true) presence.attrs['type'] = 'unavailable'
  presence.cnode(room.occupantId(occupant.account))
  presence.cnode(standing(room, occupant, { to, telling }))
  send(stanzaOf(presence, { from: `${room.address}/${occupant.nick}`, to }))
}

/** `<x xmlns='…muc#user'/>`: what the room says of somebody to one session. */
function standing(
  room: Room,
  occupant: Occupant,
  { to, telling }: { readonly to: Address; readonly telling: Telling },
): Xml {
  const { gone = false, nick, reason, codes = [], destroyed } = telling
  const isOwn = occupant.sessions.has(to)
  const item = {
    affiliation: telling.affiliation ?? room.affiliationOf(occupant.account),
    role: telling.role ?? (gone && nick === undefined ? 'none' : occupant.role),
    jid: isOwn || seesAddresses(room, to) ? [...occupant.sessions.keys()].at(-1) : undefined,
    nick,
  }
  return xml(
    'x',
    { xmlns: ns.mucUser },
    xml('item', item, reason === undefined ? undefined : xml('reason', {}, reason)),
    destroyed && copyOf(destroyed),
    ...[...codes, ...(isOwn ? [code.self] : [])].map((one) => xml('status', { code: String(one) })),
  )
}

const seesAddresses = (room: Room, to: Address): boolean =>
  room.config.whois === 'anyone' || room.occupantOf(to)?.role === 'moderator'

function shown(sent: Xml): Xml {
  const presence = copyOf(sent)
  delete presence.attrs['type']
  removeChildren(presence, (child) => roomsOwn.includes(child.getNS() ?? ''))
  return presence
}

/** Tells everybody there, the occupant's own sessions last (XEP-0045 §7.2.2). */
export function tellAll(room: Room, occupant: Occupant, telling: Telling & { send: Send }): void {
  for (const session of sessionsIn(room))
    if (!occupant.sessions.has(session)) tellPresence(room, occupant, session, telling)
  for (const session of occupant.sessions.keys()) tellPresence(room, occupant, session, telling)
}

export const sessionsIn = (room: Room): readonly Address[] =>
  room.occupants.flatMap(({ sessions }) => [...sessions.keys()])

/**
 * They are not there any more; everybody hears it, they themselves last. Out of the room first: what cannot be delivered to
 * them comes back as an error, which would put them out once more.
 */
export function expel(room: Room, occupant: Occupant, telling: Telling & { send: Send }): void {
  if (room.occupant(occupant.nick) !== occupant) return
  room.remove(occupant.nick)
  tellAll(room, occupant, { ...telling, gone: true, role: 'none' })
}
