import { createHash, createHmac, pbkdf2Sync } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { xml } from '../../../../electron/centre/practice/chat/xml.ts'
import type { Xml } from '../../../../electron/centre/practice/chat/xml.ts'
import { domain, guests, openChat } from './open-chat.ts'
import type { OpenChat } from './open-chat.ts'
import { bodies } from './room-talk.ts'
import { sm } from './raw-client.ts'
import type { RawClient } from './raw-client.ts'

const sasl = 'urn:ietf:params:xml:ns:xmpp-sasl'

let chat: OpenChat
beforeEach(async () => {
  chat = await openChat()
})
afterEach(() => chat.close())

const textIn = (element: Xml): string => Buffer.from(element.getText(), 'base64').toString('utf8')
const base64 = (text: string | Buffer): string => Buffer.from(text).toString('base64')
const errorIn = (element: Xml): string | undefined => element.getChildElements()[0]?.name

/** RFC 5802 §3, as a client does it. */
async function scram(client: RawClient, user: string, password: string): Promise<Xml> {
  const first = `n=${user},r=client-nonce`
  client.send(xml('auth', { xmlns: sasl, mechanism: 'SCRAM-SHA-1' }, base64(`n,,${first}`)))
  const challenge = textIn(await client.next(({ name }) => name === 'challenge'))
  const [, nonce = '', salt = '', iterations = ''] = /^r=(.*),s=(.*),i=(.*)$/.exec(challenge) ?? []
  const hmac = (key: Buffer, text: string) => createHmac('sha1', key).update(text).digest()
  const salted = pbkdf2Sync(password, Buffer.from(salt, 'base64'), Number(iterations), 20, 'sha1')
  const key = hmac(salted, 'Client Key')
  const last = `c=${base64('n,,')},r=${nonce}`
  const message = `${first},${challenge},${last}`
  const signature = hmac(createHash('sha1').update(key).digest(), message)
  const proof = Buffer.from(key.map((byte, index) => byte ^ (signature[index] ?? 0)))
  client.send(xml('response', { xmlns: sasl }, base64(`${last},p=${base64(proof)}`)))
  const answer = await client.next(({ name }) => name === 'success' || name === 'failure')
  if (answer.name === 'success')
    expect(textIn(answer)).toBe(`v=${base64(hmac(hmac(salted, 'Server Key'), message))}`)
  return answer
}

it('signs an agent in without their password on the wire, and proves that it knows it', async () => {
  const client = await chat.connect()
  await client.open(domain)
  expect((await scram(client, 'ada', 'tide-pool')).name).toBe('success')
})

it('refuses a wrong password, a stranger and an agent without any, and gives up after some tries', async () => {
  const client = await chat.connect()
  await client.open(domain)
  const outcomes = [
    errorIn(await scram(client, 'ada', 'guess')),
    errorIn(await scram(client, 'nobody', 'guess')),
  ]
  const plain = (text: string): void =>
    client.send(xml('auth', { xmlns: sasl, mechanism: 'PLAIN' }, base64(text)))
  const failure = () => client.next(({ name }) => name === 'failure')
  plain('\0ada\0guess')
  outcomes.push(errorIn(await failure()))
  client.send(xml('auth', { xmlns: sasl, mechanism: 'ANONYMOUS' }))
  outcomes.push(errorIn(await failure()))
  plain('\0ada\0again')
  await failure()
  const end = await client.next(({ name }) => name === 'stream:error')
  expect([...outcomes, errorIn(end)]).toEqual([
    ...['not-authorized', 'not-authorized', 'not-authorized', 'invalid-mechanism'],
    'policy-violation',
  ])
})

it('takes a new password from the moment on at which it is set', async () => {
  chat.server.setPassword('ada', 'new-moon')
  const client = await chat.connect()
  await client.open(domain)
  const [old, fresh] = [await scram(client, 'ada', 'tide-pool'), await scram(client, 'ada', 'new-moon')]
  expect([old.name, fresh.name]).toEqual(['failure', 'success'])
})

it('gives each customer an address of their own, and knows no other domain', async () => {
  const [one, other] = [await chat.guest(), await chat.guest()]
  const stranger = await chat.connect()
  stranger.send(
    xml('open', { xmlns: 'urn:ietf:params:xml:ns:xmpp-framing', to: 'elsewhere.test', version: '1.0' }),
  )
  const refusal = await stranger.next(({ name }) => name === 'stream:error')
  expect([one.address.split('/')[0]?.split('@')[1], one.address === other.address, errorIn(refusal)]).toEqual(
    [guests, false, 'host-unknown'],
  )
})

/** Signs in again and asks for the old session. */
async function resume(old: RawClient, h: number): Promise<{ client: RawClient; answer: Xml }> {
  const client = await chat.connect()
  await client.signIn({ domain, user: 'ada', password: 'tide-pool' })
  client.send(xml('resume', { xmlns: sm, previd: old.resumption, h: String(h) }))
  const answer = await client.next(({ name }) => name === 'resumed' || name === 'failed')
  return { client, answer }
}

