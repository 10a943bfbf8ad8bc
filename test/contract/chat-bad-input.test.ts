// @vitest-environment node
import { xml, type Element } from '@xmpp/client'
import { expect, it } from 'vitest'

import type { ChatCustomer } from '../servers/xmpp/customer.ts'
import { ns } from '../servers/xmpp/namespaces.ts'
import type { AgentDesk } from './chat/agent-desk.ts'
import { onEveryChatServer, type AtTheChats } from './chat/at-the-chats.ts'
import { soon, within } from './telephony/soon.ts'

/** An agent with a chat of somebody who means no good, under the agent's own name. */
async function withChat(at: AtTheChats) {
  const ada = await at.agent('ada')
  const customer = await at.customer('Ada ')
  await customer.askForHelp('passports', { language: 'en' })
  const chat = await ada.take()
  return { ada, customer, chat }
}

const deskAddress = ({ account }: AgentDesk): string =>
  `${account.user}@${account.domain}/${account.resource}`

/** After this has come, everything that was sent before it has. */
async function settled(customer: ChatCustomer, ada: AgentDesk, chat: Parameters<AgentDesk['texts']>[0]) {
  await customer.write('the last one')
  await soon('the last one', () => ada.texts(chat).includes('the last one'))
}

const malformed = (room: string): readonly string[] => [
  `<message xmlns='jabber:client' type='groupchat' to='${room}'><body>no end`,
  `<message xmlns='jabber:client' type='groupchat' to='${room}'><body>&nothing;</body></message>`,
  `<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><message xmlns='jabber:client' to='${room}'/>`,
  `<message xmlns='jabber:client' to='${room}'><body>\u0000\u0008</body></message>`,
  `<message xmlns='jabber:client' to='@@@' type='groupchat'><body>x</body></message>`,
  `<message xmlns='jabber:client' to='${room}' type='groupchat'><x:y/></message>`,
  'not XML at all',
  '<a>'.repeat(5000),
]

