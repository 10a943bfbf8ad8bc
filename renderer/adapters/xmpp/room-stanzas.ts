import type { MessageBody } from '../../domain/message.ts'
import { ns } from './namespaces.ts'
import { sharedFileElements } from './shared-file.ts'
import { xml } from './xml-element.ts'
import type { XmlElement } from './xml-element.ts'

/** What a desk says in a room (XEP-0045). `room` is its bare address. */

/** Nothing of its history: that is read from the archive. */
export const joinStanza = (room: string, nick: string): XmlElement =>
  xml('presence', { to: `${room}/${nick}` }, xml('x', { xmlns: ns.muc }, xml('history', { maxstanzas: '0' })))

export const leaveStanza = (room: string, nick: string): XmlElement =>
  xml('presence', { to: `${room}/${nick}`, type: 'unavailable' })

const toRoom = (
  room: string,
  id: string | undefined,
  ...children: readonly (XmlElement | undefined)[]
): XmlElement => xml('message', { type: 'groupchat', to: room, id }, ...children)

/** Not for the archive (XEP-0334 §4.3). */
const unkept = xml('no-store', { xmlns: ns.hints })

/** `undefined` for what is not sent by desks. The id is given twice, for programs that know one of them. */
export function messageStanza(room: string, id: string, body: MessageBody): XmlElement | undefined {
  if (body.kind !== 'text' && body.kind !== 'file') return undefined
  return toRoom(
    room,
    id,
    ...(body.kind === 'text' ? [xml('body', {}, body.text)] : sharedFileElements(body.file)),
    xml('origin-id', { xmlns: ns.ids, id }),
    xml('request', { xmlns: ns.receipts }),
    xml('markable', { xmlns: ns.markers }),
    xml('active', { xmlns: ns.chatStates }),
  )
}

export const receiptStanza = (room: string, id: string): XmlElement =>
  toRoom(room, undefined, xml('received', { xmlns: ns.receipts, id }), unkept)

/** Kept, so that a customer who is away learns of it. */
export const displayedStanza = (room: string, id: string): XmlElement =>
  toRoom(room, undefined, xml('displayed', { xmlns: ns.markers, id }), xml('store', { xmlns: ns.hints }))

export const chatStateStanza = (room: string, composing: boolean): XmlElement =>
  toRoom(room, undefined, xml(composing ? 'composing' : 'active', { xmlns: ns.chatStates }), unkept)
