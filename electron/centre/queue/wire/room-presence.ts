import type { XmlElement } from '@xmpp/component'

import { mucUser, occupantId } from './namespaces.ts'

/** Somebody in a room, as the room tells its owner (XEP-0045 §7.2.3, XEP-0421). */
export interface RoomPresence {
  readonly kind: 'in' | 'out' | 'error'
  readonly nick: string
  /** With the resource; '' where the room does not say. */
  readonly address: string
  readonly id: string | undefined
  readonly isSelf: boolean
  readonly isNewRoom: boolean
  readonly isDestroyed: boolean
}

export function readRoomPresence(stanza: XmlElement, nick: string): RoomPresence {
  const user = stanza.getChild('x', mucUser)
  const codes = user?.getChildren('status').map((status) => status.attrs['code']) ?? []
  const type = stanza.attrs['type']
  return {
    kind: type === 'error' ? 'error' : type === 'unavailable' ? 'out' : 'in',
    nick,
    address: user?.getChild('item')?.attrs['jid'] ?? '',
    id: stanza.getChild('occupant-id', occupantId)?.attrs['id'],
    isSelf: codes.includes('110'),
    isNewRoom: codes.includes('201'),
    isDestroyed: user?.getChild('destroy') !== undefined,
  }
}
