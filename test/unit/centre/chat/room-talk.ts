import { xml } from '../../../../electron/centre/practice/chat/xml.ts'
import type { Xml } from '../../../../electron/centre/practice/chat/xml.ts'
import type { RawClient } from './raw-client.ts'
import type { RawComponent } from './raw-component.ts'

export const muc = 'http://jabber.org/protocol/muc'
export const room = 'chat-1@rooms.desk.test'

/** As the queue configures its rooms: to last, for members, listed nowhere. */
export async function configure(owner: RawComponent, from: string): Promise<Xml> {
  const values = { membersonly: '1', persistentroom: '1', publicroom: '0', whois: 'moderators' }
  const fields = Object.entries(values).map(([name, value]) =>
    xml('field', { var: `muc#roomconfig_${name}` }, xml('value', {}, value)),
  )
  const form = xml('x', { xmlns: 'jabber:x:data', type: 'submit' }, ...fields)
  return owner.ask('set', { from, to: room }, xml('query', { xmlns: `${muc}#owner` }, form))
}

export const affiliate = (
  owner: RawComponent,
  from: string,
  { jid, affiliation }: { jid: string; affiliation: string },
): Promise<Xml> => {
  const item = xml('item', { jid: jid.split('/')[0], affiliation })
  return owner.ask('set', { from, to: room }, xml('query', { xmlns: `${muc}#admin` }, item))
}

/** Their own presence in the room, or the room's refusal. */
export async function enter(
  client: RawClient,
  nick: string,
  history: Record<string, string> = { maxstanzas: '0' },
): Promise<Xml> {
  client.stanza('presence', { to: `${room}/${nick}` }, xml('x', { xmlns: muc }, xml('history', history)))
  return client.next(
    (element) =>
      element.name === 'presence' &&
      (element.attrs['type'] === 'error' ||
        element
          .getChild('x')
          ?.getChildren('status')
          .some(({ attrs }) => attrs['code'] === '110') === true),
  )
}

export function say(client: RawClient, id: string, text: string): void {
  const origin = xml('origin-id', { xmlns: 'urn:xmpp:sid:0', id })
  client.stanza('message', { type: 'groupchat', to: room, id }, xml('body', {}, text), origin)
}

/** What has come and was not taken yet. */
export const bodies = ({ inbox }: RawClient): readonly string[] =>
  inbox.flatMap((element) => element.getChildText('body') ?? [])
