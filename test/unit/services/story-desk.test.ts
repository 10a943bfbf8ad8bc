import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { wipeStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import { asCaseId, asConversationId, asInteractionId, asMessageId } from '../../../renderer/domain/ids.ts'
import type { Interaction } from '../../../renderer/domain/interaction.ts'
import type { Message } from '../../../renderer/domain/message.ts'
import { usualStory } from '../../../renderer/domain/setup.ts'
import { noFilter } from '../../../renderer/domain/story/story-filter.ts'
import { mostLines } from '../../../renderer/domain/story/story-window.ts'
import { makeInteraction, shiftStart } from '../../make.ts'
import { fieldsOf, must, storedEvent, storedRecord } from '../adapters/stored-cases.ts'
import { storedChat, storedMessage } from '../adapters/stored-chats.ts'
import { soon } from './story.ts'
import { amelie, call, calls, hour, keysOf, openStories } from './story-under-test.ts'
import type { StoriesUnderTest } from './story-under-test.ts'

let disk = 31_000
let at: StoriesUnderTest

beforeEach(async () => {
  disk += 1
  at = await openStories(disk)
  await at.keep.contact(amelie)
})
afterEach(async () => {
  at.close()
  await must(wipeStores('practice'))
})

const from = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, nth) => first + nth)

/** The page on which the agent works with Amélie. */
const takeUp = (interaction: Interaction): void =>
  at.stores.work.setState({
    pages: [{ interaction, call: undefined, contact: amelie, past: [], saved: 'saved' }],
    shown: interaction.id,
    recent: [interaction],
  })

describe('the story beside the work', () => {
  it('is that of whoever is in hand, with what to know at once, and goes with them', async () => {
    const record = storedRecord({
      ...{
        id: asCaseId('case-9'),
        number: '9',
        createdAt: shiftStart - 9 * hour,
        updatedAt: shiftStart - 2 * hour,
      },
      fields: fieldsOf({ subject: ['No payment in March'], requestors: ['amelie@example.org'] }),
    })
    const letter = storedEvent({ id: '3', kind: 'message', at: shiftStart - 2 * hour, text: 'Where is it?' })
    const promises = [
      {
        id: 'p',
        kind: 'promise',
        what: 'A letter',
        dueAt: shiftStart + hour,
        number: undefined,
        keptAt: undefined,
      },
    ] as const
    await at.keep.case({ record: { ...record, promises, told: promises }, events: [letter] })
    const now = call(0, { endedAt: undefined, finishedAt: undefined, disposition: undefined })
    await at.keep.interactions(now, call(1), call(3), call(24 * 40))
    at.stories.begin(usualStory)
    takeUp(now)
    await soon(() => expect(at.inHand()?.head).toBeDefined())
    const story = at.inHand()
    expect(keysOf(story)).toEqual([...calls(0, 1), 'event/case-9/00000000000000000003', ...calls(3, 960)])
    expect(story?.head).toEqual({
      openCases: [{ id: 'case-9', number: '9', subject: 'No payment in March' }],
      last: call(1),
      promises: [{ ...promises[0], case: 'case-9' }],
      contactsIn30Days: 3,
      ...{ language: 'fr', needs: ['large-print'], trend: undefined, identity: undefined },
    })
    expect([story?.hasOlder, story?.hasNewer, story?.loading]).toEqual([false, false, undefined])
    at.stores.work.setState({ pages: [], shown: undefined })
    expect(at.inHand()).toBeUndefined()
  })

  it('tells of an interaction that is finished, above what is being read, and lets nothing jump', async () => {
    const now = call(0, { endedAt: undefined, finishedAt: undefined })
    await at.keep.interactions(now, call(1))
    at.stories.begin(usualStory)
    takeUp(now)
    await soon(() => expect(at.inHand()?.head).toBeDefined())
    const finished = { ...now, endedAt: shiftStart + 1000, finishedAt: shiftStart + 2000 }
    await at.keep.interactions(finished, call(-1))
    at.stores.work.setState({ recent: [finished] })
    at.timing.pass(1000)
    await soon(() => expect(keysOf(at.inHand())).toEqual(calls(-1, 0, 1)))
    expect(at.inHand()?.items[1]).toMatchObject({ interaction: finished })
  })

  it('has none for somebody whom nobody knows', async () => {
    at.stories.begin(usualStory)
    const interaction = call(0, { contact: undefined })
    at.stores.work.setState({
      pages: [{ interaction, call: undefined, contact: undefined, past: [], saved: 'saved' }],
      shown: interaction.id,
    })
    await Promise.resolve()
    expect(at.inHand()).toBeUndefined()
  })
})

