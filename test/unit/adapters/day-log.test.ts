import 'fake-indexeddb/auto'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { createDexieStores, wipeStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import type { DexieStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { done, failed, ok } from '../../../renderer/domain/result.ts'
import type { DayEntry } from '../../../renderer/domain/well-being/day.ts'
import { makeKey, shiftStart } from '../../make.ts'
import { everythingIn } from './newer-store.ts'
import { onTable } from './stored-stories.ts'

const disk = 7700
let stores: DexieStores

beforeEach(async () => {
  stores = createDexieStores({ user: () => 'ada' })
  expect((await stores.records.open('practice', makeKey(disk))).ok).toBe(true)
})
afterEach(async () => {
  stores.records.close()
  await wipeStores('practice')
})

const day = 86_400_000
const entry = (at: number, change: Partial<DayEntry> = {}): DayEntry => ({
  ...{ at, state: 'not-ready', reason: 'lunch' },
  ...change,
})

it('keeps a day in the order in which it went, also what was said twice', async () => {
  const [lunch, back] = [entry(shiftStart), entry(shiftStart + 5, { state: 'available', reason: undefined })]
  for (const one of [back, lunch, lunch]) expect(await stores.dayLog.saveDayEntry(one)).toEqual(done)
  expect(await stores.dayLog.dayEntriesSince(0)).toEqual(ok([lunch, back]))
  expect(await stores.dayLog.dayEntriesSince(shiftStart + 1)).toEqual(ok([back]))
})

it('forgets what is older than two days when the next is written', async () => {
  for (const at of [shiftStart - 3 * day, shiftStart - day, shiftStart])
    await stores.dayLog.saveDayEntry(entry(at))
  const kept = await stores.dayLog.dayEntriesSince(0)
  expect(kept.ok && kept.value.map(({ at }) => at)).toEqual([shiftStart - day, shiftStart])
})

it('has nothing of it in clear but the moment', async () => {
  await stores.dayLog.saveDayEntry(entry(shiftStart))
  expect(JSON.stringify(await everythingIn(disk))).not.toMatch(/lunch|not-ready/)
})

it('reads the others where one is damaged, or was moved to another moment', async () => {
  await stores.dayLog.saveDayEntry(entry(shiftStart))
  await stores.dayLog.saveDayEntry(entry(shiftStart + 1))
  await onTable(disk, 'dayEntries', async (table) => {
    const row = (await table.get(shiftStart)) as object
    await table.put({ ...row, at: shiftStart + 2 })
    await table.put({ at: shiftStart, sealed: 'damaged' })
  })
  expect(await stores.dayLog.dayEntriesSince(0)).toEqual(ok([entry(shiftStart + 1)]))
})

it('says that nothing is saved where no store is open', async () => {
  stores.records.close()
  expect(await stores.dayLog.saveDayEntry(entry(1))).toEqual(failed(problem('not-saved', false)))
})
