import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { openChatDesk, room } from './chat-desk-under-test.ts'
import type { ChatDeskUnderTest } from './chat-desk-under-test.ts'

let disk = 60_000
let at: ChatDeskUnderTest

beforeEach(async () => {
  at = await openChatDesk((disk += 1))
  await at.accept()
})
afterEach(() => at.die())

/** Somebody writes as a program does. */
async function flood(from: number, to: number): Promise<void> {
  for (let nth = from; nth < to; nth += 1) at.server.customer(room, `line ${nth}`)
  await vi.waitFor(() => expect(at.lines().some((line) => line.includes(`line ${to - 1}`))).toBe(true), 5000)
}

const texts = (): readonly string[] => at.lines().map((line) => line.replace(/^\w+: /, ''))

it('a flood does not fill the screen, and everything of it is on the disk', async () => {
  await flood(0, 400)
  const shown = texts()
  expect(shown.length).toBeLessThanOrEqual(300)
  expect(shown.at(-1)).toBe('line 399')
  expect(at.chat()?.hasOlder).toBe(true)
  const stored = await at.store.messages(room, undefined, Infinity)
  expect(stored.ok && stored.value.map(({ place }) => place)).toEqual(
    Array.from({ length: 400 }, (_, nth) => nth),
  )
})

it('what the agent has looked back for stays while more comes', async () => {
  await flood(0, 400)
  const first = texts()[0]
  await at.desk.older(room)
  const oldest = texts()[0]
  expect(oldest).not.toBe(first)
  await flood(400, 420)
  expect(texts()[0]).toBe(oldest)
})

it('what waits to be sent is never among what leaves the screen', async () => {
  at.server.cut()
  await Promise.all(Array.from({ length: 310 }, (_, nth) => at.desk.send(room, `mine ${nth}`)))
  expect(texts()).toHaveLength(310)
  expect(at.chat()?.messages.every(({ delivery }) => delivery === 'waiting')).toBe(true)
})

it('the agent can look back as far as a message that was found', async () => {
  await flood(0, 400)
  await at.desk.older(room, 7)
  expect(at.chat()?.messages.some(({ place }) => place === 7)).toBe(true)
  const shown = texts().length
  await at.desk.older(room, 390)
  expect(texts()).toHaveLength(shown)
})

it('a chat that is not looked at keeps fewer on the screen, and all on the disk', async () => {
  at.stores.work.setState({ shown: undefined })
  for (let nth = 0; nth < 130; nth += 1) at.server.customer(room, `line ${nth}`)
  await vi.waitFor(() => {
    at.timing.pass(250)
    expect(texts().at(-1)).toBe('line 129')
  }, 5000)
  expect(texts().length).toBeLessThanOrEqual(120)
  expect(at.chat()?.hasOlder).toBe(true)
  const stored = await at.store.messages(room, undefined, Infinity)
  expect(stored.ok && stored.value.length).toBe(130)
})

it('the agent is called once to a chat that they do not look at, until they have looked', async () => {
  at.stores.work.setState({ shown: undefined })
  at.heard.length = 0
  for (const text of ['one', 'two', 'three']) at.server.customer(room, text)
  const unread = async (count: number): Promise<void> => {
    await vi.waitFor(() => {
      at.timing.pass(250)
      expect(at.chat()?.conversation.unread).toBe(count)
    })
  }
  await unread(3)
  expect(at.heard).toEqual(['chat-message'])
  at.desk.seen(room)
  await unread(0)
  at.server.customer(room, 'four')
  await unread(1)
  expect(at.heard).toEqual(['chat-message', 'calm', 'chat-message'])
})
