import { parseAddress } from './address.ts'
import { ns } from './namespaces.ts'
import { attributeOf, childOf, childrenOf, errorOf } from './read-xml.ts'
import type { StanzaError } from './read-xml.ts'

export type RoomPresence =
  | {
      readonly kind: 'there' | 'gone'
      readonly nick: string
      readonly occupant: string | undefined
      readonly affiliation: string | undefined
      readonly isSelf: boolean
      /** The server has just made the room for whoever came: there was none. */
      readonly isNew: boolean
      /** Why they have gone. */
      readonly leaving: 'expelled' | 'destroyed' | 'renamed' | 'by-themselves'
    }
  | { readonly kind: 'error'; readonly error: StanzaError }

/** XEP-0045 §15.6: banned, kicked, no longer of it, the room is for members alone now. */
const expelled = ['301', '307', '321', '322']
/** Kicked, yes, but because the link broke (§15.6.2). */
const technical = '333'

export function parseRoomPresence(presence: Element, room: string): RoomPresence | undefined {
  const from = parseAddress(presence.getAttribute('from'))
  if (from?.bare !== room) return undefined
  const type = attributeOf(presence, 'type')
  if (type === 'error') return { kind: 'error', error: errorOf(presence) }
  if (type !== undefined && type !== 'unavailable') return undefined
  const about = childOf(presence, ns.mucUser, 'x')
  const codes = about
    ? childrenOf(about, ns.mucUser, 'status').map((status) => attributeOf(status, 'code') ?? '')
    : []
  const occupant = attributeOf(childOf(presence, ns.occupant, 'occupant-id'), 'id')
  return {
    kind: type === undefined ? 'there' : 'gone',
    nick: from.resource ?? '',
    occupant: occupant !== undefined && occupant.length <= 256 ? occupant : undefined,
    affiliation: attributeOf(childOf(about, ns.mucUser, 'item'), 'affiliation'),
    isSelf: codes.includes('110'),
    isNew: codes.includes('201'),
    leaving: leavingOf(about, codes),
  }
}

function leavingOf(about: Element | undefined, codes: readonly string[]) {
  if (childOf(about, ns.mucUser, 'destroy')) return 'destroyed'
  if (codes.includes('303')) return 'renamed'
  return codes.some((code) => expelled.includes(code)) && !codes.includes(technical)
    ? 'expelled'
    : 'by-themselves'
}
