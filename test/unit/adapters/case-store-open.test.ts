import 'fake-indexeddb/auto'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { createDexieStores, wipeStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import type { DexieStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import type { CaseRecord } from '../../../renderer/domain/case-record.ts'
import { asCaseId } from '../../../renderer/domain/ids.ts'
import type { Promised } from '../../../renderer/domain/promise.ts'
import { makeKey, shiftStart } from '../../make.ts'
import { fieldsOf, must, storedRecord } from './stored-cases.ts'

let stores: DexieStores

beforeEach(async () => {
  stores = createDexieStores({ user: () => 'ada' })
  await must(stores.records.open('practice', makeKey(1900)))
})
afterEach(async () => {
  stores.records.close()
  await must(wipeStores('practice'))
})

const promised: Promised = {
  ...{ id: 'p', kind: 'promise', what: 'A letter', dueAt: shiftStart },
  ...{ number: undefined, keptAt: undefined },
}

const hers = (nth: number, more: Partial<CaseRecord>): CaseRecord => ({
  ...storedRecord({
    ...{ id: asCaseId(`case-${nth}`), number: String(nth), updatedAt: shiftStart + nth },
    fields: fieldsOf({ requestors: ['amelie@example.org'] }),
  }),
  ...more,
})

describe('the cases that somebody waits for', () => {
  it('are those that are open, or in which something is still promised, among the newest', async () => {
    await must(
      stores.cases.commit({
        cases: [
          hers(1, { active: true }),
          hers(2, { active: false }),
          hers(3, { active: false, promises: [promised], told: [promised] }),
          hers(4, { active: true }),
        ],
      }),
    )
    const open = async (limit: number) =>
      (await must(stores.cases.openOfAddress('Amelie@example.org', limit))).map(({ id }) => id)
    expect(await open(4)).toEqual(['case-4', 'case-3', 'case-1'])
    expect(await open(2)).toEqual(['case-4', 'case-3'])
    expect(await must(stores.cases.openOfAddress('nobody@example.org', 4))).toEqual([])
  })
})
