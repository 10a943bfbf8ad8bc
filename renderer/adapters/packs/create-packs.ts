import type { IndexState } from '../../domain/knowledge/article-hit.ts'
import type { PackContents, PackNow, PackStatus } from '../../domain/knowledge/pack.ts'
import type { Realm } from '../../domain/setup.ts'
import type { ArticleSearch } from '../../ports/article-search.ts'
import type { PackSource } from '../../ports/pack-source.ts'
import type { Packs } from '../../ports/packs.ts'
import { unread } from './library-work.ts'
import type { Answered, LibraryWork, WorkerFact, WorkName } from './library-work.ts'

/** The part of a worker that is used. */
export interface LibraryWorker {
  postMessage(message: unknown, transfer: Transferable[]): void
  onmessage: ((event: MessageEvent<WorkerFact>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

export interface PacksNeeds {
  readonly source: PackSource
  readonly worker: LibraryWorker
}

/** The packs of a place: the main process has verified them, a worker unpacks, keeps and searches them. */
export function createPacks({ source, worker }: PacksNeeds): { packs: Packs; search: ArticleSearch } {
  const waiting = new Map<number, (answered: Answered<never>) => void>()
  const indexListeners = new Set<(now: IndexState) => void>()
  const changeListeners = new Set<(packs: readonly PackNow[]) => void>()
  const held = new Map<string, { readonly version: number; readonly pack: PackContents | undefined }>()
  let realm: Realm | undefined
  let asked = 0
  let isThere = true
  let turn: Promise<unknown> = Promise.resolve()

  worker.onmessage = ({ data }) => {
    if (data.kind === 'index') indexListeners.forEach((listener) => listener(data.now))
    else {
      waiting.get(data.id)?.(data.answered as Answered<never>)
      waiting.delete(data.id)
    }
  }
  worker.onerror = (event) => {
    // One whose script could not be had tells of no place in it, and answers nothing ever (HTML, “run a worker”).
    isThere &&= 'message' in event
    for (const resolve of waiting.values()) resolve(unread)
    waiting.clear()
  }

  function ask<N extends WorkName>(
    name: N,
    ask: LibraryWork[N]['ask'],
    transfer: Transferable[] = [],
  ): Promise<Answered<N>> {
    if (!isThere) return Promise.resolve(unread)
    const id = (asked += 1)
    return new Promise((resolve) => {
      waiting.set(id, resolve)
      worker.postMessage({ id, name, ask }, transfer)
    })
  }

  /** What is newer than what is held goes to the worker; what it cannot read leaves the one before in its place. */
  async function hold(at: Realm, { name, version }: PackStatus): Promise<void> {
    if (version === undefined || held.get(name)?.version === version) return
    const given = await source.body(at, name)
    if (!given) return
    const taken = await ask('take', { name, body: given.body }, [given.body.buffer])
    const pack = taken.ok ? taken.value : undefined
    held.set(name, { version: given.version, pack: pack ?? held.get(name)?.pack })
  }

  function now({ name, version, refused, checkedAt }: PackStatus): PackNow {
    const one = held.get(name)
    const isUnread = one?.version === version && one?.pack?.version !== version
    return { name, pack: one?.pack, refused: refused ?? (isUnread ? 'damaged' : undefined), checkedAt }
  }

  /** One look at a time: the second finds what the first has put there. */
  const look = (question: (at: Realm) => Promise<readonly PackStatus[]>): Promise<readonly PackNow[]> => {
    const mine = turn.then(async () => {
      const at = realm
      if (at === undefined) return []
      const all = await question(at)
      for (const status of all) if (realm === at) await hold(at, status)
      return realm === at ? all.map(now) : []
    })
    turn = mine.catch(() => undefined)
    return mine
  }

  return {
    packs: {
      open(at) {
        realm = at
        return look((here) => source.status(here))
      },
      async refresh() {
        const all = await look((here) => source.refresh(here))
        changeListeners.forEach((listener) => listener(all))
        return all
      },
      onChanged(listener) {
        changeListeners.add(listener)
        return () => void changeListeners.delete(listener)
      },
      onIndex(listener) {
        indexListeners.add(listener)
        return () => void indexListeners.delete(listener)
      },
      article: (pack, article, language) => ask('article', { pack, article, language }),
      close() {
        realm = undefined
        void ask('forget', [...held.keys()])
        held.clear()
      },
    },
    search: {
      search: (query, filter, limit) => ask('search', { query, filter, limit }),
      suggest: (utterances, filter, limit) => ask('suggest', { utterances, filter, limit }),
    },
  }
}
