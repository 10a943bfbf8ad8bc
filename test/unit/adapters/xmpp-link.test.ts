// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { asMessageId } from '../../../renderer/domain/ids.ts'
import { conversation, openDesk } from './xmpp-desk.ts'
import { archivedAs, customer, said, self, XmppWire } from './xmpp-wire.ts'

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

const one = asMessageId('m-1')
const text = (words: string) => ({ kind: 'text' as const, text: words })
const origin = (id: string): string => `<origin-id xmlns='urn:xmpp:sid:0' id='${id}'/>`
const sent = (part: string): readonly string[] => wire.heard.filter((frame) => frame.includes(part))

/** What a page can keep over its reload. */
function keepOf() {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

describe('a link that was cut', () => {
  it('goes on with the same session, and reads what the room has before anything is sent', async () => {
    await desk.enter()
    wire.cut()
    await desk.until('link-lost')
    expect(desk.chat.send(conversation, one, text('too early'))).toBe(false)
    wire.archive.push({ id: 'a-1', message: said(customer, 'c-1', 'meanwhile', origin('c-1')) })
    await desk.until('conversation-caught-up', 2)
    expect(wire.sessions).toBe(1)
    const order = desk.facts.map(({ kind }) => kind).filter((kind) => !kind.startsWith('link-'))
    expect(order.slice(-3)).toEqual(['messages-arrived', 'participants', 'conversation-caught-up'])
    expect(desk.told('link-back')).toHaveLength(1)
  })

  it('sends once more by itself what the server has not read, in the session that goes on', async () => {
    await desk.enter()
    wire.fallSilent()
    desk.chat.send(conversation, one, text('into nothing'))
    await new Promise((resolve) => setTimeout(resolve, 50))
    wire.cut()
    wire.fallSilent(false)
    await desk.until('conversation-caught-up', 2)
    expect(sent('<body>into nothing')).toHaveLength(1)
  })

  it('asks for stream management anew when it broke off before the server had agreed to it', async () => {
    wire.answer = (frame) => (frame.startsWith('<enable ') ? '' : undefined)
    await desk.enter()
    wire.answer = () => undefined
    wire.heard.length = 0
    wire.cut()
    await desk.until('conversation-caught-up', 2)
    const managed = wire.heard.flatMap((frame) => /^<(enable|resume|r) /u.exec(frame)?.[1] ?? [])
    expect(managed.slice(0, 2)).toEqual(['enable', 'r'])
  })

  it('sends nothing again by itself in a session that is new: the room says first what it has', async () => {
    await desk.enter()
    wire.resumes = false
    wire.fallSilent()
    desk.chat.send(conversation, one, text('into nothing'))
    await new Promise((resolve) => setTimeout(resolve, 50))
    wire.cut()
    wire.fallSilent(false)
    await desk.until('conversation-caught-up', 2)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(wire.sessions).toBe(2)
    expect(sent('<body>into nothing')).toEqual([])
    expect(desk.chat.send(conversation, one, text('into nothing'))).toBe(true)
  })

  it('tells nothing twice that came before the cut', async () => {
    await desk.enter()
    const word = said(customer, 'c-1', 'once', origin('c-1'))
    wire.archive.push({ id: 'a-1', message: word })
    wire.say(said(customer, 'c-1', 'once', origin('c-1') + archivedAs('a-1')))
    await desk.until('messages-arrived')
    wire.resumes = false
    wire.cut()
    await desk.until('conversation-caught-up', 2)
    expect(desk.texts()).toEqual(['once'])
  })

  it('is noticed within five seconds when it swallows everything', async () => {
    await desk.enter()
    wire.fallSilent()
    const before = Date.now()
    await desk.until('link-lost')
    expect(Date.now() - before).toBeLessThan(5_000)
  })

  it('is given up when the server takes the account no more', async () => {
    await desk.enter()
    wire.password = 'changed'
    wire.cut()
    await desk.until('signed-out-by-server')
    const tries = sent('<auth').length
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(sent('<auth')).toHaveLength(tries)
  })

  it('is given up to another desk under the same address', async () => {
    await desk.enter()
    const conflict = `<conflict xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>`
    wire.say(`<stream:error xmlns:stream='http://etherx.jabber.org/streams'>${conflict}</stream:error>`)
    await desk.until('signed-out-by-server')
    expect(wire.sessions).toBe(1)
  })
})

describe('a page that is loaded anew', () => {
  it('goes on with its session, and has kept nothing that was written', async () => {
    const keep = keepOf()
    const first = openDesk(wire, keep)
    await first.enter()
    wire.fallSilent()
    first.chat.send(conversation, one, text('secret'))
    first.abandon()
    expect([...keep.kept.values()].join()).not.toMatch(/secret|ada/u)
    expect(keep.kept.size).toBe(1)
    wire.fallSilent(false)
    const second = openDesk(wire, keep)
    await second.enter()
    expect(wire.sessions).toBe(1)
    expect(second.chat.send(conversation, one, text('secret'))).toBe(true)
    await second.chat.signOut()
    expect(keep.kept.size).toBe(0)
  })

  it('begins a fresh one where what was kept means nothing', async () => {
    const keep = keepOf()
    keep.setItem('foyer-chat-stream', '["id", -1, "many"]')
    const other = openDesk(wire, keep)
    await other.enter()
    expect(wire.sessions).toBe(1)
    other.abandon()
  })
})

describe('signing out', () => {
  it('says so to the queue, and ends the stream', async () => {
    await desk.enter()
    await desk.chat.signOut()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(sent('<signed-out')).toHaveLength(1)
    expect(wire.heard.at(-1)).toMatch(/^<close/u)
    wire.say(said(self, 'm', 'late', archivedAs('a-9')))
    expect(desk.told('messages-arrived')).toEqual([])
  })
})
