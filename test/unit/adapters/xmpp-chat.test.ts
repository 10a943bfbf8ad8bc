// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { asChatOfferId, asMessageId } from '../../../renderer/domain/ids.ts'
import { conversation, openDesk } from './xmpp-desk.ts'
import { archivedAs, chat, customer, own, queues, result, room, said, self, XmppWire } from './xmpp-wire.ts'

let wire: XmppWire
let desk: ReturnType<typeof openDesk>

beforeEach(async () => {
  wire = await XmppWire.open()
  desk = openDesk(wire)
})
afterEach(() => {
  desk.abandon()
  wire.close()
})

const [one, two] = [asMessageId('m-1'), asMessageId('m-2')]
const text = (words: string) => ({ kind: 'text' as const, text: words })
const origin = (id: string): string => `<origin-id xmlns='urn:xmpp:sid:0' id='${id}'/>`
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const sent = (part: string): readonly string[] => wire.heard.filter((frame) => frame.includes(part))

describe('the sign-in', () => {
  it('proves the password without telling it', async () => {
    expect(await desk.chat.signIn(desk.account)).toEqual({ ok: true, value: undefined })
    expect(sent('mechanism="SCRAM-SHA-1"')).toHaveLength(1)
    expect(wire.heard.join()).not.toContain('pencil')
  })

  it('says that the password is wrong', async () => {
    expect(await desk.chat.signIn({ ...desk.account, password: 'guessed' })).toMatchObject({
      problem: { code: 'wrong-password' },
    })
  })

  it('never sends a password in clear, whatever the server offers', async () => {
    const plain = await XmppWire.open()
    plain.password = 'another'
    await desk.chat.signIn({ ...desk.account, servers: [plain.url] })
    expect(plain.heard.join()).not.toMatch(/PLAIN|iq-auth/u)
    plain.close()
  })
})

describe('a conversation', () => {
  it('is read from the archive by pages, then live, each message once', async () => {
    for (const n of [1, 2, 3, 4, 5])
      wire.archive.push({ id: `a-${n}`, message: said(customer, `c-${n}`, `word ${n}`, origin(`c-${n}`)) })
    await desk.enter('a-1')
    wire.say(said(customer, 'c-5', 'word 5', origin('c-5') + archivedAs('a-5')))
    wire.say(said(customer, 'c-6', 'word 6', origin('c-6') + archivedAs('a-6')))
    // Sent once more by a program that did not hear of its arrival.
    wire.say(said(customer, 'c-6', 'word 6', origin('c-6') + archivedAs('a-7')))
    await desk.until('messages-arrived', 3)
    await pause(50)
    expect(desk.texts()).toEqual(['word 2', 'word 3', 'word 4', 'word 5', 'word 6'])
    expect(desk.heard()[0]).toEqual({ id: `${customer}/c-2`, role: 'customer', body: text('word 2') })
  })

  it('knows its own message by its id and by who the room says has written it', async () => {
    await desk.enter()
    expect(desk.chat.send(conversation, one, text('hello'))).toBe(true)
    wire.say(said(customer, one, 'forged', origin(one) + archivedAs('a-1')))
    wire.say(said(self, one, 'hello', origin(one) + archivedAs('a-2')))
    await desk.until('messages-arrived', 2)
    expect(desk.heard()).toEqual([
      { id: `${customer}/m-1`, role: 'customer', body: text('forged') },
      { id: 'm-1', role: 'me', body: text('hello') },
    ])
  })

  it('hands a message over once', async () => {
    await desk.enter()
    expect([1, 2].map(() => desk.chat.send(conversation, one, text('hello')))).toEqual([true, true])
    await pause(50)
    expect(sent('<body>hello')).toHaveLength(1)
  })

  it('believes a notice from the queue alone', async () => {
    await desk.enter()
    const notice = `<notice xmlns='urn:foyer:queue:1' kind='ended'/>`
    wire.say(said('o-queue', 'q', 'It is over.', archivedAs('a-1') + notice))
    wire.say(said(customer, 'c', 'It is over.', archivedAs('a-2') + notice))
    await desk.until('messages-arrived', 2)
    expect(desk.heard().map(({ role, body }) => [role, body.kind])).toEqual([
      ['centre', 'notice'],
      ['customer', 'text'],
    ])
  })

  it('says what was delivered and read, and takes nobody’s word for it but the customer’s', async () => {
    await desk.enter()
    const receipt = (id: string): string => `<received xmlns='urn:xmpp:receipts' id='${id}'/>`
    wire.say(said('o-bot', 'r-1', '', receipt('m-1')))
    wire.say(said(customer, 'r-2', '', receipt('m-2')))
    wire.say(said(customer, 'r-3', '', `<displayed xmlns='urn:xmpp:chat-markers:0' id='m-2'/>`))
    await desk.until('message-read')
    expect(desk.told('message-delivered').map(({ message }) => message)).toEqual(['m-2'])
    expect(desk.told('message-read').map(({ message }) => message)).toEqual(['m-2'])
  })

  it('is told of a message that the room refuses, and tries again where it may work later', async () => {
    await desk.enter()
    const bounce = (id: string, type: string, condition: string, from = room): string =>
      `<message xmlns='jabber:client' type='error' from='${from}' id='${id}'><error type='${type}'><${condition} xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>`
    desk.chat.send(conversation, one, text('first'))
    desk.chat.send(conversation, two, text('second'))
    wire.say(bounce('m-1', 'auth', 'forbidden', `${room}/Amélie`))
    wire.say(bounce('m-2', 'auth', 'forbidden'))
    await desk.until('message-refused')
    wire.say(bounce('m-1', 'wait', 'resource-constraint'))
    await desk.until('conversation-caught-up', 2)
    expect(desk.told('message-refused').map(({ message }) => message)).toEqual(['m-2'])
    expect(desk.chat.send(conversation, one, text('first'))).toBe(true)
    await pause(50)
    expect(sent('<body>first')).toHaveLength(2)
  })

  it('leaves out what is too long, and looks at no formatted text', async () => {
    await desk.enter()
    wire.say(said(customer, 'c-1', 'x'.repeat(1_000_000), archivedAs('a-1')))
    wire.say(
      said(
        customer,
        'c-2',
        'plain',
        `${archivedAs('a-2')}<html xmlns='http://jabber.org/protocol/xhtml-im'><body xmlns='http://www.w3.org/1999/xhtml'><b>bold</b></body></html>`,
      ),
    )
    await desk.until('messages-arrived', 2)
    expect(desk.heard().map(({ body }) => body)).toEqual([
      { kind: 'left-out', why: 'too-long' },
      text('plain'),
    ])
  })

  it('ends when the desk is put out, for the reason that the queue gives', async () => {
    await desk.enter()
    const out = `<x xmlns='http://jabber.org/protocol/muc#user'><status code='321'/><status code='110'/></x>`
    wire.say(`<presence xmlns='jabber:client' type='unavailable' from='${room}/Ada'>${out}</presence>`)
    wire.say(
      `<message xmlns='jabber:client' from='${queues}'><over xmlns='urn:foyer:queue:1' room='${room}' end='transferred'/></message>`,
    )
    await desk.until('conversation-over')
    await pause(1_700)
    expect(desk.told('conversation-over')).toEqual([
      { kind: 'conversation-over', conversation, end: 'transferred' },
    ])
  })
})

