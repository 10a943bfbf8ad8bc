import 'fake-indexeddb/auto'

import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { databaseName } from '../../../renderer/adapters/dexie/database.ts'
import { createDexieStores, wipeStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import type { DexieStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import { asCaseId, asEntryId } from '../../../renderer/domain/ids.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { done, failed, ok } from '../../../renderer/domain/result.ts'
import type { StoreChange } from '../../../renderer/ports/case-store.ts'
import { makeKey } from '../../make.ts'
import { storedCase, storedEntry, storedEvent, storedRecord } from './stored-cases.ts'

let disk = 2000
let stores: DexieStores

const openWindow = () => stores.records.open('practice', makeKey(disk))

beforeEach(async () => {
  disk += 1
  stores = createDexieStores({ user: () => 'ada' })
  expect(await openWindow()).toEqual(done)
})
afterEach(async () => {
  vi.restoreAllMocks()
  stores.records.close()
  await wipeStores('practice')
})

/** Everything that lies on the disk. */
async function onDisk(): Promise<unknown[][]> {
  const database = new Dexie(databaseName('practice', makeKey(disk)))
  await database.open()
  const tables = await Promise.all(database.tables.map((table) => table.toArray()))
  database.close()
  return tables
}

const everything: StoreChange = {
  cases: [storedRecord()],
  entries: [storedEntry(), storedEntry({ id: asEntryId('entry-2'), order: 2 })],
  events: { case: storedCase().id, events: [storedEvent(), storedEvent({ id: '42' })] },
  files: [{ id: 'f1', case: storedCase().id, bytes: new Uint8Array(9) }],
}

type Write = (this: IDBObjectStore, ...row: Parameters<IDBObjectStore['put']>) => IDBRequest<IDBValidKey>

/** The method as the database has it. */
const own = (name: 'add' | 'put'): Write =>
  Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, name)?.value as Write

/** The disk refuses the row that is written as the nth. */
function refuseRow(nth: number): void {
  let rows = 0
  for (const name of ['add', 'put'] as const) {
    const write = own(name)
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (this: IDBObjectStore, ...row) {
      rows += 1
      if (rows === nth) throw new DOMException('no room', 'QuotaExceededError')
      return write.apply(this, row)
    })
  }
}

describe('a disk that is full', () => {
  it.each([1, 2, 3, 4, 5, 6, 7])('at row %i leaves nothing behind, and what was there', async (nth) => {
    await stores.cases.commit({ cases: [storedRecord({ id: asCaseId('before') })] })
    const before = await onDisk()
    refuseRow(nth)
    expect(await stores.cases.commit(everything)).toEqual(failed(problem('not-saved', false)))
    vi.restoreAllMocks()
    expect(await onDisk()).toEqual(before)
    expect(await stores.cases.commit(everything)).toEqual(done)
    expect(await stores.cases.counts()).toEqual(ok({ cases: 2, underWay: 2, needsAgent: 0 }))
  })

  it('is told to whoever writes a draft', async () => {
    refuseRow(1)
    const draft = { id: 'd', case: undefined, kind: 'note' as const, values: {}, savedAt: 1 }
    expect(await stores.cases.saveDraft(draft)).toEqual(failed(problem('not-saved', false)))
    expect(await stores.cases.drafts()).toEqual(ok([]))
  })
})

describe('a desk that ends in the middle of a transaction', () => {
  it('leaves nothing of it', async () => {
    const before = await onDisk()
    const put = own('put')
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...row) {
      const request = put.apply(this, row)
      // Every row has been handed over when the last is: the counters.
      if (this.name === 'counters') this.transaction.abort()
      return request
    })
    expect(await stores.cases.commit(everything)).toEqual(failed(problem('not-saved', false)))
    vi.restoreAllMocks()
    expect(await onDisk()).toEqual(before)
  })
})

describe('what is called saved', () => {
  it('was forced to the disk, in one transaction', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction') // before it opens: Dexie binds it then
    await openWindow()
    await stores.cases.commit(everything)
    const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite')
    expect(writes).toHaveLength(1)
    expect(writes[0]?.[2]).toEqual({ durability: 'strict' })
  })

  it('can be ten million letters long', async () => {
    const text = 'é\u0000"'.repeat(3_400_000)
    const event = storedEvent({ text })
    expect(await stores.cases.commit({ events: { case: storedCase().id, events: [event] } })).toEqual(done)
    expect(await stores.cases.history(storedCase().id)).toEqual(ok([event]))
  })

  it('is not said while the store is closed', async () => {
    stores.records.close()
    expect(await stores.cases.commit(everything)).toEqual(failed(problem('not-saved', false)))
    expect(await stores.cases.openEntries()).toEqual(failed(problem('store-unopened')))
  })
})

describe('counters that were damaged', () => {
  it('are made anew from what is there', async () => {
    await stores.cases.commit(everything)
    const database = new Dexie(databaseName('practice', makeKey(disk)))
    await database.open()
    await database.table('counters').put({ id: 'counts', cases: 'many' })
    database.close()
    expect(await stores.cases.counts()).toEqual(ok({ cases: 1, underWay: 2, needsAgent: 0 }))
    await stores.cases.commit({ cases: [storedRecord({ id: asCaseId('another') })] })
    expect(await stores.cases.counts()).toEqual(ok({ cases: 2, underWay: 2, needsAgent: 0 }))
  })
})
