import { fromCaseRow } from '../../../../renderer/adapters/dexie/case-row.ts'
import type { CaseRow } from '../../../../renderer/adapters/dexie/case-row.ts'
import { createDatabase, databaseName } from '../../../../renderer/adapters/dexie/database.ts'
import { createDexieStores } from '../../../../renderer/adapters/dexie/dexie-stores.ts'
import { toEventRow } from '../../../../renderer/adapters/dexie/event-row.ts'
import { deriveKeys, unseal } from '../../../../renderer/adapters/dexie/sealing.ts'
import type { Result } from '../../../../renderer/domain/result.ts'
import { benchCase, benchEntry, benchHistory, benchId } from './bench-cases.ts'
import { openPlainCases } from './plain-cases.ts'

/** The store as the desk has it, in a page of its own, with a clock beside it. Times are milliseconds. */
export interface CaseBench {
  /** Stores the cases of these numbers, and then the same with plain Dexie. */
  load(from: number, to: number): Promise<{ readonly ours: number; readonly plain: number }>
  /** Gives some cases a history each. */
  loadHistories(cases: readonly number[]): Promise<void>
  /** A case with its history and what waits for it. */
  open(cases: readonly number[]): Promise<number[]>
  /** Pages of 50 from anywhere in a list, and the same rows by IndexedDB itself, each decrypted. */
  pages(count: number): Promise<{ readonly ours: number[]; readonly raw: number[] }>
  /** An edit of a case, with its outbox entry. */
  edit(cases: readonly number[]): Promise<number[]>
}

declare global {
  interface Window {
    caseBench: CaseBench
  }
}

const batch = 500
const pageSize = 50
const key = () => ({ id: '00000000-0000-4000-8000-000000000001', bytes: new Uint8Array(32).fill(7) })

const { records, cases } = createDexieStores({ user: () => 'agent-7' })
const database = createDatabase(databaseName('bench', key()))

async function must<T>(outcome: Promise<Result<T, unknown>>): Promise<T> {
  const result = await outcome
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await work()
  return performance.now() - begin
}

async function each<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = []
  for (const one of all) taken.push(await timed(() => work(one)))
  return taken
}

/** One batch is got ready while the disk takes the one before. */
async function twoAtATime<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  const left = all.values()
  const worker = async (): Promise<void> => {
    for (const one of left) await work(one)
  }
  await Promise.all([worker(), worker()])
}

/** What IndexedDB gives by itself: no library around it. */
function rawPage(index: string, after: readonly unknown[]): Promise<CaseRow[]> {
  const transaction = database.backendDB().transaction('cases', 'readonly')
  const range = IDBKeyRange.lowerBound(after, true)
  const request = transaction.objectStore('cases').index(index).getAll(range, pageSize)
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as CaseRow[])
    request.onerror = () => reject(new Error('the page was not read'))
  })
}

async function start(): Promise<CaseBench> {
  await must(records.open('bench', key()))
  await database.open()
  const keys = await deriveKeys(key().bytes)
  const plain = await openPlainCases()
  return {
    async load(from, to) {
      const batches = Array.from({ length: Math.ceil((to - from) / batch) }, (_, nth) =>
        Array.from({ length: Math.min(batch, to - from - nth * batch) }, (_case, at) =>
          benchCase(from + nth * batch + at),
        ),
      )
      const ours = await timed(() => twoAtATime(batches, (some) => must(cases.commit({ cases: some }))))
      return { ours, plain: await timed(() => twoAtATime(batches, (some) => plain.put(some))) }
    },
    async loadHistories(some) {
      for (const at of some) {
        const rows = await Promise.all(benchHistory(at).map((event) => toEventRow(keys, benchId(at), event)))
        await database.caseEvents.bulkPut(rows)
      }
    },
    open: (some) =>
      each(some, async (at) => {
        const id = benchId(at)
        const [record, history] = await Promise.all([cases.case(id), cases.history(id), cases.entriesOf(id)])
        if (!record.ok || !record.value || !history.ok || history.value.length === 0)
          throw new Error(`case ${at} was not opened`)
      }),
    async pages(count) {
      const [ours, raw]: [number[], number[]] = [[], []]
      for (let nth = 0; nth < count; nth += 1) {
        const { updatedAt, id } = benchCase((nth * 997) % 1000).current
        const after = [-updatedAt, id]
        const takeOurs = async () => ours.push(await timed(() => must(cases.page('team', after, pageSize))))
        const takeRaw = async () =>
          raw.push(
            await timed(async () => {
              const rows = await rawPage('[team+id]', after)
              await Promise.all(rows.map((row) => unseal(keys, `cases/${row.id}`, row.sealed)))
            }),
          )
        for (const take of nth % 2 === 0 ? [takeOurs, takeRaw] : [takeRaw, takeOurs]) await take()
      }
      return { ours, raw }
    },
    async edit(some) {
      const rows = await database.cases.bulkGet(some.map(benchId))
      const read = await Promise.all(rows.flatMap((row) => (row ? [fromCaseRow(keys, row)] : [])))
      return each(read, (record) => {
        const at = Number(record.server.number) - 1
        const edited = { ...record, underWay: 1 }
        return must(cases.commit({ cases: [edited], entries: [benchEntry(at)] }))
      })
    },
  }
}

window.caseBench = await start()
