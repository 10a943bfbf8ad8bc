import 'fake-indexeddb/auto'

import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { databaseName } from '../../../renderer/adapters/dexie/database.ts'
import { createDexieStores, wipeStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import type { DexieStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import { asCaseId, asContactId, asInteractionId } from '../../../renderer/domain/ids.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { done, failed, ok } from '../../../renderer/domain/result.ts'
import type { GuideStore } from '../../../renderer/ports/guide-store.ts'
import { makeKey } from '../../make.ts'
import { must } from './stored-cases.ts'
import { endedRun, runId, storedRun, storedUse } from './stored-guides.ts'

let disk = 6000
let stores: DexieStores
let guides: GuideStore

beforeEach(async () => {
  disk += 1
  stores = createDexieStores({ user: () => 'ada' })
  guides = stores.guides
  expect(await stores.records.open('practice', makeKey(disk))).toEqual(done)
})
afterEach(async () => {
  vi.restoreAllMocks()
  stores.records.close()
  await wipeStores('practice')
})

type Row = Record<string, unknown>

async function onTable<T>(
  table: string,
  does: (table: ReturnType<Dexie['table']>) => PromiseLike<T>,
): Promise<T> {
  const database = new Dexie(databaseName('practice', makeKey(disk)))
  await database.open()
  try {
    return await does(database.table(table))
  } finally {
    database.close()
  }
}

const rowsOf = (table: string): Promise<Row[]> =>
  onTable(table, (rows) => rows.toArray() as PromiseLike<Row[]>)

/** Puts rows there behind the desk's back. */
const putRows = (table: string, rows: readonly Row[]) => onTable(table, (all) => all.bulkPut([...rows]))

const damaged = { sealed: { iv: new Uint8Array(12), bytes: new ArrayBuffer(40) } }

const asText = (rows: readonly Row[]): string =>
  JSON.stringify(rows, (_key, value: unknown) =>
    value instanceof ArrayBuffer || value instanceof Uint8Array
      ? Buffer.from(value as Uint8Array).toString('latin1')
      : value,
  )

describe('on the disk', () => {
  it('lies nothing of a customer in clear, nor what they asked about', async () => {
    const planted = { ...storedRun().answers[0], value: 'planted-1', field: 'planted_2' } as never
    const about = { contact: asContactId('planted-3'), case: asCaseId('planted-4') }
    await guides.saveRun(
      storedRun({ ...about, interaction: asInteractionId('planted-5'), answers: [planted] }),
    )
    await guides.saveUse(storedUse({ article: 'planted-6', queue: 'planted-7' }))
    const text = asText([...(await rowsOf('guideRuns')), ...(await rowsOf('articleUses'))])
    expect(text).toContain(runId(1)) // the scanner sees what is there
    for (const word of ['planted', 'Hélène', 'passport', 'Passport', 'lost', 'running', 'Goodbye'])
      expect(text).not.toContain(word)
  })

  it('does not tell which contact and case of another table a run is about', async () => {
    await stores.records.saveInteraction({
      ...{ id: asInteractionId('interaction-1'), channel: 'call', direction: 'incoming' },
      ...{ contact: asContactId('contact-1'), number: undefined, queue: undefined, offeredAt: 1 },
      ...{ rangAt: undefined, answeredAt: undefined, endedAt: undefined, endCause: undefined, note: '' },
      ...{ disposition: undefined, case: undefined, conversation: undefined, conversationEnd: undefined },
      ...{ continues: undefined, finishedAt: undefined },
    })
    await guides.saveRun(storedRun())
    const [interaction] = await rowsOf('interactions')
    const [run] = await rowsOf('guideRuns')
    const names = [run?.['interaction'], ...(run?.['unfinished'] as unknown[])]
    expect(new Set([...names, interaction?.['contact'], interaction?.['id']]).size).toBe(5)
  })
})

describe('what is called saved', () => {
  it('was forced to the disk, in one transaction', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction') // before it opens: Dexie binds it then
    await stores.records.open('practice', makeKey(disk))
    await guides.saveRun(storedRun())
    const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite')
    expect(writes).toHaveLength(1)
    expect(writes[0]?.[2]).toEqual({ durability: 'strict' })
  })

  it('is not said on a full disk, and what was there stays', async () => {
    await guides.saveRun(storedRun())
    const refuse = (): never => {
      throw new DOMException('no room', 'QuotaExceededError')
    }
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(refuse)
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(refuse)
    expect(await guides.saveRun(storedRun({ answers: [] }))).toEqual(failed(problem('not-saved', false)))
    expect(await guides.saveUse(storedUse())).toEqual(failed(problem('not-saved', false)))
    vi.restoreAllMocks()
    expect(await guides.run(runId(1))).toEqual(ok(storedRun()))
    expect(await guides.uses(0)).toEqual(ok([]))
  })

  it('is not said while the store is closed', async () => {
    stores.records.close()
    expect(await guides.saveRun(storedRun())).toEqual(failed(problem('not-saved', false)))
    expect(await guides.forgetBefore(1)).toEqual(failed(problem('not-saved', false)))
    for (const read of [guides.run(runId(1)), guides.recentRuns(1), guides.uses(0)])
      expect(await read).toEqual(failed(problem('store-unopened')))
  })
})

describe('old things', () => {
  it('are all forgotten, or none is', async () => {
    await guides.saveRun(endedRun(0))
    await guides.saveUse(storedUse({ at: 1 }))
    // The rows are deleted by their keys, one table after the other.
    const remove = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'delete')?.value as (
      this: IDBObjectStore,
      key: IDBValidKey,
    ) => IDBRequest<undefined>
    vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (this: IDBObjectStore, key) {
      if (this.name === 'articleUses') throw new DOMException('broken', 'UnknownError')
      return remove.call(this, key as IDBValidKey)
    })
    expect(await guides.forgetBefore(9_000)).toEqual(failed(problem('not-saved', false)))
    vi.restoreAllMocks()
    expect(await must(guides.recentRuns(9))).toHaveLength(1)
    expect(await guides.forgetBefore(9_000)).toEqual(done)
    expect(await guides.recentRuns(9)).toEqual(ok([]))
    expect(await guides.uses(0)).toEqual(ok([]))
  })
})

