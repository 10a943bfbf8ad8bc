// @vitest-environment node
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { legalXml, shownName } from '../../../renderer/adapters/xmpp/plain-text.ts'
import { isReadable } from '../../../renderer/adapters/xmpp/frame-limits.ts'
import { parseAddress } from '../../../renderer/adapters/xmpp/address.ts'
import { sharedFileOf } from '../../../renderer/adapters/xmpp/shared-file.ts'
import { asMessageId } from '../../../renderer/domain/ids.ts'
import { conversation, openDesk } from './xmpp-desk.ts'
import { archivedAs, customer, queues, room, said, XmppWire } from './xmpp-wire.ts'

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

/** Names and namespaces that mean something to the desk, in every wrong place. */
const names = [
  'message',
  'iq',
  'presence',
  'body',
  'result',
  'forwarded',
  'delay',
  'chat',
  'offer',
  'mine',
  'x',
  'r',
  'a',
  'fin',
  'error',
  '__proto__',
  'constructor',
]
const spaces = [
  'jabber:client',
  'urn:xmpp:mam:2',
  'urn:xmpp:forward:0',
  'urn:xmpp:delay',
  'urn:foyer:queue:1',
  'http://jabber.org/protocol/workgroup',
  'http://jabber.org/protocol/muc#user',
  'urn:xmpp:sm:3',
  'urn:xmpp:carbons:2',
  'urn:xmpp:sid:0',
]
const addresses = [
  room,
  `${room}/Ada`,
  `${room}/Amélie`,
  queues,
  `passports@${queues}`,
  'ada@example.org',
  '',
  '@',
  'x'.repeat(5000),
]
const values = fc.oneof(
  fc.constantFrom(
    ...addresses,
    'groupchat',
    'error',
    'unavailable',
    'result',
    'set',
    'get',
    '-1',
    '1e999',
    'true',
    '2026-13-45T99:99:99Z',
    '__proto__',
  ),
  fc.string({ maxLength: 30 }),
)
const quoted = (value: string): string =>
  legalXml(value).replace(/[&<>"'\t\n\r]/gu, (mark) => `&#${mark.charCodeAt(0)};`)

const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .record({
      name: fc.constantFrom(...names),
      space: fc.constantFrom(...spaces),
      attributes: fc.dictionary(
        fc.constantFrom(
          'from',
          'to',
          'id',
          'type',
          'room',
          'queryid',
          'stamp',
          'jid',
          'by',
          'h',
          'code',
          'url',
        ),
        values,
        { maxKeys: 6 },
      ),
      text: fc.option(values, { nil: '' }),
      children: fc.array(fc.oneof({ maxDepth: 4, withCrossShrink: true }, fc.constant(''), tie('element')), {
        maxLength: 3,
      }),
    })
    .map(({ name, space, attributes, text, children }) => {
      const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${quoted(value)}"`)
      return `<${name} xmlns="${space}"${given.join('')}>${quoted(text)}${children.join('')}</${name}>`
    }),
}))

const broken = [
  '',
  ' ',
  '<',
  '<message',
  '<message></iq>',
  '&nope;',
  '<!DOCTYPE x [<!ENTITY a "b">]><message/>',
  '<?xml version="1.0"?>',
  '\u0000',
  '<a:b/>',
]

describe('bad input', () => {
  it('throws nothing and ends nothing, whatever stanza comes', async () => {
    await desk.enter()
    fc.assert(
      fc.property(fc.oneof(element, fc.constantFrom(...broken)), (frame) => {
        wire.say(frame)
      }),
      { numRuns: 400, seed: 1 },
    )
    const depth = 100_000
    wire.say(
      `<message xmlns="jabber:client" from="${room}" type="groupchat">${'<x>'.repeat(depth)}${'</x>'.repeat(depth)}</message>`,
    )
    wire.say(said(customer, 'c-1', 'x'.repeat(1_000_000), archivedAs('a-big')))
    wire.say(said(customer, 'c-2', 'still there', archivedAs('a-last')))
    const end = Date.now() + 8_000
    while (!desk.texts().includes('still there') && Date.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 10))
    expect(desk.texts().slice(-2)).toEqual(['left-out', 'still there'])
    expect(desk.told('link-lost')).toEqual([])
    expect(desk.chat.send(conversation, asMessageId('m'), { kind: 'text', text: 'a\u0000b\ud800c' })).toBe(
      true,
    )
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(wire.heard.some((frame) => frame.includes('<body>a\ufffdb\ufffdc</body>'))).toBe(true)
  })

  it('is cut and stripped where it is a name', () => {
    expect(shownName(' Ada\u202e\u0000  L\u2028ovelace\u200b ')).toBe('Ada L ovelace')
    expect(shownName('\u202e\u200f')).toBeUndefined()
    expect(shownName('😀'.repeat(1_000_000))).toBe('😀'.repeat(80))
  })

  it.each([
    [
      'ada@example.org/desk/1',
      { bare: 'ada@example.org', local: 'ada', domain: 'example.org', resource: 'desk/1' },
    ],
    [
      'Queue.Example.org',
      { bare: 'queue.example.org', local: undefined, domain: 'queue.example.org', resource: undefined },
    ],
    ['@example.org', undefined],
    ['ada@', undefined],
    ['ada@example.org/', undefined],
    ['a@b@c', undefined],
    ['x'.repeat(10_000), undefined],
    [undefined, undefined],
  ])('reads the address %j', (text, address) => {
    expect(parseAddress(text)).toEqual(address)
  })

  it('is no file where the address is none of the web', () => {
    const message = (url: string): Element =>
      new DOMParser().parseFromString(
        `<message xmlns="jabber:client"><x xmlns="jabber:x:oob"><url>${url}</url></x></message>`,
        'text/xml',
      ).documentElement
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'nothing'])
      expect(sharedFileOf(message(url), url)).toBeUndefined()
    expect(sharedFileOf(message('https://h/%E0%A4%A'), 'https://h/%E0%A4%A')?.name).toBe('%E0%A4%A')
    expect(sharedFileOf(message('https://h/a.png'), 'something else')).toBeUndefined()
  })

  it('is not parsed where it is too deep, too long, or no text', () => {
    expect(isReadable(`${'<a>'.repeat(64)}${'</a>'.repeat(64)}`)).toBe(true)
    expect(isReadable(`${'<a>'.repeat(65)}${'</a>'.repeat(65)}`)).toBe(false)
    expect(isReadable('<a/>'.repeat(1_000))).toBe(true)
    expect(isReadable('x'.repeat(4_000_001))).toBe(false)
    expect(isReadable(new ArrayBuffer(8))).toBe(false)
  })
})
