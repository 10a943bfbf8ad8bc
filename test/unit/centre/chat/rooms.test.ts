import { afterEach, beforeEach, expect, it } from 'vitest'
import { xml } from '../../../../electron/centre/practice/chat/xml.ts'
import type { Xml } from '../../../../electron/centre/practice/chat/xml.ts'
import { openChat, queue } from './open-chat.ts'
import type { OpenChat } from './open-chat.ts'
import { RawComponent } from './raw-component.ts'
import type { RawClient } from './raw-client.ts'
import { affiliate, bodies, configure, enter, muc, room, say } from './room-talk.ts'

const host = `passports@${queue}`

let chat: OpenChat
let owner: RawComponent
let ada: RawClient
let guest: RawClient

/** A room as the queue makes it: Ada its administrator, a guest its member, nobody else. */
beforeEach(async () => {
  chat = await openChat()
  owner = await RawComponent.connect(chat.server)
  ada = await chat.agent('ada')
  guest = await chat.guest()
  owner.stanza('presence', { from: host, to: `${room}/Service` }, xml('x', { xmlns: muc }))
  await owner.next(({ name }) => name === 'presence')
  await configure(owner, host)
  await affiliate(owner, host, { jid: ada.address, affiliation: 'admin' })
  await affiliate(owner, host, { jid: guest.address, affiliation: 'member' })
})

afterEach(async () => {
  owner.cut()
  await chat.close()
})

const conditionOf = (element: Xml): string | undefined =>
  element.getChild('error')?.getChildElements()[0]?.name
const codesOf = (element: Xml): readonly (string | undefined)[] =>
  element
    .getChild('x')
    ?.getChildren('status')
    .map(({ attrs }) => attrs['code']) ?? []

it('lets in whoever is a member, and nobody else', async () => {
  const stranger = await chat.guest()
  const [refused, welcome] = [await enter(stranger, 'Eve'), await enter(guest, 'Margaret')]
  expect([conditionOf(refused), codesOf(welcome)]).toEqual(['registration-required', ['110']])
})

it('gives a nick to one account only, which may have it in two windows', async () => {
  await enter(guest, 'Margaret')
  const other = await chat.agent('ada', 'second window')
  const refused = await enter(ada, 'Margaret')
  await enter(ada, 'Ada')
  const shared = await enter(other, 'Ada')
  expect([conditionOf(refused), codesOf(shared)]).toEqual(['conflict', ['110']])
})

it('shows real addresses to moderators alone, and to everybody an id that nobody can choose', async () => {
  await enter(ada, 'Ada')
  await enter(guest, 'Margaret')
  const seenByAda = await ada.next(({ attrs }) => attrs['from'] === `${room}/Margaret`)
  const [seenByGuest] = guest.inbox.filter(({ attrs }) => attrs['from'] === `${room}/Ada`)
  const jidIn = (element: Xml | undefined) => element?.getChild('x')?.getChild('item')?.attrs['jid']
  expect([jidIn(seenByAda), jidIn(seenByGuest)]).toEqual([guest.address, undefined])
  const idIn = (element: Xml | undefined) => element?.getChild('occupant-id')?.attrs['id'] ?? ''
  expect(idIn(seenByAda)).toMatch(/^[A-Za-z0-9+/]{43}=$/)
  expect(idIn(seenByAda)).not.toBe(idIn(seenByGuest))
})

