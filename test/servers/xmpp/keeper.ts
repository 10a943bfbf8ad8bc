import { randomUUID } from 'node:crypto'

import { xml } from '@xmpp/client'

import { connectXmpp, type XmppAccount } from './connection.ts'
import { ns } from './namespaces.ts'

/** Does away with a room, as an administrator of the server may (XEP-0045 §10.9). */
export async function destroyRoom(keeper: XmppAccount, room: string): Promise<void> {
  const connection = await connectXmpp(keeper, () => undefined)
  const order = xml('query', { xmlns: ns.mucOwner }, xml('destroy', {}, xml('reason', {}, 'Cleared away')))
  await connection.ask(xml('iq', { type: 'set', to: room, id: randomUUID() }, order))
  await connection.close()
}
