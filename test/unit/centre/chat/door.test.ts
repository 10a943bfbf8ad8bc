import { afterEach, beforeEach, expect, it } from 'vitest'
import { xml } from '../../../../electron/centre/practice/chat/xml.ts'
import type { Xml } from '../../../../electron/centre/practice/chat/xml.ts'
import { openChat, origin, queue } from './open-chat.ts'
import type { OpenChat } from './open-chat.ts'
import { RawClient } from './raw-client.ts'
import { RawComponent } from './raw-component.ts'

const upload = 'urn:xmpp:http:upload:0'
const files = 'upload.desk.test'

let chat: OpenChat
beforeEach(async () => {
  chat = await openChat({
    page: new Map([['/', { type: 'text/html', bytes: Buffer.from('<h1>Help</h1>') }]]),
  })
})
afterEach(() => chat.close())

const errorIn = (element: Xml): string | undefined => element.getChildElements()[0]?.name
const conditionOf = (element: Xml): string | undefined =>
  element.getChild('error')?.getChildElements()[0]?.name

it('lets in the desk, the page that it serves itself, and programs; no other page, and nobody without the secret', async () => {
  const own = new URL(chat.server.page).origin
  await chat.connect({ origin })
  await chat.connect({ origin: own })
  await chat.connect()
  await expect(chat.connect({ origin: 'https://elsewhere.test' })).rejects.toThrow('403')
  await expect(RawClient.connect(chat.server.server.slice(0, -1), {})).rejects.toThrow('403')
  expect(chat.log).toEqual([
    'REFUSED a chat connection: wrong origin',
    'REFUSED a chat connection: wrong secret',
  ])
})

it('serves the customer’s page with a policy of its own, and nothing beside it', async () => {
  const page = await fetch(chat.server.page)
  const policy = page.headers.get('content-security-policy')
  const missing = await Promise.all(['secrets', '../'].map((path) => fetch(chat.server.page + path)))
  expect([page.status, await page.text(), ...missing.map(({ status }) => status)]).toEqual([
    200,
    '<h1>Help</h1>',
    404,
    404,
  ])
  expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:`)
})

it.each([
  ['what is no XML', '<message><body>', 'not-well-formed'],
  ['two stanzas in one frame', '<presence/><presence/>', 'not-well-formed'],
  ['an entity of its own', '<message xmlns="jabber:client"><body>&boom;</body></message>', 'not-well-formed'],
  ['a document type', '<!DOCTYPE a><message xmlns="jabber:client"/>', 'not-well-formed'],
  ['a control character', '<message xmlns="jabber:client"><body>\u0007</body></message>', 'not-well-formed'],
  [
    'a prefix that nobody declared',
    '<message xmlns="jabber:client"><a:b/></message>',
    'bad-namespace-prefix',
  ],
  [
    'a very deep stanza',
    `<message xmlns="jabber:client">${'<a>'.repeat(90)}${'</a>'.repeat(90)}</message>`,
    'policy-violation',
  ],
  [
    'a very long one',
    `<message xmlns="jabber:client"><body>${'a'.repeat(1_000_000)}</body></message>`,
    'policy-violation',
  ],
  ['what is no stanza', '<letter xmlns="jabber:client"/>', 'unsupported-stanza-type'],
])('ends the stream of whoever sends %s, and goes on for the others', async (_what, frame, condition) => {
  const [guest, ada] = [await chat.guest(), await chat.agent('ada')]
  guest.send(frame)
  expect(errorIn(await guest.next(({ name }) => name === 'stream:error'))).toBe(condition)
  await ada.settled()
  expect(chat.log).toEqual([])
})

it('answers what it does not know, and what has no good address', async () => {
  const ada = await chat.agent('ada')
  const outcomes = [
    await ada.ask('get', undefined, xml('vCard', { xmlns: 'vcard-temp' })),
    await ada.ask('get', 'nobody@desk.test/x', xml('ping', { xmlns: 'urn:xmpp:ping' })),
    await ada.ask('get', 'friend@elsewhere.test', xml('ping', { xmlns: 'urn:xmpp:ping' })),
    await ada.ask('get', 'not an @ address', xml('ping', { xmlns: 'urn:xmpp:ping' })),
    await ada.ask('get', queue, xml('ping', { xmlns: 'urn:xmpp:ping' })),
  ]
  expect(outcomes.map(conditionOf)).toEqual([
    ...['service-unavailable', 'service-unavailable', 'remote-server-not-found', 'jid-malformed'],
    'remote-server-timeout',
  ])
})

it('says what there is: rooms, files and the queue', async () => {
  const ada = await chat.agent('ada')
  const items = await ada.ask(
    'get',
    'desk.test',
    xml('query', { xmlns: 'http://jabber.org/protocol/disco#items' }),
  )
  const addresses = items
    .getChild('query')
    ?.getChildren('item')
    .map(({ attrs }) => attrs['jid'])
  expect(addresses).toEqual(['rooms.desk.test', files, queue])
})

interface Wish {
  readonly filename: string
  readonly size: string
  readonly 'content-type': string
}

const slot = (client: RawClient, wish: Wish): Promise<Xml> =>
  client.ask('get', files, xml('request', { xmlns: upload, ...wish }))

it('keeps a file for everybody who has its address', async () => {
  const guest = await chat.guest()
  const answer = await slot(guest, { filename: 'reçu 1.png', size: '5', 'content-type': 'image/png' })
  const url = answer.getChild('slot')?.getChild('put')?.attrs['url'] ?? ''
  const headers = { 'content-type': 'image/png', origin }
  const missing = await fetch(url)
  const asked = await fetch(url, { method: 'OPTIONS', headers: { origin } })
  const put = await fetch(url, { method: 'PUT', headers, body: 'bytes' })
  const again = await fetch(url, { method: 'PUT', headers, body: 'other' })
  const got = await fetch(url, { headers: { origin } })
  expect([missing, asked, put, again, got].map(({ status }) => status)).toEqual([404, 204, 201, 409, 200])
  expect([
    await got.text(),
    got.headers.get('access-control-allow-origin'),
    got.headers.get('content-type'),
  ]).toEqual([...['bytes', '*', 'image/png']])
  expect(got.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''re%C3%A7u%201.png`)
})

