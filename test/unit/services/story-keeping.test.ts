import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { wipeStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import { asCaseId, asContactId, asConversationId } from '../../../renderer/domain/ids.ts'
import type { Interaction } from '../../../renderer/domain/interaction.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { done, failed } from '../../../renderer/domain/result.ts'
import { createCaseKeeping } from '../../../renderer/services/cases/case-keeping.ts'
import { createProblems } from '../../../renderer/services/problems.ts'
import { sparedIn } from '../../../renderer/services/story/spared.ts'
import { createStoryKeeping } from '../../../renderer/services/story/story-keeping.ts'
import { createCaseStore } from '../../../renderer/state/case-store.ts'
import { createProblemStore } from '../../../renderer/state/problem-store.ts'
import { makeContact, shiftStart } from '../../make.ts'
import { createTimingStandIn } from '../../stand-ins/timing.ts'
import { fieldsOf, must, storedRecord } from '../adapters/stored-cases.ts'
import { storedChat } from '../adapters/stored-chats.ts'
import { amelie, call, openStories } from './story-under-test.ts'
import type { StoriesUnderTest } from './story-under-test.ts'

const day = 24
const held = makeContact({
  ...{ id: asContactId('held'), numbers: ['+15145550177'], addresses: ['Held@Example.org'] },
  hold: { since: 1, reason: 'Court file 12' },
})

let disk = 33_000
let at: StoriesUnderTest

beforeEach(async () => {
  disk += 1
  at = await openStories(disk)
  await at.keep.contact(amelie)
  await at.keep.contact(held)
})
afterEach(async () => {
  at.close()
  await must(wipeStores('practice'))
})

const forget = (keepDays: number) =>
  createStoryKeeping({ ...at.stored, now: () => shiftStart }).forget(keepDays)

/** Which of these are there still. */
async function left(...interactions: readonly Interaction[]): Promise<readonly string[]> {
  const read = await Promise.all(interactions.map(({ id }) => must(at.stored.records.interaction(id))))
  return read.flatMap((one) => one?.id ?? [])
}

describe('once a shift', () => {
  it('what is older than it may be is forgotten, and nothing that is not finished, promised or held', async () => {
    const promised = {
      id: 'p',
      kind: 'promise',
      what: 'A letter',
      dueAt: 1,
      number: undefined,
      keptAt: undefined,
    }
    const told = [{ ...promised, kind: 'promise' as const }]
    const open = storedRecord({ id: asCaseId('case-1'), number: '1' }, { told, promises: told })
    await at.keep.case({ record: open })
    await at.keep.case({ record: storedRecord({ id: asCaseId('case-2'), number: '2' }) })
    const gone = [call(31 * day), call(400 * day, { case: asCaseId('case-2') })]
    const stays = [
      call(29 * day),
      call(40 * day, { finishedAt: undefined }),
      call(50 * day, { case: asCaseId('case-1') }),
      call(60 * day, { contact: held.id }),
    ]
    await at.keep.interactions(...gone, ...stays)
    expect(await forget(30)).toEqual(done)
    expect(await left(...gone, ...stays)).toEqual(stays.map(({ id }) => id))
  })

  it('hundreds are forgotten, also behind hundreds that stay', async () => {
    const told = [
      { id: 'p', kind: 'promise', what: 'A letter', dueAt: 1, number: undefined, keptAt: undefined } as const,
    ]
    await at.keep.case({
      record: storedRecord({ id: asCaseId('case-1'), number: '1' }, { told, promises: told }),
    })
    const older = Array.from({ length: 150 }, (_, nth) => call(3000 + nth, { case: asCaseId('case-1') }))
    const old = Array.from({ length: 250 }, (_, nth) => call(2000 + nth))
    await at.keep.interactions(...older, ...old)
    expect(await forget(30)).toEqual(done)
    expect(await left(...older, ...old)).toEqual(older.map(({ id }) => id))
  })

  it('a disk that does not take it is no endless loop, and is told', async () => {
    await at.keep.interactions(call(31 * day))
    const story = {
      ...at.stored.story,
      forgetInteractions: () => Promise.resolve(failed(problem('not-saved', false))),
    }
    const keeping = createStoryKeeping({ ...at.stored, story, now: () => shiftStart })
    expect(await keeping.forget(30)).toEqual(failed(problem('not-saved', false)))
    const deaf = { ...at.stored.story, forgetInteractions: () => Promise.resolve(done) }
    expect(await createStoryKeeping({ ...at.stored, story: deaf, now: () => shiftStart }).forget(30)).toEqual(
      done,
    )
  })
})

describe('somebody on legal hold', () => {
  const room = asConversationId('room-held')

  it('keeps their chats, and others theirs as long as they may', async () => {
    await at.keep.interactions(call(100, { contact: held.id, channel: 'chat', conversation: room }))
    const ended = { endedAt: 5, lastAt: 5 }
    const conversations = [
      storedChat({ ...ended, id: room }),
      storedChat({ ...ended, id: asConversationId('room-2') }),
    ]
    await must(at.stored.chats.commit({ conversations }))
    const spared = await sparedIn(at.stored.story)
    expect(spared?.conversations).toEqual(new Set([room]))
    await must(at.stored.chats.forgetBefore(10, spared?.conversations))
    const kept = await must(at.stored.chats.conversations(undefined, 9))
    expect(kept.map(({ id }) => id)).toEqual([room])
  })

  it('keeps their cases: those that they asked for, and those that their calls were about', async () => {
    const closed = (nth: number, requestor: string) =>
      storedRecord(
        {
          ...{ id: asCaseId(`case-${nth}`), number: String(nth), createdAt: 1, updatedAt: 2 },
          fields: fieldsOf({ status: ['resolved'], requestors: [requestor] }),
        },
        { active: false },
      )
    await at.keep.case({ record: closed(1, 'held@example.org') })
    await at.keep.case({ record: closed(2, 'somebody@example.org') })
    await at.keep.case({ record: closed(3, 'somebody@example.org') })
    await at.keep.interactions(call(100, { contact: held.id, case: asCaseId('case-2') }))
    const keeping = createCaseKeeping({
      ...{ store: at.stored.cases, state: createCaseStore(), timing: createTimingStandIn(shiftStart) },
      problems: createProblems(createProblemStore(), { report: () => undefined }),
      room: { persist: () => Promise.resolve(true), estimate: () => Promise.resolve(undefined) },
      ...{ keepDays: () => 30, spared: () => sparedIn(at.stored.story) },
    })
    await keeping.tidy()
    const kept = await must(at.stored.cases.scan(undefined, 9))
    expect(kept.records.map(({ id }) => id).sort()).toEqual(['case-1', 'case-2'])
  })

  it('cannot be told apart on a disk that does not answer: nothing of anybody is forgotten', async () => {
    const story = {
      ...at.stored.story,
      heldContacts: () => Promise.resolve(failed(problem('rows-unreadable'))),
    }
    expect(await sparedIn(story)).toBeUndefined()
  })
})