const note = (client: RawClient, to: string, text: string): void =>
  client.stanza('message', { type: 'chat', to, id: text }, xml('body', {}, text))

/** Whatever Ben has written has reached the server. */
async function write(ben: RawClient, ada: RawClient, texts: readonly string[]): Promise<void> {
  for (const text of texts) note(ben, ada.address, text)
  await ben.settled()
}

it('sends exactly what had not arrived to a session that comes back', async () => {
  const [ada, ben] = [await chat.agent('ada'), await chat.agent('ben')]
  await write(ben, ada, ['one', 'two'])
  await ada.next((element) => element.getChildText('body') === 'two')
  const had = ada.received
  ada.answersCounts = false
  ada.cut()
  await write(ben, ada, ['three', 'four'])
  note(ada, ben.address, 'never sent')
  const { client, answer } = await resume(ada, had)
  await client.next((element) => element.getChildText('body') === 'four')
  expect([answer.name, answer.attrs['h'], bodies(client)]).toEqual(['resumed', '0', ['three']])
})

it('tells how much had arrived of a session that is too old to come back', async () => {
  const ada = await chat.agent('ada')
  await ada.settled()
  ada.cut()
  await chat.rest()
  chat.clock.pass(121_000)
  const { answer } = await resume(ada, 1)
  expect([answer.name, answer.attrs['h'], errorIn(answer)]).toEqual(['failed', '1', 'item-not-found'])
})

it('gives nobody the session of another', async () => {
  const ben = await chat.agent('ben')
  const { answer } = await resume(ben, 0)
  expect([answer.name, answer.attrs['h']]).toEqual(['failed', undefined])
})

it('ends a session that has had more than was sent', async () => {
  const ada = await chat.agent('ada')
  ada.send(xml('a', { xmlns: sm, h: '7' }))
  const end = await ada.next(({ name }) => name === 'stream:error')
  const { answer } = await resume(ada, 0)
  expect([errorIn(end), answer.name]).toEqual(['undefined-condition', 'failed'])
})

it('tells whoever was told of a presence that it is gone, and bounces what a customer never got', async () => {
  const [ada, guest] = [await chat.agent('ada'), await chat.guest()]
  guest.stanza('presence', { to: ada.address })
  await ada.next(({ name }) => name === 'presence')
  guest.cut()
  note(ada, guest.address, 'are you there')
  await ada.settled()
  await chat.answered()
  chat.clock.pass(121_000)
  const [gone, back] = [
    await ada.next(({ attrs }) => attrs['type'] === 'unavailable'),
    await ada.next(({ attrs }) => attrs['type'] === 'error'),
  ]
  expect([gone.attrs['from'], back.attrs['id'], back.getChild('error')?.getChildElements()[0]?.name]).toEqual(
    [guest.address, 'are you there', 'recipient-unavailable'],
  )
})

it('lets a second desk of the same name take the place of the first', async () => {
  const first = await chat.agent('ada')
  await chat.agent('ada')
  expect(errorIn(await first.next(({ name }) => name === 'stream:error'))).toBe('conflict')
})

it('drops a connection that does not answer for half a minute, and keeps its session', async () => {
  const [ada, ben] = [await chat.agent('ada'), await chat.agent('ben')]
  ada.answersCounts = false
  await write(ben, ada, ['unheard'])
  await ada.next((element) => element.getChildText('body') === 'unheard')
  await chat.rest()
  chat.clock.pass(31_000)
  await expect(ada.next(({ name }) => name === 'nothing')).rejects.toThrow()
  const { client, answer } = await resume(ada, ada.received - 1)
  await client.next((element) => element.getChildText('body') === 'unheard')
  expect(answer.name).toBe('resumed')
})

it('asks a desk how much it has once for many messages, a second after the first or when there are many', async () => {
  const [ada, ben] = [await chat.agent('ada'), await chat.agent('ben')]
  await write(ben, ada, ['one', 'two', 'three'])
  await chat.rest()
  const asked = [ada.questions]
  await chat.answered()
  asked.push(ada.questions)
  await chat.answered()
  asked.push(ada.questions)
  await write(
    ben,
    ada,
    Array.from({ length: 20 }, (_, nth) => `flood ${nth}`),
  )
  await chat.rest()
  expect([...asked, ada.questions]).toEqual([0, 1, 1, 2])
})

it('copies a message to the agent’s other desk that asked for it', async () => {
  const [ada, other, ben] = [
    await chat.agent('ada'),
    await chat.agent('ada', 'other'),
    await chat.agent('ben'),
  ]
  await other.ask('set', undefined, xml('enable', { xmlns: 'urn:xmpp:carbons:2' }))
  note(ben, ada.address, 'to one')
  note(ada, ben.address, 'from one')
  const [first, second] = [
    await other.next(({ name }) => name === 'message'),
    await other.next(({ name }) => name === 'message'),
  ]
  const seen = [first, second].map((element) => [element.attrs['from'], element.getChildElements()[0]?.name])
  expect(seen).toEqual(
    expect.arrayContaining([
      ['ada@desk.test', 'received'],
      ['ada@desk.test', 'sent'],
    ]),
  )
})
