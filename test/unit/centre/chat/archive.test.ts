import { afterEach, beforeEach, expect, it } from 'vitest'
import { xml } from '../../../../electron/centre/practice/chat/xml.ts'
import type { Xml } from '../../../../electron/centre/practice/chat/xml.ts'
import { openChat, queue } from './open-chat.ts'
import type { OpenChat } from './open-chat.ts'
import { RawComponent } from './raw-component.ts'
import type { RawClient } from './raw-client.ts'
import { affiliate, configure, enter, muc, room, say } from './room-talk.ts'

const mam = 'urn:xmpp:mam:2'
const rsm = 'http://jabber.org/protocol/rsm'
const host = `passports@${queue}`

let chat: OpenChat
let owner: RawComponent
let ada: RawClient

beforeEach(async () => {
  chat = await openChat()
  owner = await RawComponent.connect(chat.server)
  ada = await chat.agent('ada')
  owner.stanza('presence', { from: host, to: `${room}/Service` }, xml('x', { xmlns: muc }))
  await owner.next(({ name }) => name === 'presence')
  await configure(owner, host)
  await affiliate(owner, host, { jid: ada.address, affiliation: 'admin' })
  await enter(ada, 'Ada')
  for (let number = 1; number <= 7; number += 1) {
    say(ada, `m${number}`, `text ${number}`)
    await ada.next((element) => element.getChild('body') !== undefined)
    chat.clock.pass(1000)
  }
  ada.stanza(
    'message',
    { type: 'groupchat', to: room },
    xml('composing', { xmlns: 'http://jabber.org/protocol/chatstates' }),
  )
  await ada.next((element) => element.getChild('composing') !== undefined)
  ada.inbox.length = 0
})

afterEach(async () => {
  owner.cut()
  await chat.close()
})

interface Page {
  readonly texts: readonly (string | null | undefined)[]
  readonly complete: boolean
  readonly count: string | null | undefined
  readonly first: string | undefined
  readonly last: string | undefined
  readonly error: string | undefined
}

async function page(
  asker: RawClient,
  bounds: Record<string, string>,
  fields: Record<string, string> = {},
): Promise<Page> {
  const set = xml(
    'set',
    { xmlns: rsm },
    ...Object.entries(bounds).map(([name, value]) => xml(name, {}, value)),
  )
  const all = { FORM_TYPE: mam, ...fields }
  const form = xml(
    'x',
    { xmlns: 'jabber:x:data', type: 'submit' },
    ...Object.entries(all).map(([name, value]) => xml('field', { var: name }, xml('value', {}, value))),
  )
  const fin = await asker.ask('set', room, xml('query', { xmlns: mam, queryid: 'q' }, form, set))
  const results = asker.inbox.splice(0).flatMap((element) => element.getChild('result', mam) ?? [])
  const told = fin.getChild('fin')?.getChild('set')
  return {
    texts: results.map((one) => one.getChild('forwarded')?.getChild('message')?.getChildText('body')),
    complete: fin.getChild('fin')?.attrs['complete'] === 'true',
    count: told?.getChildText('count'),
    first: told?.getChildText('first') ?? undefined,
    last: told?.getChildText('last') ?? undefined,
    error: conditionOf(fin),
  }
}

const conditionOf = (element: Xml): string | undefined =>
  element.getChild('error')?.getChildElements()[0]?.name
const texts = (...numbers: readonly number[]): readonly string[] => numbers.map((number) => `text ${number}`)

it('gives what was written page by page, forwards', async () => {
  const first = await page(ada, { max: '3' })
  const second = await page(ada, { max: '3', after: first.last ?? '' })
  const third = await page(ada, { max: '3', after: second.last ?? '' })
  expect([first, second, third].map(({ texts: said, complete, count }) => [said, complete, count])).toEqual([
    [texts(1, 2, 3), false, '7'],
    [texts(4, 5, 6), false, '7'],
    [texts(7), true, '7'],
  ])
})

it('gives the last page, and those before it', async () => {
  const last = await page(ada, { max: '4', before: '' })
  const earlier = await page(ada, { max: '4', before: last.first ?? '' })
  expect([last, earlier].map(({ texts: said, complete }) => [said, complete])).toEqual([
    [texts(4, 5, 6, 7), false],
    [texts(1, 2, 3), true],
  ])
})

it('asks again from a message that it does not have', async () => {
  const unknown = await page(ada, { max: '4', after: 'never-was' })
  const unclear = await page(ada, { max: 'many' })
  expect([unknown.error, unclear.error]).toEqual(['item-not-found', 'bad-request'])
})

it('has nothing after the newest', async () => {
  const all = await page(ada, { max: '100' })
  const rest = await page(ada, { max: '100', after: all.last ?? '' })
  expect([rest.texts, rest.complete]).toEqual([[], true])
})

it('narrows down by time', async () => {
  const start = new Date(chat.clock.wallTime() - 3000).toISOString()
  const end = new Date(chat.clock.wallTime() - 1500).toISOString()
  expect((await page(ada, { max: '50' }, { start, end })).texts).toEqual(texts(5, 6))
})

it('vouches for each message as it was said, with its time, its writer and its ids', async () => {
  await ada.ask(
    'set',
    room,
    xml('query', { xmlns: mam, queryid: 'q1' }, xml('set', { xmlns: rsm }, xml('max', {}, '1'))),
  )
  const result = ada.inbox.find((element) => element.getChild('result', mam))
  const forwarded = result?.getChild('result')?.getChild('forwarded')
  const message = forwarded?.getChild('message', 'jabber:client')
  expect({
    from: result?.attrs['from'],
    queryid: result?.getChild('result')?.attrs['queryid'],
    stamp: forwarded?.getChild('delay', 'urn:xmpp:delay')?.attrs['stamp'],
    writer: message?.attrs['from'],
    children: message?.getChildElements().map(({ name }) => name),
  }).toEqual({
    from: room,
    queryid: 'q1',
    stamp: new Date(chat.clock.wallTime() - 7000).toISOString(),
    writer: `${room}/Ada`,
    children: ['body', 'origin-id', 'occupant-id'],
  })
})

it('shows a stranger nothing', async () => {
  const stranger = await chat.guest()
  expect((await page(stranger, { max: '5' })).error).toBe('forbidden')
})

it('keeps what two agents write to each other', async () => {
  const ben = await chat.agent('ben')
  ben.stanza('message', { type: 'chat', to: ada.address, id: 'p1' }, xml('body', {}, 'between us'))
  const seen = await ada.next((element) => element.getChild('body') !== undefined)
  await ada.ask('set', undefined, xml('query', { xmlns: mam }))
  const kept = ada.inbox.flatMap((element) => element.getChild('result', mam)?.attrs['id'] ?? [])
  expect(kept).toEqual([seen.getChild('stanza-id')?.attrs['id']])
})
