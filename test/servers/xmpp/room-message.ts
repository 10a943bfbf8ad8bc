import type { Element } from '@xmpp/client'

import { ns } from './namespaces.ts'

/** Something that was said in a room, as a plain XMPP program understands it. */
export interface RoomMessage {
  /** The writer's own (XEP-0359), or the stanza's. */
  readonly id: string
  /** The archive's. */
  readonly archived: string | undefined
  readonly nick: string
  readonly text: string
  /** What the queue tells: `agent-joined`, `ended`… */
  readonly notice: string | undefined
  /** Address of a shared file. */
  readonly file: string | undefined
}

/** `undefined` for what has no text: receipts, markers, chat states. */
export function roomMessage(stanza: Element, archivedAs?: string): RoomMessage | undefined {
  const text = stanza.getChildText('body')
  if (!stanza.is('message') || stanza.attrs['type'] !== 'groupchat' || text === null) return undefined
  return {
    id: idOf(stanza),
    archived: archivedAs ?? archivedIn(stanza),
    nick: senderOf(stanza)[1],
    text,
    notice: stanza.getChild('notice', ns.queue)?.attrs['kind'],
    file: stanza.getChild('x', ns.oob)?.getChildText('url') ?? undefined,
  }
}

/** The room's address and the nick in it. */
export function senderOf(stanza: Element): readonly [room: string, nick: string] {
  const [room = '', nick = ''] = (stanza.attrs['from'] ?? '').split('/', 2)
  return [room, nick]
}

const idOf = (stanza: Element): string =>
  stanza.getChild('origin-id', ns.sid)?.attrs['id'] ?? stanza.attrs['id'] ?? ''

function archivedIn(stanza: Element): string | undefined {
  const [room] = senderOf(stanza)
  return stanza.getChildren('stanza-id', ns.sid).find(({ attrs }) => attrs['by'] === room)?.attrs['id']
}