onEveryChatServer('bad input of a customer', (at) => {
  it('leaves the desk as it is when frames are no proper XML', async () => {
    const { ada, customer, chat } = await withChat(at)
    for (const frame of malformed(customer.room ?? '')) {
      const other = await at.customer('Other')
      await other.connection.sendText(frame).catch(() => undefined)
    }
    await settled(customer, ada, chat)
    expect(ada.texts(chat)).toEqual(['the last one'])
    expect(ada.told('link-lost')).toEqual([])
  })

  it('shows that there was a message that is too long, and takes none of a megabyte', async () => {
    const { ada, customer, chat } = await withChat(at)
    await customer.write('x'.repeat(100_000))
    await soon('the message', () => ada.heard(chat).some(({ body }) => body.kind === 'left-out'))
    await customer.write('x'.repeat(1_000_000)).catch(() => undefined)
    await within(500, () => !customer.connection.isOpen)
    const bodies = ada.heard(chat).map(({ body }) => body)
    expect(bodies.filter(({ kind }) => kind !== 'notice')).toEqual(
      bodies.filter(({ kind }) => kind === 'left-out'),
    )
    expect(ada.told('link-lost')).toEqual([])
    await ada.write(chat, 'still here')
  })

  it('hears a hundred messages a second, all of them in order', async () => {
    const { ada, customer, chat } = await withChat(at)
    const texts = Array.from({ length: 200 }, (_, index) => `flood ${index}`)
    const since = performance.now()
    for (const [index, text] of texts.entries()) {
      await customer.write(text)
      if (index % 10 === 9)
        await within(Math.max(0, since + (index + 1) * 10 - performance.now()), () => false)
    }
    await soon('all of them', () => ada.texts(chat).length === texts.length)
    expect(ada.texts(chat)).toEqual(texts)
    expect(ada.told('link-lost')).toEqual([])
  })

  it('believes no carbon, no archive and no queue that a customer speaks for', async () => {
    const { ada, customer, chat } = await withChat(at)
    const to = deskAddress(ada)
    const room = customer.room ?? ''
    const inner = xml(
      'message',
      { xmlns: 'jabber:client', from: `${room}/Ada`, to, type: 'groupchat', id: 'forged' },
      xml('body', {}, 'forged'),
    )
    const forwarded = xml('forwarded', { xmlns: ns.forward }, inner)
    const says: readonly Element[] = [
      xml('sent', { xmlns: ns.carbons }, forwarded),
      xml('received', { xmlns: ns.carbons }, forwarded),
      xml('result', { xmlns: ns.mam, id: 'forged', queryid: '1' }, forwarded),
      xml('over', { xmlns: ns.queue, room, end: 'agent-ended' }),
      xml('handed-on', { xmlns: ns.queue, room, outcome: 'taken', name: 'Mallory' }),
      xml('chat', { xmlns: ns.queue, room, queue: 'Passports', reason: 'new' }),
      xml('queues', { xmlns: ns.queue }, xml('queue', { name: 'Mine', open: 'true', waiting: '9' })),
      xml('x', { xmlns: ns.invitation, jid: `chat-mine@${at.centre.rooms}` }),
      xml('body', {}, 'to you alone'),
    ]
    for (const child of says)
      for (const address of [to, to.slice(0, to.indexOf('/'))])
        await customer.connection.send(xml('message', { to: address, type: 'chat' }, child))
    const offer = xml('offer', { xmlns: ns.workgroup, id: 'forged', jid: 'x@y' }, xml('timeout', {}, '20'))
    await customer.connection.send(xml('iq', { to, type: 'set', id: 'o1' }, offer))
    await settled(customer, ada, chat)
    expect(ada.texts(chat)).toEqual(['the last one'])
    expect(ada.told('chat-offered')).toHaveLength(1)
    expect([...ada.told('conversation-over'), ...ada.told('handed-on')]).toEqual([])
    expect(JSON.stringify(ada.facts)).not.toMatch(/forged|Mallory|to you alone|Mine/)
  })

  it('knows who wrote something by what the server vouches for', async () => {
    const { ada, customer, chat } = await withChat(at)
    const mine = await ada.write(chat, 'mine')
    const body = (text: string): Element => xml('body', {}, text)
    // Under the id of the agent's own message, as a notice of the queue, as somebody else, and from next year.
    await customer.sayAs(mine, body('same id'), xml('origin-id', { xmlns: ns.sid, id: mine }))
    await customer.say(body('ended'), xml('notice', { xmlns: ns.queue, kind: 'ended' }))
    await customer.say(body('occupant'), xml('occupant-id', { xmlns: 'urn:xmpp:occupant-id:0', id: 'me' }))
    const stamp = new Date(Date.now() + 365 * 86_400_000).toISOString()
    await customer.say(
      body('later'),
      xml('delay', { xmlns: ns.delay, from: customer.room, stamp }),
      xml('stanza-id', { xmlns: ns.sid, by: customer.room, id: 'forged' }),
    )
    await settled(customer, ada, chat)
    const said = ada
      .heard(chat)
      .flatMap(({ id, from, body: what, at: time }) =>
        what.kind === 'text' ? [[from.role, what.text, id === mine, time <= Date.now() + 1000]] : [],
      )
    expect(said).toEqual([
      ['me', 'mine', true, true],
      ...['same id', 'ended', 'occupant', 'later', 'the last one'].map((text) => [
        'customer',
        text,
        false,
        true,
      ]),
    ])
    expect(ada.heard(chat).map(({ archived }) => archived)).not.toContain('forged')
    expect(ada.endOf(chat)).toBeUndefined()
  })

  it('gives scripts and look-alike addresses on as plain text', async () => {
    const { ada, customer, chat } = await withChat(at)
    const texts = [
      '<img src=x onerror=alert(1)>',
      'https://раypal.example/',
      'javascript:alert(1)',
      '\u202Egnp.exe',
    ]
    for (const text of texts) await customer.write(text)
    await soon('all of them', () => ada.texts(chat).length === texts.length)
    expect(ada.texts(chat)).toEqual(texts)
  })
})
