import type { DesktopBridge } from '../../../../electron/ipc/contract.ts'
import type {
  Answered,
  LibraryWork,
  WorkerFact,
  WorkName,
} from '../../../../renderer/adapters/packs/library-work.ts'
import type { Language } from '../../../../renderer/domain/language.ts'
import { practiceRealm } from '../../../../renderer/domain/setup.ts'

/** How a pack came to be searched. Milliseconds. */
export interface Taken {
  /** From the question to the main process until its body was verified and kept there. */
  readonly verified: number
  /** Until the window had it unpacked and parsed: its guides and articles are in use. */
  readonly switched: number
  /** From there until its articles could be found. */
  readonly searched: number
  readonly version: number
  /** The longest that a turn of the window's main thread had to wait until the body had come from the main process. */
  readonly waitForBody: number
  /** And after that, while the worker unpacked and indexed it. */
  readonly waitForIndex: number
}

export interface GuidesBench {
  /** As the desk does it when a source has something new, or when a shift begins. */
  take(name: string): Promise<Taken>
  /** Resolves when the index is on the disk for the next shift. */
  kept(): Promise<void>
  /** Milliseconds of each. */
  search(queries: readonly string[], language: Language): Promise<readonly number[]>
}

declare global {
  interface Window {
    readonly desktop: DesktopBridge
    readonly benchWorkers: readonly Worker[]
    guidesBench: GuidesBench
  }
}

/** The desk counts its own questions from 1 upwards. */
let asked = 0

function worker(): Worker {
  const found = window.benchWorkers[0]
  if (!found) throw new Error('the desk has started no worker')
  return found
}

function ask<N extends WorkName>(
  name: N,
  what: LibraryWork[N]['ask'],
  transfer: Transferable[] = [],
): Promise<LibraryWork[N]['answer']> {
  const id = (asked -= 1)
  return new Promise((resolve, reject) => {
    const hear = ({ data }: MessageEvent<WorkerFact>): void => {
      if (data.kind !== 'answer' || data.id !== id) return
      worker().removeEventListener('message', hear)
      // Each question is answered by what it is asked for.
      const answered = data.answered as Answered<N>
      if (answered.ok) resolve(answered.value)
      else reject(new Error(answered.problem.code))
    }
    worker().addEventListener('message', hear)
    worker().postMessage({ id, name, ask: what }, transfer)
  })
}

/** When the worker next says that everything can be found. */
const isReady = (): Promise<number> =>
  new Promise((resolve) => {
    const hear = ({ data }: MessageEvent<WorkerFact>): void => {
      if (data.kind !== 'index' || data.now.kind !== 'ready') return
      worker().removeEventListener('message', hear)
      resolve(performance.now())
    }
    worker().addEventListener('message', hear)
  })

/** Messages to oneself, one after the other: what comes late was kept waiting by a task of this thread. */
function watchTurns(): () => number {
  const { port1, port2 } = new MessageChannel()
  let last = performance.now()
  let longest = 0
  port1.onmessage = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    setTimeout(() => {
      last = performance.now()
      port2.postMessage(undefined)
    })
  }
  port2.postMessage(undefined)
  return () => {
    port1.close()
    return longest
  }
}

/** Of the worker's own database, which it has opened by then. */
const rowsOnDisk = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('article-index')
    opening.onerror = () => reject(new Error('the database was not opened'))
    opening.onsuccess = () => {
      const count = opening.result.transaction('indexes').objectStore('indexes').count()
      count.onerror = () => reject(new Error('the database was not read'))
      count.onsuccess = () => {
        opening.result.close()
        resolve(count.result)
      }
    }
  })

window.guidesBench = {
  async take(name) {
    const stopFirst = watchTurns()
    const begin = performance.now()
    await window.desktop.refreshPacks(practiceRealm)
    const given = await window.desktop.readPack({ realm: practiceRealm, name })
    if (!given) throw new Error('the pack was not taken')
    const verified = performance.now()
    const waitForBody = stopFirst()
    const stopSecond = watchTurns()
    const ready = isReady()
    const pack = await ask('take', { name, body: given.body }, [given.body.buffer])
    if (!pack) throw new Error('the pack was not read')
    const switched = performance.now()
    const searched = await ready
    return {
      verified: verified - begin,
      switched: switched - begin,
      searched: Math.max(0, searched - switched),
      ...{ version: pack.version, waitForBody, waitForIndex: stopSecond() },
    }
  },
  async kept() {
    for (let tries = 0; tries < 300; tries += 1) {
      if ((await rowsOnDisk()) > 0) return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error('the index was not kept')
  },
  async search(queries, language) {
    const took: number[] = []
    for (const query of queries) {
      const begin = performance.now()
      await ask('search', { query, filter: { language }, limit: 30 })
      took.push(performance.now() - begin)
    }
    return took
  },
}
