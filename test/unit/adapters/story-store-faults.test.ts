import 'fake-indexeddb/auto'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { createDexieStores, wipeStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import type { DexieStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import { asContactId, asInteractionId } from '../../../renderer/domain/ids.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { done, failed, ok } from '../../../renderer/domain/result.ts'
import type { StoryStore } from '../../../renderer/ports/story-store.ts'
import { makeContact, makeInteraction, makeKey } from '../../make.ts'
import { must } from './stored-cases.ts'
import {
  asText,
  call,
  damaged,
  putRows,
  rowsOf,
  storedJudgement,
  storedMood,
  storedUtterance,
} from './stored-stories.ts'
import type { Row } from './stored-stories.ts'

let disk = 14_000
let stores: DexieStores
let story: StoryStore

beforeEach(async () => {
  disk += 1
  stores = createDexieStores({ user: () => 'ada' })
  story = stores.story
  expect(await stores.records.open('practice', makeKey(disk))).toEqual(done)
})
afterEach(async () => {
  vi.restoreAllMocks()
  stores.records.close()
  await wipeStores('practice')
})

const tables = ['utterances', 'moods', 'judgements'] as const
const rows = async (): Promise<Row[]> =>
  (await Promise.all([...tables, 'contacts', 'interactions'].map((table) => rowsOf(disk, table)))).flat()
const notSaved = failed(problem('not-saved', false))

async function fill(): Promise<void> {
  await must(story.saveUtterances([storedUtterance(), storedUtterance({ id: 'u-2', at: 1 })]))
  await must(story.saveMoods([storedMood(), storedMood({ interaction: call(2) })]))
  await must(story.saveJudgement(storedJudgement()))
  await must(story.saveJudgement(storedJudgement({ id: 'interaction-1/u-2', at: 1 })))
}

describe('on the disk', () => {
  it('lies no word of a customer in clear, nor what they need, nor who they are', async () => {
    const interaction = asInteractionId('planted-interaction')
    await story.saveUtterances([storedUtterance({ interaction, id: 'planted-1', text: 'planted-2' })])
    const quotes = [{ said: 'planted-3', text: 'planted-4', mood: 'negative' }] as const
    await story.saveMoods([storedMood({ interaction, version: 'planted-5', quotes })])
    await story.saveJudgement(
      storedJudgement({ id: 'planted-6', interaction, said: 'planted-7', text: 'planted-8' }),
    )
    const person = { name: 'planted-9', addresses: ['planted@example.org'], needs: ['interpreter'] } as const
    const hold = { since: 1, reason: 'planted-10' }
    await must(stores.records.saveContact(makeContact({ ...person, id: asContactId('contact-1'), hold })))
    await must(stores.records.saveContact(makeContact({ ...person, id: asContactId('contact-2') })))
    await must(story.mergeContacts(asContactId('contact-1'), asContactId('contact-2')))
    const speech = { me: 123_451, customer: 2, both: 3, silence: 4, heldByMe: 5, heldByCustomer: 6 }
    await must(stores.records.saveInteraction(makeInteraction({ speech })))
    const planted = { table: 'clear', note: 'planted-0' }
    expect(asText([...(await rows()), planted])).toContain('planted-0') // the scanner sees what is there
    const text = asText(await rows())
    for (const id of ['contact-1', 'contact-2', 'interaction-1']) expect(text).toContain(id)
    const secrets = ['planted', 'Plus jamais', 'negative', 'customer', 'interpreter', '5145550123', 'shouted']
    for (const word of [...secrets, 'merged', 'into', 'reason', '123451']) expect(text).not.toContain(word)
  })

  it('does not tell which interaction of another table anything is about', async () => {
    await stores.records.saveInteraction(makeInteraction())
    await fill()
    const [interaction] = await rowsOf(disk, 'interactions')
    const [said] = await rowsOf(disk, 'utterances')
    const [judgement] = await rowsOf(disk, 'judgements')
    const moods = (await rowsOf(disk, 'moods')).map((row) => row['interaction'])
    const names = [
      interaction?.['id'],
      interaction?.['contact'],
      said?.['interaction'],
      judgement?.['interaction'],
    ]
    expect(new Set([...names, ...moods]).size).toBe(6)
    expect(Object.keys(said ?? {}).sort()).toEqual(['id', 'interaction', 'sealed'])
  })
})

describe('what is called saved', () => {
  it('was forced to the disk, in one transaction each', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction') // before it opens: Dexie binds it then
    await stores.records.open('practice', makeKey(disk))
    await story.saveUtterances([storedUtterance(), storedUtterance({ id: 'u-2' })])
    await story.saveMoods([storedMood()])
    await story.saveJudgement(storedJudgement())
    await story.forgetInteractions([call(1)])
    const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite')
    expect(writes).toHaveLength(4)
    for (const [, , options] of writes) expect(options).toEqual({ durability: 'strict' })
  })

  it('is not said on a full disk, and what was there stays', async () => {
    await fill()
    const before = await rows()
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError')
    })
    expect(await story.saveUtterances([storedUtterance({ id: 'u-3' })])).toEqual(notSaved)
    expect(await story.saveMoods([storedMood({ version: 'new' })])).toEqual(notSaved)
    expect(await story.saveJudgement(storedJudgement({ given: 'positive' }))).toEqual(notSaved)
    vi.restoreAllMocks()
    expect(await rows()).toEqual(before)
  })

  it('is not said while the store is closed', async () => {
    stores.records.close()
    const [one, two] = [asContactId('1'), asContactId('2')]
    const writes = [
      ...[story.saveUtterances([storedUtterance()]), story.saveMoods([storedMood()]), story.dropMoods()],
      ...[story.saveJudgement(storedJudgement()), story.dropJudgement('1'), story.forgetInteractions([])],
      ...[story.mergeContacts(one, two), story.splitContact(one, two)],
    ]
    for (const write of writes) expect(await write).toEqual(notSaved)
    const reads = [
      ...[story.utterances(call(1)), story.moods([]), story.judgements(), story.contactNow(one)],
      ...[story.findContacts('a', 1), story.heldContacts(), story.oldInteractions(1, 1)],
      story.interactionsBeside({ contacts: [one], towards: 'older', of: 1, limit: 1 }),
    ]
    for (const read of reads) expect(await read).toEqual(failed(problem('store-unopened')))
  })
})