describe('rows that were damaged', () => {
  it('hide no other: of runs and uses', async () => {
    for (const at of [1, 2]) await guides.saveRun(storedRun({ id: runId(at) }))
    for (const at of [1, 2]) await guides.saveUse(storedUse({ at }))
    const [run] = await rowsOf('guideRuns')
    const [use] = (await rowsOf('articleUses')).filter((row) => row['at'] === 1)
    await putRows('guideRuns', [{ ...run, ...damaged }])
    await putRows('articleUses', [{ ...use, ...damaged }])
    const whole = ok([storedRun({ id: runId(2) })])
    expect(await guides.runsOf(storedRun().interaction)).toEqual(whole)
    expect(await guides.unfinishedRuns(storedRun())).toEqual(whole)
    expect(await guides.recentRuns(9)).toEqual(whole)
    expect(await guides.run(runId(1))).toEqual(failed(problem('rows-unreadable')))
    expect(await guides.uses(0)).toEqual(ok([storedUse({ at: 2 })]))
  })
})

describe('rows that were forged', () => {
  it('show nobody the answers of another customer, and go on with nothing that is over', async () => {
    const theirs = { interaction: asInteractionId('call-2'), contact: asContactId('c-2'), case: undefined }
    await guides.saveRun(storedRun())
    await guides.saveRun(storedRun({ ...theirs, id: runId(2) }))
    await guides.saveRun(endedRun(0, { id: runId(3) }))
    const rows = await rowsOf('guideRuns')
    const { interaction, unfinished } = rows.find((row) => row['id'] === runId(1)) ?? {}
    await putRows(
      'guideRuns',
      rows.map((row) => ({ ...row, interaction, unfinished })),
    )
    expect((await must(guides.runsOf(storedRun().interaction))).map(({ id }) => id)).toEqual([
      runId(3),
      runId(1),
    ])
    expect((await must(guides.unfinishedRuns(storedRun()))).map(({ id }) => id)).toEqual([runId(1)])
  })

  it('do not open under another name', async () => {
    await guides.saveRun(storedRun())
    await guides.saveUse(storedUse())
    await putRows('guideRuns', [{ ...(await rowsOf('guideRuns'))[0], id: runId(2) }])
    await putRows('articleUses', [{ ...(await rowsOf('articleUses'))[0], id: 'another' }])
    expect(await guides.run(runId(2))).toEqual(failed(problem('rows-unreadable')))
    expect(await guides.uses(0)).toEqual(ok([storedUse()]))
  })
})

describe('a store that was wiped', () => {
  it('takes nothing and finds nothing, and does not come back', async () => {
    await guides.saveRun(storedRun())
    expect(await wipeStores('practice')).toEqual(done)
    expect(await guides.saveRun(storedRun())).toEqual(failed(problem('not-saved', false)))
    expect(await guides.run(runId(1))).toEqual(failed(problem('store-unopened')))
    expect(await stores.records.open('practice', makeKey(disk))).toEqual(done)
    expect(await guides.recentRuns(9)).toEqual(ok([]))
  })
})
