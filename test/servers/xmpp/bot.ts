import { randomUUID } from 'node:crypto'

import { xml } from '@xmpp/client'

import { soon } from '../../contract/telephony/soon.ts'
import { connectXmpp, type XmppAccount } from './connection.ts'
import { ns } from './namespaces.ts'

/** A bot that says what a test tells it to say. It enters every room to which it is invited. */
export interface ScriptedBot {
  isIn(room: string): Promise<void>
  write(room: string, text: string): Promise<void>
  /** @throws StanzaError */
  handOver(room: string, json: string): Promise<void>
  close(): Promise<void>
}

const nick = 'Assistant'

/** @param queues the address of the queues' component */
export async function connectBot(account: XmppAccount, queues: string): Promise<ScriptedBot> {
  const rooms = new Set<string>()
  const connection = await connectXmpp(account, (stanza) => {
    const invitation = stanza.is('message') ? stanza.getChild('x', ns.invitation)?.attrs['jid'] : undefined
    if (invitation !== undefined)
      void connection.send(xml('presence', { to: `${invitation}/${nick}` }, xml('x', { xmlns: ns.muc })))
    const codes = stanza.getChild('x', ns.mucUser)?.getChildren('status')
    const [room] = (stanza.attrs['from'] ?? '').split('/')
    if (stanza.is('presence') && room !== undefined && codes?.some(({ attrs }) => attrs['code'] === '110'))
      rooms.add(room)
  })
  // An account is invited by its bare address, which reaches a session only where it is there for all (RFC 6121 §8.5.2).
  await connection.send(xml('presence'))
  await connection.send(xml('presence', { to: queues }))
  return {
    isIn: (room) => soon('the bot in the room', () => rooms.has(room)),
    write: (room, text) =>
      connection.send(
        xml('message', { type: 'groupchat', to: room, id: randomUUID() }, xml('body', {}, text)),
      ),
    async handOver(room, json) {
      const words = xml('hand-over', { xmlns: ns.handOver, room }, json)
      await connection.ask(xml('iq', { type: 'set', to: queues }, words))
    },
    close: () => connection.close(),
  }
}
