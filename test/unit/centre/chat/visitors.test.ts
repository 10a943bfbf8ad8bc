import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openChatCentre } from '../../../../electron/centre/practice/chat/chat-centre.ts'
import type { ChatCentre } from '../../../../electron/centre/practice/chat/chat-centre.ts'
import { xml } from '../../../../electron/centre/practice/chat/xml.ts'
import type { Xml } from '../../../../electron/centre/practice/chat/xml.ts'
import { fakeClock } from '../fake-clock.ts'
import { RawClient } from './raw-client.ts'

const domain = 'practice.invalid'
const queueDomain = `queue.${domain}`
const workgroup = 'http://jabber.org/protocol/workgroup'
const muc = 'http://jabber.org/protocol/muc'

const clock = fakeClock()
let centre: ChatCentre
let agent: RawClient

beforeEach(async () => {
  const opened = await openChatCentre(
    {
      ...{ port: 0, origin: 'app://bundle', domain, seed: 7, pauseSeconds: [20, 30] },
      agents: [{ user: 'ada', queues: ['Passports', 'Prestations'], languages: ['en', 'fr'] }],
      passwords: new Map([['ada', 'tide-pool']]),
    },
    { clock, newId: () => randomBytes(16).toString('hex'), log: () => undefined },
  )
  if (!opened.ok) throw new Error(opened.problem)
  centre = opened.value
  agent = await RawClient.connect(centre.address.server, {})
  await agent.signIn({ domain, user: 'ada', password: 'tide-pool' })
  await agent.bind('desk')
})

afterEach(async () => {
  agent.cut()
  await centre.close()
})

/** The agent takes chats, up to so many. */
async function takeChats(most: number): Promise<void> {
  const status = xml('agent-status', { xmlns: workgroup }, xml('max-chats', {}, String(most)))
  agent.stanza('presence', { to: queueDomain, id: 'here' }, status)
  await agent.next(({ name, attrs }) => name === 'presence' && attrs['from'] === queueDomain)
}

/** Accepts the next offer and enters its room. */
async function acceptOffer(): Promise<string> {
  const request = await agent.next((element) => element.getChild('offer', workgroup) !== undefined)
  const { id, jid } = request.getChild('offer')?.attrs ?? {}
  const from = request.attrs['from']
  agent.stanza('iq', { type: 'result', to: from, id: request.attrs['id'] })
  const room = request.getChild('offer')?.getChild('chat')?.attrs['room'] ?? ''
  await agent.ask('set', from, xml('offer-accept', { xmlns: workgroup, id, jid }))
  agent.stanza('presence', { to: `${room}/Ada` }, xml('x', { xmlns: muc }))
  await agent.next(({ name, attrs }) => name === 'presence' && attrs['from'] === `${room}/Ada`)
  return room
}

const write = (room: string, text: string): void =>
  agent.stanza('message', { type: 'groupchat', to: room, id: text }, xml('body', {}, text))

const inRoom = (room: string, nick: string) => (element: Xml) =>
  element.name === 'message' && element.attrs['from'] === `${room}/${nick}`

/** The next of that customer that has some such child. */
const heard = (room: string, nick: string, child: string) =>
  agent.next((element) => inRoom(room, nick)(element) && element.getChild(child) !== undefined)

it('brings a customer who asks, answers in turn, shows that they read and type, and takes their leave', async () => {
  await takeChats(3)
  centre.arrive('gagnon')
  const room = await acceptOffer()
  clock.pass(6000)
  const question = await heard(room, 'Lucie', 'body')
  write(room, 'Bonjour Lucie, que dit la lettre ?')
  await heard(room, 'Lucie', 'received')
  clock.pass(2000)
  await heard(room, 'Lucie', 'displayed')
  await heard(room, 'Lucie', 'composing')
  clock.pass(4500)
  const first = await heard(room, 'Lucie', 'body')
  write(room, 'C’est un trop-perçu de mars.')
  await heard(room, 'Lucie', 'received')
  clock.pass(6500)
  const second = await heard(room, 'Lucie', 'body')
  write(room, 'Oui, bien sûr.')
  await heard(room, 'Lucie', 'received')
  clock.pass(6500)
  const last = await heard(room, 'Lucie', 'body')
  write(room, 'Merci, bonne journée !')
  await heard(room, 'Lucie', 'received')
  clock.pass(61_000)
  expect([question, first, second, last].map((one) => one.getChildText('body'))).toEqual([
    'Bonjour. J’ai reçu une lettre de votre bureau, et je ne comprends pas ce que je dois faire.',
    'Elle dit que je dois rembourser 120 $. Pourquoi donc ?',
    'Est-ce que je peux payer en deux fois ?',
    'Ah, je comprends maintenant. Merci de votre patience, au revoir.',
  ])
  expect(centre.visitors()).not.toContain('gagnon')
})

it('answers the bot first, which hands over what it has learned', async () => {
  await takeChats(1)
  centre.arrive('okafor')
  // Each turn of the bot goes over real sockets; the customer's reading and typing is the clock's.
  const offered = agent.next((element) => element.getChild('offer', workgroup) !== undefined)
  for (let turn = 0; turn < 12; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    clock.pass(6000)
  }
  const chat = (await offered).getChild('offer')?.getChild('chat')
  const handOver = JSON.parse(chat?.getChildText('hand-over') ?? '{}') as Record<string, unknown>
  expect(handOver).toMatchObject({
    bot: 'Assistant',
    language: 'en',
    facts: [{ name: 'file-number', value: 'PT-24-3120' }],
    consent: [{ given: true }],
  })
})

it('brings customers by themselves only while an agent takes chats, and never more than they take', async () => {
  clock.pass(600_000)
  expect(centre.visitors()).toEqual([])
  await takeChats(2)
  clock.pass(600_000)
  expect(centre.visitors()).toHaveLength(2)
})

it('takes the customers with it when the server is killed, and is there again afterwards', async () => {
  await takeChats(3)
  centre.arrive('gagnon')
  await acceptOffer()
  await centre.kill()
  expect(centre.visitors()).toEqual([])
  await centre.restart()
  agent = await RawClient.connect(centre.address.server, {})
  await agent.signIn({ domain, user: 'ada', password: 'tide-pool' })
  await agent.bind('desk')
  await new Promise((resolve) => setTimeout(resolve, 1500))
  await takeChats(3)
  centre.arrive('tremblay')
  await acceptOffer()
})

it('goes on without the queue, which knows its chats when it is there again', async () => {
  await takeChats(3)
  centre.arrive('gagnon')
  const room = await acceptOffer()
  await centre.stopQueue()
  clock.pass(6000)
  expect((await heard(room, 'Lucie', 'body')).getChildText('body')).toContain('Bonjour')
  await centre.startQueue()
  await takeChats(3)
  const mine = await agent.ask('get', queueDomain, xml('mine', { xmlns: 'urn:foyer:queue:1' }))
  const rooms = mine
    .getChild('mine')
    ?.getChildren('chat')
    .map(({ attrs }) => attrs['room'])
  expect(rooms).toEqual([room])
})
