import { formOf, valuesIn } from '../forms.ts'
import type { FormField } from '../forms.ts'
import { ns } from '../namespaces.ts'
import { errorFor, resultOf, stanzaOf, typeOf } from '../stanza.ts'
import type { Condition, Send, Stanza } from '../stanza.ts'
import { countIn, isTrue, xml } from '../xml.ts'
import type { Xml } from '../xml.ts'
import type { Room, RoomConfig } from './room.ts'
import { isAtLeast } from './room.ts'
import { code, expel, sessionsIn, tellAll } from './room-presence.ts'

export interface OwnershipMeans {
  readonly send: Send
  /** The room is no more. */
  readonly onDestroyed: (room: Room) => void
}

const mostHistory = 100

/** `<query xmlns='…muc#owner'/>`: the form, and the room's end (XEP-0045 §10). */
export function own(room: Room, request: Stanza, { query, ...means }: OwnershipMeans & { query: Xml }): void {
  const answer =
    room.affiliationOf(request.from) === 'owner'
      ? answerOwner(room, request, { query, ...means })
      : 'forbidden'
  const sent = typeof answer === 'string' ? errorFor(request, answer) : answer
  if (sent) means.send(sent)
}

function answerOwner(
  room: Room,
  request: Stanza,
  { query, ...means }: OwnershipMeans & { query: Xml },
): Stanza | Condition {
  if (typeOf(request) === 'get')
    return resultOf(request, xml('query', { xmlns: ns.mucOwner }, formFor(room.config)))
  const destroyed = query.getChild('destroy')
  const form = query.getChild('x', ns.form)
  if (destroyed) {
    destroy(room, { destroyed, ...means })
    return resultOf(request)
  }
  if (form?.attrs['type'] === 'cancel') {
    // §10.1.3: a room that was never configured is not wanted.
    if (room.isLocked) destroy(room, { destroyed: xml('destroy'), ...means })
    return resultOf(request)
  }
  if (form?.attrs['type'] !== 'submit') return 'bad-request'
  const config = configured(room.config, valuesIn(form))
  if (!config) return 'not-acceptable'
  configure(room, config, means.send)
  return resultOf(request)
}

const names = {
  name: 'muc#roomconfig_roomname',
  description: 'muc#roomconfig_roomdesc',
  persistent: 'muc#roomconfig_persistentroom',
  isPublic: 'muc#roomconfig_publicroom',
  membersOnly: 'muc#roomconfig_membersonly',
  moderated: 'muc#roomconfig_moderatedroom',
  whois: 'muc#roomconfig_whois',
  changeSubject: 'muc#roomconfig_changesubject',
  history: 'muc#roomconfig_historylength',
} as const satisfies Record<keyof RoomConfig, string>

function formFor(config: RoomConfig): Xml {
  const bool = (key: keyof RoomConfig): FormField => ({
    name: names[key],
    type: 'boolean',
    value: config[key] ? '1' : '0',
  })
  const text = (key: keyof RoomConfig): FormField => ({
    name: names[key],
    type: 'text-single',
    value: String(config[key]),
  })
  return formOf('form', ns.roomConfig, [
    text('name'),
    text('description'),
    ...(['persistent', 'isPublic', 'membersOnly', 'moderated', 'changeSubject'] as const).map(bool),
    { name: names.whois, type: 'list-single', value: config.whois, options: ['moderators', 'anyone'] },
    text('history'),
  ])
}

/** What the form does not name stays as it is; fields that the server does not know are left out, as Prosody does. */
function configured(before: RoomConfig, values: ReadonlyMap<string, string>): RoomConfig | undefined {
  const flag = (key: 'persistent' | 'isPublic' | 'membersOnly' | 'moderated' | 'changeSubject'): boolean => {
    const value = values.get(names[key])
    return value === undefined ? before[key] : isTrue(value)
  }
  const whois = values.get(names.whois) ?? before.whois
  const history = countIn(values.get(names.history) ?? String(before.history))
  if ((whois !== 'moderators' && whois !== 'anyone') || history === undefined) return undefined
  return {
    name: values.get(names.name) ?? before.name,
    description: values.get(names.description) ?? before.description,
    persistent: flag('persistent'),
    isPublic: flag('isPublic'),
    membersOnly: flag('membersOnly'),
    moderated: flag('moderated'),
    changeSubject: flag('changeSubject'),
    whois,
    history: Math.min(history, mostHistory),
  }
}

function configure(room: Room, config: RoomConfig, send: Send): void {
  const wasLocked = room.isLocked
  room.config = config
  room.isLocked = false
  if (config.membersOnly) {
    for (const occupant of room.occupants)
      if (!isAtLeast(room.affiliationOf(occupant.account), 'member'))
        expel(room, occupant, { codes: [code.membersOnly], send })
  }
  if (wasLocked) return
  for (const to of sessionsIn(room)) {
    const changed = xml('x', { xmlns: ns.mucUser }, xml('status', { code: String(code.configured) }))
    send(stanzaOf(xml('message', { type: 'groupchat' }, changed), { from: room.address, to }))
  }
}

export function destroy(
  room: Room,
  { destroyed, send, onDestroyed }: OwnershipMeans & { destroyed: Xml },
): void {
  const { occupants } = room
  room.empty()
  // Each hears it of themselves alone (XEP-0045 §10.9).
  for (const occupant of occupants)
    tellAll(room, occupant, { destroyed, gone: true, role: 'none', affiliation: 'none', send })
  onDestroyed(room)
}
