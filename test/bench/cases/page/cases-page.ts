import type { DesktopBridge } from '../../../../electron/ipc/contract.ts'
import { createDesktop } from '../../../../renderer/adapters/desktop/desktop.ts'
import type { Desktop } from '../../../../renderer/adapters/desktop/desktop.ts'
import type { CaseRow } from '../../../../renderer/adapters/dexie/case-row.ts'
import { createDatabase, databaseName } from '../../../../renderer/adapters/dexie/database.ts'
import type { Database } from '../../../../renderer/adapters/dexie/database.ts'
import { createDexieStores } from '../../../../renderer/adapters/dexie/dexie-stores.ts'
import { toEventRow } from '../../../../renderer/adapters/dexie/event-row.ts'
import { deriveKeys, unseal } from '../../../../renderer/adapters/dexie/sealing.ts'
import type { StoreKeys } from '../../../../renderer/adapters/dexie/sealing.ts'
import type { Result } from '../../../../renderer/domain/result.ts'
import { practiceRealm } from '../../../../renderer/domain/setup.ts'
import { benchCase, benchHistory, benchId } from './bench-cases.ts'
import { watchFrames } from './frames.ts'
import type { Frames } from './frames.ts'
import { beginOffline } from './offline-shift.ts'
import type { OfflineShift } from './offline-shift.ts'
import { openPlainCases } from './plain-cases.ts'
import { change, writeDay } from './written.ts'
import type { Written } from './written.ts'

/** The store as the desk has it, with a clock beside it. Times are milliseconds. */
export interface CaseBench {
  /** Stores the cases of these numbers, and then the same with plain Dexie. */
  load(from: number, to: number): Promise<{ readonly ours: number; readonly plain: number }>
  /** Gives some cases a history each. */
  loadHistories(cases: readonly number[]): Promise<void>
  /** A case with its history and what waits for it. */
  open(cases: readonly number[]): Promise<number[]>
  /** Pages of 50 from anywhere in a list, and the same rows by IndexedDB itself, each decrypted. */
  pages(count: number): Promise<{ readonly ours: number[]; readonly raw: number[] }>
  /** A shift without a link, in which something is written. */
  beginShift(): Promise<void>
  /** A change of a field of each, which is taken back before the next. */
  edit(cases: readonly number[]): Promise<Written[]>
  /** Fills the outbox with as many entries. */
  writeDay(entries: number): Promise<void>
  endShift(): Promise<void>
  /** Entries that wait to be sent, and that wait for the agent. */
  waiting(): Promise<{ readonly underWay: number; readonly needsAgent: number }>
  /** Whether the desk has read everything that the case system had to tell. */
  isUpToDate(): Promise<boolean>
  watchFrames(): void
  frames(): Frames
}

declare global {
  interface Window {
    readonly desktop: DesktopBridge
    /** Puts `caseBench` there. */
    startCaseBench: () => Promise<void>
    caseBench: CaseBench
  }
}

const batch = 500
const pageSize = 50
const { records, cases } = createDexieStores({ user: () => 'agent-7' })

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
function rawPage(database: Database, index: string, after: readonly unknown[]): Promise<CaseRow[]> {
  const transaction = database.backendDB().transaction('cases', 'readonly')
  const range = IDBKeyRange.lowerBound(after, true)
  const request = transaction.objectStore('cases').index(index).getAll(range, pageSize)
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as CaseRow[])
    request.onerror = () => reject(new Error('the page was not read'))
  })
}

async function start(): Promise<CaseBench> {
  const desktop = createDesktop(window.desktop)
  // Asked for each time: whoever derives keys of it wipes it.
  const key = () => must(desktop.keys.open(practiceRealm))
  await must(records.open(practiceRealm, await key()))
  const database = createDatabase(databaseName(practiceRealm, await key()))
  await database.open()
  const keys = await deriveKeys((await key()).bytes)
  return { ...storeBench(database, keys), ...shiftBench(desktop) }
}

type StoreBench = Pick<CaseBench, 'load' | 'loadHistories' | 'open' | 'pages'>

function storeBench(database: Database, keys: StoreKeys): StoreBench {
  const plain = openPlainCases()
  return {
    async load(from, to) {
      const batches = Array.from({ length: Math.ceil((to - from) / batch) }, (_, nth) =>
        Array.from({ length: Math.min(batch, to - from - nth * batch) }, (_case, at) =>
          benchCase(from + nth * batch + at),
        ),
      )
      const ours = await timed(() => twoAtATime(batches, (some) => must(cases.commit({ cases: some }))))
      return {
        ours,
        plain: await timed(async () => {
          const beside = await plain
          await twoAtATime(batches, (some) => beside.put(some))
        }),
      }
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
              const rows = await rawPage(database, '[team+id]', after)
              await Promise.all(rows.map((row) => unseal(keys, `cases/${row.id}`, row.sealed)))
            }),
          )
        for (const take of nth % 2 === 0 ? [takeOurs, takeRaw] : [takeRaw, takeOurs]) await take()
      }
      return { ours, raw }
    },
  }
}

function shiftBench(desktop: Desktop): Omit<CaseBench, keyof StoreBench> {
  let shift: OfflineShift | undefined
  let frames: ReturnType<typeof watchFrames> | undefined
  const inShift = (): OfflineShift => {
    if (!shift) throw new Error('no shift was begun')
    return shift
  }
  return {
    async beginShift() {
      shift = await beginOffline(desktop, cases)
    },
    async edit(some) {
      const taken: Written[] = []
      for (const at of some) taken.push(await change(inShift(), benchId(at), String(100 + (at % 100))))
      return taken
    },
    writeDay: (entries) => writeDay(inShift(), entries),
    endShift: () => inShift().end(),
    waiting: () => must(cases.counts()),
    async isUpToDate() {
      const { cursor, pulledAt, unread } = await must(cases.known())
      return cursor !== undefined && pulledAt !== undefined && unread.length === 0
    },
    watchFrames: () => void (frames = watchFrames()),
    frames() {
      if (!frames) throw new Error('no frames were counted')
      return frames.stop()
    },
  }
}

window.startCaseBench = async () => {
  window.caseBench = await start()
}
