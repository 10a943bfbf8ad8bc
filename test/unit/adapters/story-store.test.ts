import 'fake-indexeddb/auto'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { createDexieStores, wipeStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import type { DexieStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import { toJudgementRow } from '../../../renderer/adapters/dexie/judgement-row.ts'
import { deriveKeys } from '../../../renderer/adapters/dexie/sealing.ts'
import { asInteractionId } from '../../../renderer/domain/ids.ts'
import { done, ok } from '../../../renderer/domain/result.ts'
import type { StoryStore } from '../../../renderer/ports/story-store.ts'
import { makeInteraction, makeKey } from '../../make.ts'
import { must } from './stored-cases.ts'
import { call, onTable, storedJudgement, storedMood, storedUtterance } from './stored-stories.ts'

let disk = 11_000
let stores: DexieStores
let story: StoryStore

async function openWindow(): Promise<void> {
  stores = createDexieStores({ user: () => 'ada' })
  story = stores.story
  expect(await stores.records.open('practice', makeKey(disk))).toEqual(done)
}

async function restart(): Promise<void> {
  stores.records.close()
  await openWindow()
}

beforeEach(async () => {
  disk += 1
  await openWindow()
})
afterEach(async () => {
  stores.records.close()
  expect(await wipeStores('practice')).toEqual(done)
})

/** Names that others may choose, and that are something else to a program. */
const strange = ['__proto__', 'constructor', '', '\ud800', 'a/b', '\0'] as const

describe('what was said in a call', () => {
  it('is there after a restart to the letter, oldest first', async () => {
    const said = [
      storedUtterance({ id: 'u-2', at: 20, language: undefined, side: 'me' }),
      storedUtterance({ id: 'u-1', at: 10 }),
    ]
    expect(await story.saveUtterances(said)).toEqual(done)
    expect(await story.saveUtterances([storedUtterance({ id: 'u-3', at: 5 })])).toEqual(done)
    expect(await story.saveUtterances([storedUtterance({ id: 'u-1', interaction: call(2) })])).toEqual(done)
    await restart()
    expect(await story.utterances(call(1))).toStrictEqual(
      ok([storedUtterance({ id: 'u-3', at: 5 }), said[1], said[0]]),
    )
    expect(await story.utterances(call(3))).toEqual(ok([]))
  })

  it('stays as it was first, when it is told again', async () => {
    await story.saveUtterances([storedUtterance({ text: 'first' }), storedUtterance({ text: 'second' })])
    await story.saveUtterances([storedUtterance({ text: 'third' }), storedUtterance({ id: 'u-2', at: 1 })])
    expect((await must(story.utterances(call(1)))).map(({ id, text }) => [id, text])).toEqual([
      ['u-2', storedUtterance().text],
      ['u-1', 'first'],
    ])
  })

  it('has any name', async () => {
    const all = strange.map((id, at) =>
      storedUtterance({ id, at, interaction: asInteractionId('__proto__') }),
    )
    expect(await story.saveUtterances(all)).toEqual(done)
    expect(await story.utterances(asInteractionId('__proto__'))).toEqual(ok(all))
    expect(await story.utterances(asInteractionId('constructor'))).toEqual(ok([]))
  })

  it('is cut where nobody says more, and not within a character', async () => {
    const [letters, pairs] = ['a'.repeat(10_000_000), `a${'🙂'.repeat(5_000_000)}`]
    await story.saveUtterances([
      storedUtterance({ text: letters }),
      storedUtterance({ id: 'u-2', text: pairs }),
    ])
    const [first, second] = await must(story.utterances(call(1)))
    expect(first?.text).toBe('a'.repeat(10_000))
    expect(second?.text).toBe(`a${'🙂'.repeat(4_999)}`)
  })
})

describe('how a customer sounded', () => {
  it('is there after a restart, and as it was worked out last', async () => {
    const other = storedMood({ interaction: call(2), quotes: [] })
    expect(await story.saveMoods([storedMood({ version: 'old' }), other])).toEqual(done)
    expect(await story.saveMoods([storedMood()])).toEqual(done)
    await restart()
    const ids = [call(1), call(2), call(3)]
    const kept = await must(story.moods(ids))
    expect(kept).toEqual(
      new Map([
        [call(1), storedMood()],
        [call(2), other],
      ]),
    )
    expect(await story.moods([])).toEqual(ok(new Map()))
  })

  it('is found for interactions of any name', async () => {
    const all = strange.map((id) => storedMood({ interaction: asInteractionId(id) }))
    await story.saveMoods(all)
    const kept = await must(story.moods(all.map(({ interaction }) => interaction)))
    expect([...kept.values()]).toEqual(all)
  })

  it('is dropped where nobody may know it', async () => {
    await story.saveMoods([storedMood(), storedMood({ interaction: call(2) })])
    await story.saveJudgement(storedJudgement())
    expect(await story.dropMoods()).toEqual(done)
    expect(await story.moods([call(1), call(2)])).toEqual(ok(new Map()))
    expect(await story.judgements()).toEqual(ok([storedJudgement()]))
  })
})

describe('what agents said about readings', () => {
  it('is there after a restart, oldest first, the second in the place of the first', async () => {
    const [a, b] = [storedJudgement({ id: 'a', at: 2 }), storedJudgement({ id: 'b', at: 1, how: 'asked' })]
    for (const one of [a, b]) expect(await story.saveJudgement(one)).toEqual(done)
    await restart()
    expect(await story.judgements()).toStrictEqual(ok([b, a]))
    const again = storedJudgement({ id: 'b', at: 3, given: 'positive', evidence: [] })
    await story.saveJudgement(again)
    expect(await story.judgements()).toStrictEqual(ok([a, again]))
    expect(await story.dropJudgement('a')).toEqual(done)
    expect(await story.dropJudgement('nobody')).toEqual(done)
    expect(await story.judgements()).toStrictEqual(ok([again]))
  })

  it('has any name, and no more words than are needed', async () => {
    const all = strange.map((id, at) => storedJudgement({ id, said: id, at }))
    for (const one of all) await story.saveJudgement(one)
    expect(await story.judgements()).toEqual(ok(all))
    await story.saveJudgement(storedJudgement({ id: '__proto__', at: 99, text: 'x'.repeat(10_000_000) }))
    expect((await must(story.judgements())).at(-1)?.text).toBe('x'.repeat(2_000))
    await story.dropJudgement('__proto__')
    expect(await must(story.judgements())).toHaveLength(strange.length - 1)
  })

  it('is kept for the newest two thousand', async () => {
    const keys = await deriveKeys(makeKey(disk).bytes)
    const many = Array.from({ length: 2_000 }, (_one, at) => storedJudgement({ id: `j-${at}`, at }))
    const rows = await Promise.all(many.map((one) => toJudgementRow(keys, one)))
    await onTable(disk, 'judgements', (table) => table.bulkPut(rows))
    for (const at of [2_001, 2_000]) await story.saveJudgement(storedJudgement({ id: `j-${at}`, at }))
    const kept = await must(story.judgements())
    expect([kept.length, kept[0]?.at, kept.at(-1)?.at]).toEqual([2_000, 2, 2_001])
    expect(await onTable(disk, 'judgements', (table) => table.count())).toBe(2_000)
  })
})

describe('who spoke how long in a call', () => {
  it('is there after a restart, where it was heard', async () => {
    const speech = {
      ...{ me: 1, customer: 2, both: 3, silence: 4 },
      ...{ heldByMe: 5, heldByCustomer: 0 },
    }
    await stores.records.saveInteraction(makeInteraction({ speech }))
    await stores.records.saveInteraction(makeInteraction({ id: call(2) }))
    await restart()
    expect(await stores.records.interaction(call(1))).toStrictEqual(ok(makeInteraction({ speech })))
    expect(await stores.records.interaction(call(2))).toStrictEqual(ok(makeInteraction({ id: call(2) })))
  })
})