describe('a long story', () => {
  beforeEach(async () => {
    await at.keep.interactions(...from(0, 499).map((nth) => call(nth)))
    at.stories.look()
    await at.desk.open(amelie.id)
  })

  it('is shown in a window that lets go of the far end and reads it again', async () => {
    for (let more = 0; more < 8; more += 1) await at.desk.more('lookedUp', 'older')
    expect(keysOf(at.lookedUp())).toEqual(calls(...from(500 - mostLines, 499)))
    expect([at.lookedUp()?.hasOlder, at.lookedUp()?.hasNewer]).toEqual([false, true])
    for (let more = 0; more < 3; more += 1) await at.desk.more('lookedUp', 'newer')
    expect(keysOf(at.lookedUp())).toEqual(calls(...from(0, mostLines - 1)))
    expect([at.lookedUp()?.hasOlder, at.lookedUp()?.hasNewer]).toEqual([true, false])
  })

  it('is read around a day that was jumped to, and from its newest lines again', async () => {
    const day = new Date(shiftStart - 240 * hour).setHours(0, 0, 0, 0)
    const end = new Date(day).setDate(new Date(day).getDate() + 1)
    const first = Math.ceil((shiftStart - end) / hour)
    const nextLine = (shiftStart - end) / hour === first ? first + 1 : first
    await at.desk.jumpTo('lookedUp', day)
    expect(keysOf(at.lookedUp())).toEqual(calls(...from(nextLine - 20, nextLine + 59)))
    expect([at.lookedUp()?.hasOlder, at.lookedUp()?.hasNewer]).toEqual([true, true])
    await at.desk.toNewest('lookedUp')
    expect(keysOf(at.lookedUp())).toEqual(calls(...from(0, 59)))
  })

  it('is looked through for words, with the share that was looked at, and to be stopped', async () => {
    const shares: number[] = []
    at.state.subscribe(({ lookedUp }) => {
      if (lookedUp?.search) shares.push(lookedUp.search.share)
    })
    await at.desk.filter('lookedUp', { ...noFilter, text: 'number 47' })
    expect(keysOf(at.lookedUp())).toEqual(calls(47, ...from(470, 479)))
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect([shares[0], shares.at(-1), at.lookedUp()?.search]).toEqual([0, 1, undefined])
    const looking = at.desk.filter('lookedUp', { ...noFilter, text: 'number 499' })
    at.desk.stop('lookedUp')
    await looking
    expect([keysOf(at.lookedUp()), at.lookedUp()?.search]).toEqual([[], undefined])
  })
})

describe('what was said', () => {
  const room = asConversationId('room-1')
  const said = (nth: number, minute: number, text: string, role: 'customer' | 'me' = 'customer'): Message =>
    storedMessage({
      ...{ id: asMessageId(`m${nth}`), conversation: room, place: nth, at: shiftStart + minute * 60_000 },
      ...{ from: { role, name: role === 'me' ? 'Ada' : 'Amélie' }, body: { kind: 'text', text } },
    })
  const chat = (nth: number, from: number, to: number): Interaction =>
    makeInteraction({
      ...{ id: asInteractionId(`chat-${nth}`), channel: 'chat', conversation: room, offeredAt: shiftStart },
      answeredAt: shiftStart + from * 60_000,
      ...{ endedAt: shiftStart + to * 60_000, finishedAt: shiftStart + to * 60_000, note: '' },
    })

  it('belongs to the interaction in whose time it was said, where a chat was handed over and came back', async () => {
    await must(
      at.stored.chats.commit({
        conversations: [storedChat({ id: room })],
        messages: [said(1, 1, 'Hello'), said(2, 5, 'Never again'), said(3, 30, 'It is me once more')],
      }),
    )
    await at.keep.interactions(chat(1, 0, 10), chat(2, 28, 40))
    at.stories.look()
    await at.desk.open(amelie.id)
    await at.desk.unfold('lookedUp', asInteractionId('chat-1'))
    await at.desk.unfold('lookedUp', asInteractionId('chat-2'))
    const ids = (id: string) =>
      at
        .lookedUp()
        ?.said.get(asInteractionId(id))
        ?.map((one) => one.id)
    expect([ids('chat-1'), ids('chat-2')]).toEqual([['m1', 'm2'], ['m3']])
    at.desk.fold('lookedUp', asInteractionId('chat-1'))
    expect(ids('chat-1')).toBeUndefined()
    await at.desk.filter('lookedUp', { ...noFilter, text: 'NEVER agaïn' })
    expect(keysOf(at.lookedUp())).toEqual(['interaction/chat-1'])
  })
})
