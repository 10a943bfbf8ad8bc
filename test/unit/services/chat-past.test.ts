import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { Conversation } from '../../../renderer/domain/conversation.ts'
import { asConversationId, asMessageId } from '../../../renderer/domain/ids.ts'
import type { Message } from '../../../renderer/domain/message.ts'
import { shiftStart } from '../../make.ts'
import { offer, openChatDesk, room } from './chat-desk-under-test.ts'
import type { ChatDeskUnderTest } from './chat-desk-under-test.ts'

let disk = 62_000
let at: ChatDeskUnderTest

beforeEach(async () => {
  at = await openChatDesk((disk += 1))
})
afterEach(() => at.die())

const endedAt = (time: number, id = room): Conversation => ({
  ...{
    id,
    queue: offer.queue,
    customer: offer.customer,
    handOver: undefined,
    reason: 'new',
    from: undefined,
  },
  ...{ askedAt: time, takenAt: time, lastAt: time, endedAt: time, end: 'agent-ended', readTo: undefined },
  ...{ unread: 0, unansweredSince: undefined, firstAnswerAt: undefined },
})

const line = (place: number): Message => ({
  ...{ id: asMessageId(`m-${place}`), conversation: room, from: { role: 'customer', name: 'Hélène' } },
  ...{ at: shiftStart + place, place, archived: `a-${place}`, delivery: undefined },
  body: { kind: 'text', text: `line ${place}` },
})

const places = (): readonly number[] => at.state.getState().reading?.messages.map(({ place }) => place) ?? []
const upTo = (end: number, from = 0) => Array.from({ length: end - from }, (_, nth) => from + nth)

describe('an earlier chat', () => {
  beforeEach(async () => {
    await at.store.commit({ conversations: [endedAt(shiftStart)], messages: upTo(700).map(line) })
  })

  it('is read from its newest messages back to its first', async () => {
    await at.desk.openPast(room)
    expect(places()).toEqual(upTo(700, 500))
    for (let looks = 1; looks <= 2; looks += 1) await at.desk.olderInPast()
    expect(places()).toEqual(upTo(700, 100))
    expect(at.state.getState().reading?.hasOlder).toBe(true)
    await at.desk.olderInPast()
    expect(places()).toEqual(upTo(700))
    expect(at.state.getState().reading?.hasOlder).toBe(false)
  })

  it('is read as far back as the message that was found in it', async () => {
    await at.desk.openPast(room, 350)
    expect(places()).toEqual(upTo(700, 300))
  })

  it('is not read further once another one is open', async () => {
    await at.desk.openPast(room)
    const further = at.desk.olderInPast()
    at.desk.closePast()
    await further
    expect(at.state.getState().reading).toBeUndefined()
  })
})

it('the list of earlier chats goes on to the first', async () => {
  const conversations = upTo(70).map((nth) => endedAt(shiftStart + nth, asConversationId(`chat-${nth}`)))
  await at.store.commit({ conversations })
  await at.desk.readPast()
  const listed = (): readonly string[] => at.state.getState().past.map(({ id }) => id)
  expect([listed().length, listed()[0], at.state.getState().hasMorePast]).toEqual([50, 'chat-69', true])
  await at.desk.readMorePast()
  expect(listed()).toEqual(upTo(70).map((nth) => `chat-${69 - nth}`))
  expect(at.state.getState().hasMorePast).toBe(false)
})
