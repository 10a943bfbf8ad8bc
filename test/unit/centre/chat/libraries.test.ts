import { client, xml } from '@xmpp/client'
import type { Client, Element } from '@xmpp/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { guests, openChat, queue, queueSecret } from './open-chat.ts'
import type { OpenChat } from './open-chat.ts'
import { RawComponent } from './raw-component.ts'

let chat: OpenChat
let customer: Client

beforeEach(async () => {
  chat = await openChat()
  customer = client({ service: chat.server.server, domain: guests })
  customer.reconnect.stop()
  customer.on('error', () => undefined)
})

afterEach(async () => {
  await customer.stop()
  await chat.close()
})

it('lets any customer’s client in, and tells the queue when it comes and goes', async () => {
  const host = await RawComponent.connect(chat.server, { domain: queue, secret: queueSecret })
  const address = (await customer.start()).toString()
  const heard = new Promise<Element>((resolve) => customer.on('stanza', resolve))
  await customer.send(xml('presence', { to: `passports@${queue}` }))
  const here = await host.next(({ name }) => name === 'presence')
  host.stanza('message', { from: `passports@${queue}`, to: address })
  const told = await heard
  await customer.stop()
  const gone = await host.next(({ name }) => name === 'presence')
  expect([here.attrs['from'], told.attrs['from'], gone.attrs['type']]).toEqual([
    ...[address, `passports@${queue}`, 'unavailable'],
  ])
  host.cut()
})