it('reflects a message with its writer’s own id, the archive’s id, and nothing that was forged', async () => {
  await enter(ada, 'Ada')
  await enter(guest, 'Margaret')
  guest.stanza(
    'message',
    { type: 'groupchat', to: room, id: 'm1' },
    xml('body', {}, 'Hello <there> & "you" 🙂'),
    xml('origin-id', { xmlns: 'urn:xmpp:sid:0', id: 'm1' }),
    xml('stanza-id', { xmlns: 'urn:xmpp:sid:0', by: room, id: 'forged' }),
    xml('occupant-id', { xmlns: 'urn:xmpp:occupant-id:0', id: 'forged' }),
    xml('delay', { xmlns: 'urn:xmpp:delay', from: room, stamp: '2030-01-01T00:00:00Z' }),
  )
  const seen = await ada.next((element) => element.getChild('body') !== undefined)
  const ids = seen
    .getChildElements()
    .flatMap(({ name, attrs }) => (attrs['id'] === undefined ? [] : [[name, attrs['id']]]))
  expect([seen.attrs['from'], seen.attrs['id'], seen.getChildText('body')]).toEqual([
    `${room}/Margaret`,
    'm1',
    'Hello <there> & "you" 🙂',
  ])
  expect(ids.map(([name]) => name)).toEqual(['origin-id', 'occupant-id', 'stanza-id'])
  expect(ids.map(([, id]) => id)).not.toContain('forged')
  expect(seen.getChild('delay')).toBeUndefined()
})

it('refuses what somebody says who is not in the room, or is only its visitor', async () => {
  ada.stanza('message', { type: 'groupchat', to: room, id: 'x' }, xml('body', {}, 'Anybody there?'))
  const outside = await ada.next(({ name }) => name === 'message')
  expect(conditionOf(outside)).toBe('not-acceptable')
})

it('puts out whoever is a member no more, and tells the others why', async () => {
  await enter(ada, 'Ada')
  await enter(guest, 'Margaret')
  await affiliate(owner, host, { jid: guest.address, affiliation: 'none' })
  const own = await guest.next(({ attrs }) => attrs['type'] === 'unavailable')
  const others = await ada.next(({ attrs }) => attrs['type'] === 'unavailable')
  expect([codesOf(own), codesOf(others)]).toEqual([['321', '110'], ['321']])
})

it('lets an administrator decide about members, not about administrators and owners', async () => {
  const asAda = (item: Record<string, string>) =>
    ada.ask('set', room, xml('query', { xmlns: `${muc}#admin` }, xml('item', item)))
  const [member, admin, owned] = [
    await asAda({ jid: 'ben@desk.test', affiliation: 'member' }),
    await asAda({ jid: 'ben@desk.test', affiliation: 'admin' }),
    await asAda({ jid: host, affiliation: 'none' }),
  ]
  expect([member.attrs['type'], conditionOf(admin), conditionOf(owned)]).toEqual([
    'result',
    'not-allowed',
    'not-allowed',
  ])
})

it('tells everybody when somebody’s connection is given up, and when the room is destroyed', async () => {
  await enter(ada, 'Ada')
  await enter(guest, 'Margaret')
  guest.cut()
  await chat.rest()
  await chat.answered()
  chat.clock.pass(121_000)
  const left = await ada.next(({ attrs }) => attrs['type'] === 'unavailable')
  chat.server.destroyRoom(room)
  const destroyed = await ada.next((element) => element.getChild('x')?.getChild('destroy') !== undefined)
  expect([left.attrs['from'], codesOf(destroyed)]).toEqual([`${room}/Margaret`, ['110']])
})

it('goes on without the component that owns it, and shows it as gone', async () => {
  await enter(ada, 'Ada')
  chat.server.dropComponents()
  await chat.rest()
  say(ada, 'm2', 'Still here')
  const echo = await ada.next((element) => element.getChild('body') !== undefined)
  const gone = await ada.next(({ attrs }) => attrs['type'] === 'unavailable')
  expect([echo.attrs['id'], gone.attrs['from'], chat.log]).toEqual(['m2', `${room}/Service`, []])
})

it('keeps its members, its form and what was written when the server is killed', async () => {
  await enter(ada, 'Ada')
  say(ada, 'm3', 'Before')
  await ada.next((element) => element.getChild('body') !== undefined)
  await chat.server.kill()
  await chat.server.open()
  const again = await chat.agent('ada')
  const stranger = await chat.guest()
  const refused = await enter(stranger, 'Eve')
  await enter(again, 'Ada', { maxstanzas: '10' })
  await again.settled()
  expect([conditionOf(refused), bodies(again)]).toEqual(['registration-required', ['Before']])
})
