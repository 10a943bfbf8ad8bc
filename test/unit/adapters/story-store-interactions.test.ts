import 'fake-indexeddb/auto'

import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { createDexieStores, wipeStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import type { DexieStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import { asContactId, asInteractionId } from '../../../renderer/domain/ids.ts'
import type { Interaction } from '../../../renderer/domain/interaction.ts'
import { done, ok } from '../../../renderer/domain/result.ts'
import type { Beside, StoryStore } from '../../../renderer/ports/story-store.ts'
import { makeContact, makeInteraction, makeKey } from '../../make.ts'
import { must } from './stored-cases.ts'
import { runId, storedRun } from './stored-guides.ts'
import {
  call,
  damaged,
  putRows,
  rowsOf,
  storedJudgement,
  storedMood,
  storedUtterance,
} from './stored-stories.ts'

let disk = 12_000
let stores: DexieStores
let story: StoryStore

beforeEach(async () => {
  disk += 1
  stores = createDexieStores({ user: () => 'ada' })
  story = stores.story
  expect(await stores.records.open('practice', makeKey(disk))).toEqual(done)
})
afterEach(async () => {
  stores.records.close()
  expect(await wipeStores('practice')).toEqual(done)
})

const [ada, bea, cleo] = [asContactId('ada'), asContactId('bea'), asContactId('cleo')]

const save = async (...all: readonly Partial<Interaction>[]): Promise<void> => {
  for (const one of all) await must(stores.records.saveInteraction(makeInteraction(one)))
}
const at = (offeredAt: number, contact = ada): Partial<Interaction> => ({
  ...{ id: asInteractionId(`${contact}-${offeredAt}`), contact, offeredAt },
  ...{ endedAt: offeredAt + 5, finishedAt: offeredAt + 6 },
})
const listed = async (beside: Beside) => {
  const { interactions, unreadable } = await must(story.interactionsBeside(beside))
  return { ids: interactions.map(({ id }) => id), unreadable }
}

describe('the interactions of several contacts', () => {
  const both = { contacts: [ada, bea], limit: 3 }

  it('are told in one order, from any moment to either side, which is not among them', async () => {
    await save(at(10), at(20, bea), at(30), at(40, cleo), at(50, bea), at(60), at(70))
    expect(await listed({ ...both, towards: 'older', of: 60 })).toEqual({
      ...{ ids: ['bea-50', 'ada-30', 'bea-20'], unreadable: 0 },
    })
    expect(await listed({ ...both, towards: 'newer', of: 20 })).toEqual({
      ...{ ids: ['ada-30', 'bea-50', 'ada-60'], unreadable: 0 },
    })
    expect((await listed({ ...both, towards: 'older', of: 20 })).ids).toEqual(['ada-10'])
    expect((await listed({ ...both, contacts: [cleo, cleo], towards: 'newer', of: 0 })).ids).toEqual([
      'cleo-40',
    ])
    expect((await listed({ ...both, contacts: [], towards: 'older', of: 99 })).ids).toEqual([])
    expect((await listed({ ...both, limit: 0, towards: 'older', of: 99 })).ids).toEqual([])
  })

  it('are all there however many happened in one millisecond', async () => {
    await save(at(10), at(10, bea), at(20), at(20, bea), { ...at(20), id: call(7) }, at(30))
    const first = await listed({ ...both, limit: 2, towards: 'older', of: 99 })
    expect([first.ids[0], ...first.ids.slice(1).sort()]).toEqual([
      'ada-30',
      'ada-20',
      'bea-20',
      'interaction-7',
    ])
    const rest = await listed({ ...both, limit: 2, towards: 'older', of: 20 })
    expect([...rest.ids].sort()).toEqual(['ada-10', 'bea-10'])
  })

  it('are given in the place of damaged ones and of those that lie, which are counted', async () => {
    await save(at(10), at(20, bea), at(30), at(40), at(50, cleo))
    const rows = await rowsOf(disk, 'interactions')
    const named = (id: string) => rows.find((row) => row['id'] === id)
    await putRows(disk, 'interactions', [
      { ...named('ada-40'), ...damaged },
      { ...named('cleo-50'), contact: named('ada-30')?.['contact'] },
    ])
    expect(await listed({ ...both, limit: 2, towards: 'older', of: 99 })).toEqual({
      ...{ ids: ['ada-30', 'bea-20'], unreadable: 1 },
    })
  })

  it('are each told once, whatever the windows', async () => {
    const times = fc.array(fc.tuple(fc.constantFrom(ada, bea, cleo), fc.nat(12)), { maxLength: 30 })
    const towards = fc.constantFrom('older' as const, 'newer' as const)
    await fc.assert(
      fc.asyncProperty(times, towards, fc.integer({ min: 1, max: 6 }), async (all, side, limit) => {
        await must(story.forgetInteractions(Array.from({ length: 30 }, (_one, index) => call(index))))
        await save(...all.map(([contact, time], index) => ({ ...at(time, contact), id: call(index) })))
        const told: Interaction[] = []
        for (let of = side === 'older' ? Infinity : -Infinity; ;) {
          const beside = { contacts: [ada, bea], towards: side, of, limit }
          const { interactions } = await must(story.interactionsBeside(beside))
          told.push(...interactions)
          if (interactions.length < limit) break
          of = interactions.at(-1)?.offeredAt ?? of
        }
        const wanted = all.flatMap(([contact], index) => (contact === cleo ? [] : [call(index)]))
        expect(told.map(({ id }) => id).sort()).toEqual([...wanted].sort())
        const order = told.map(({ offeredAt }) => (side === 'older' ? -offeredAt : offeredAt))
        expect(order).toEqual([...order].sort((a, b) => a - b))
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})

describe('old interactions', () => {
  const old = async (before: number, limit = 9) =>
    (await must(story.oldInteractions(before, limit))).map(({ id }) => id)

  it('are those that are finished and were over before, oldest first, as many as are asked for', async () => {
    await save(
      { ...at(10), finishedAt: undefined },
      { ...at(20), endedAt: undefined },
      { ...at(30), endedAt: 500 },
      ...[at(50, bea), at(40), { ...at(60), contact: undefined, id: call(6) }, at(95)],
    )
    expect(await old(100)).toEqual(['ada-20', 'ada-40', 'bea-50', 'interaction-6'])
    expect(await old(100, 2)).toEqual(['ada-20', 'ada-40'])
    expect(await old(45)).toEqual(['ada-20'])
    expect(await old(501)).toHaveLength(6)
  })

  it('are found behind hundreds that stay', async () => {
    for (let index = 0; index < 600; index += 1)
      await save({ ...at(index), id: call(index), finishedAt: undefined })
    await save(at(700))
    expect(await old(1_000)).toEqual(['ada-700'])
  }, 60_000)

  it('that cannot be read stay, and hide no other', async () => {
    await save(at(10), at(20))
    const [row] = (await rowsOf(disk, 'interactions')).filter(({ id }) => id === 'ada-10')
    await putRows(disk, 'interactions', [{ ...row, ...damaged }])
    expect(await old(100)).toEqual(['ada-20'])
  })

  it('of a contact on hold are not among them, nor of whoever was merged into one', async () => {
    const hold = { since: 1, reason: 'A claim before the tribunal' }
    await must(stores.records.saveContact(makeContact({ id: ada, numbers: [] })))
    await must(stores.records.saveContact(makeContact({ id: bea, numbers: [], hold })))
    await save(at(10), at(20, bea), at(30, cleo))
    expect((await must(story.heldContacts())).map(({ id }) => id)).toEqual([bea])
    expect(await old(100)).toEqual(['ada-10', 'cleo-30'])
    await must(story.mergeContacts(ada, bea))
    expect((await must(story.heldContacts())).map(({ id }) => id)).toEqual([ada])
    expect(await old(100)).toEqual(['cleo-30'])
    await must(story.splitContact(ada, bea))
    expect(await old(100)).toEqual(['ada-10', 'cleo-30'])
    await must(stores.records.saveContact(makeContact({ id: bea, numbers: [] })))
    expect(await story.heldContacts()).toEqual(ok([]))
    expect(await old(100)).toEqual(['ada-10', 'bea-20', 'cleo-30'])
  })

  it('of a contact on hold whose row is damaged stay too', async () => {
    await must(stores.records.saveContact(makeContact({ id: bea, hold: { since: 1, reason: 'x' } })))
    await save(at(10), at(20, bea))
    const rows = await rowsOf(disk, 'contacts')
    await putRows(
      disk,
      'contacts',
      rows.map((row) => ({ ...row, ...damaged })),
    )
    expect(await old(100)).toEqual(['ada-10'])
    expect(await story.forgetInteractions([asInteractionId('bea-20')])).toEqual(done)
    expect(await stores.records.interaction(asInteractionId('bea-20'))).toMatchObject(ok({ contact: bea }))
  })
})

describe('an interaction that is forgotten', () => {
  const fill = async (interaction: ReturnType<typeof call>, index: number): Promise<void> => {
    await save({ ...at(index), id: interaction })
    await story.saveUtterances([
      storedUtterance({ interaction }),
      storedUtterance({ interaction, id: 'u-2' }),
    ])
    await story.saveMoods([storedMood({ interaction })])
    await story.saveJudgement(storedJudgement({ id: `${interaction}/u-1`, interaction }))
    await stores.guides.saveRun(storedRun({ id: runId(index), interaction }))
  }
  const left = async () => ({
    interactions: (await must(stores.records.recentInteractions(9))).interactions.map(({ id }) => id),
    said: [(await must(story.utterances(call(1)))).length, (await must(story.utterances(call(2)))).length],
    moods: [...(await must(story.moods([call(1), call(2)]))).keys()],
    judgements: (await must(story.judgements())).map(({ interaction }) => interaction),
    runs: (await must(stores.guides.recentRuns(9))).map(({ interaction }) => interaction),
  })
  const whole = (...ids: readonly ReturnType<typeof call>[]) => ({
    ...{ interactions: ids, moods: ids, judgements: ids, runs: ids },
    said: [call(1), call(2)].map((id) => (ids.includes(id) ? 2 : 0)),
  })

  it('takes with it what was said, how it sounded, what was said about that, and its guides', async () => {
    for (const index of [1, 2]) await fill(call(index), index)
    expect(await story.forgetInteractions([call(1), call(9)])).toEqual(done)
    expect(await left()).toEqual(whole(call(2)))
    expect(await story.forgetInteractions([])).toEqual(done)
    expect(await left()).toEqual(whole(call(2)))
  })

  it('is not one of a contact on hold, whoever asks', async () => {
    await must(stores.records.saveContact(makeContact({ id: ada, hold: { since: 1, reason: 'x' } })))
    await fill(call(1), 1)
    expect(await story.forgetInteractions([call(1)])).toEqual(done)
    expect(await left()).toEqual(whole(call(1)))
  })
})