it('takes neither more than was announced nor another kind, and no file that is too large', async () => {
  const guest = await chat.guest()
  const answer = await slot(guest, { filename: '../../a.txt', size: '5', 'content-type': 'text/plain' })
  const url = answer.getChild('slot')?.getChild('put')?.attrs['url'] ?? ''
  const put = (body: string, type: string) =>
    fetch(url, { method: 'PUT', headers: { 'content-type': type }, body }).then(({ status }) => status)
  const tooLarge = await slot(guest, { filename: 'a.png', size: '99999999', 'content-type': 'image/png' })
  const unclear = await slot(guest, { filename: 'a.png', size: '-1', 'content-type': 'image/png' })
  expect([
    await put('longer than five', 'text/plain'),
    await put('html!', 'text/html'),
    url.split('/').at(-1),
  ]).toEqual([...[413, 409, 'a.txt']])
  expect([
    conditionOf(tooLarge),
    tooLarge.getChild('error')?.getChild('file-too-large', upload) !== undefined,
  ]).toEqual(['not-acceptable', true])
  expect(conditionOf(unclear)).toBe('bad-request')
})

it('takes a component with its secret only, once at a time', async () => {
  const wrong = await RawComponent.connect(chat.server, { secret: 'guess' })
  const unknown = await RawComponent.connect(chat.server, { domain: 'other.desk.test' })
  const right = await RawComponent.connect(chat.server)
  const second = await RawComponent.connect(chat.server)
  expect(
    [wrong, unknown, right, second].map(({ inbox }) => inbox[0] && (errorIn(inbox[0]) ?? inbox[0].name)),
  ).toEqual([...['not-authorized', 'host-unknown', 'handshake', 'conflict']])
  right.cut()
})

it('lets a component speak from any address of its own domain, and from no other', async () => {
  const component = await RawComponent.connect(chat.server)
  const ada = await chat.agent('ada')
  component.stanza(
    'message',
    { from: `passports@${queue}/x`, to: ada.address },
    xml('body', {}, 'Waiting: 2'),
  )
  const heard = await ada.next(({ name }) => name === 'message')
  component.stanza('message', { from: 'ben@desk.test', to: ada.address }, xml('body', {}, 'forged'))
  const end = await component.next(({ name }) => name === 'stream:error')
  await ada.settled()
  expect([heard.attrs['from'], errorIn(end), ada.inbox]).toEqual([`passports@${queue}/x`, 'invalid-from', []])
})