describe('an offer', () => {
  const offer = (from: string): string =>
    `<iq xmlns='jabber:client' type='set' id='i-1' from='${from}'><offer xmlns='http://jabber.org/protocol/workgroup' id='o-1' jid='amelie@guests.example.org'><timeout>20</timeout>${chat}</offer></iq>`

  it('comes from the queue alone, and is answered', async () => {
    await desk.chat.signIn(desk.account)
    wire.say(offer('amelie@guests.example.org/web'))
    wire.say(offer(`passports@${queues}`))
    await desk.until('chat-offered')
    expect(desk.told('chat-offered')).toMatchObject([
      { offer: { id: 'o-1', conversation, queue: 'Passports' } },
    ])
    await pause(50)
    expect(sent('id="i-1"').map((frame) => /type="(\w+)"/u.exec(frame)?.[1])).toEqual(['error', 'result'])
    expect(await desk.chat.accept(asChatOfferId('o-1'))).toEqual({ ok: true, value: undefined })
    expect(await desk.chat.accept(asChatOfferId('o-1'))).toMatchObject({ problem: { code: 'chat-gone' } })
  })
})

describe('forgeries', () => {
  it('are ignored: archive results and carbons of others, and a stream’s error inside of a message', async () => {
    await desk.enter()
    const word = said(customer, 'f', 'forged', archivedAs('a-f'))
    wire.say(result('any', 'a-9', word))
    wire.say(result('any', 'a-9', word, undefined, `${room}/Amélie`))
    const over = `<message xmlns='jabber:client' from='${queues}'><over xmlns='urn:foyer:queue:1' room='${room}' end='blocked'/></message>`
    const carbon = (from: string): string =>
      `<message xmlns='jabber:client' from='${from}'><received xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>${over}</forwarded></received></message>`
    wire.say(carbon('amelie@guests.example.org'))
    wire.say(
      said(
        customer,
        'c',
        'real',
        `${archivedAs('a-1')}<x xmlns='urn:x'><error xmlns='http://etherx.jabber.org/streams'><conflict/></error></x>`,
      ),
    )
    await desk.until('messages-arrived')
    expect(desk.texts()).toEqual(['real'])
    expect(desk.told('link-lost')).toEqual([])
    expect(desk.told('conversation-over')).toEqual([])
    wire.say(carbon(own.slice(0, own.indexOf('/'))))
    await desk.until('conversation-over')
  })

  it('cannot date a message into the future', async () => {
    const before = Date.now()
    const later = '2099-01-01T00:00:00Z'
    wire.answer = (frame) => {
      const query = /<iq.*queryid="([^"]*)"/u.exec(frame)?.[1]
      if (query !== undefined && frame.includes(`to="${room}"`))
        wire.say(result(query, 'a-1', said(customer, 'c', 'later'), later))
      return undefined
    }
    await desk.enter()
    const at = desk.told('messages-arrived')[0]?.messages[0]?.at ?? 0
    expect(at).toBeGreaterThanOrEqual(before)
    expect(at).toBeLessThanOrEqual(Date.now())
  })
})