describe('what is forgotten', () => {
  it('is gone as a whole, or is there as a whole', async () => {
    await fill()
    await must(stores.records.saveInteraction(makeInteraction()))
    const before = await rows()
    const remove = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'delete')
      ?.value as IDBObjectStore['delete']
    vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (this: IDBObjectStore, key) {
      if (this.name === 'judgements') throw new DOMException('broken', 'UnknownError')
      return remove.call(this, key)
    })
    expect(await story.forgetInteractions([call(1)])).toEqual(notSaved)
    vi.restoreAllMocks()
    expect(await rows()).toEqual(before)
    expect(await story.forgetInteractions([call(1)])).toEqual(done)
    const left = await rows()
    expect(left).toEqual(before.filter((row) => left.some((one) => asText([one]) === asText([row]))))
    expect(left).toHaveLength(1) // the mood of the other call
  })
})

describe('rows that were damaged', () => {
  it('hide no other', async () => {
    await fill()
    for (const table of tables) {
      const [first] = await rowsOf(disk, table)
      await putRows(disk, table, [{ ...first, ...damaged }])
    }
    expect(await must(story.utterances(call(1)))).toHaveLength(1)
    expect((await must(story.moods([call(1), call(2)]))).size).toBe(1)
    expect(await must(story.judgements())).toHaveLength(1)
  })

  it('are mended by what is worked out anew', async () => {
    await fill()
    await putRows(
      disk,
      'moods',
      (await rowsOf(disk, 'moods')).map((row) => ({ ...row, ...damaged })),
    )
    expect(await story.moods([call(1)])).toEqual(ok(new Map()))
    await story.saveMoods([storedMood()])
    expect(await story.moods([call(1)])).toEqual(ok(new Map([[call(1), storedMood()]])))
  })
})

describe('rows that were moved', () => {
  it('do not open under another name', async () => {
    await fill()
    const [one, two] = await rowsOf(disk, 'moods')
    for (const table of tables) {
      const [row] = await rowsOf(disk, table)
      await putRows(disk, table, [
        { ...row, ...(table === 'moods' ? { interaction: 'another' } : { id: 'another' }) },
      ])
    }
    expect(await must(story.utterances(call(1)))).toHaveLength(2)
    expect(await must(story.judgements())).toHaveLength(2)
    await putRows(disk, 'moods', [{ ...one, interaction: two?.['interaction'] }])
    expect((await must(story.moods([call(1), call(2)]))).size).toBe(1)
  })
})

describe('a store that was wiped', () => {
  it('takes nothing and finds nothing, and does not come back', async () => {
    await fill()
    expect(await wipeStores('practice')).toEqual(done)
    expect(await story.saveMoods([storedMood()])).toEqual(notSaved)
    expect(await story.judgements()).toEqual(failed(problem('store-unopened')))
    expect(await stores.records.open('practice', makeKey(disk))).toEqual(done)
    expect(await story.judgements()).toEqual(ok([]))
  })
})
