import { problem } from '../../domain/problem.ts'
import type { Problem, ProblemCode } from '../../domain/problem.ts'
import { failed, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { DataKey, Realm } from '../../domain/setup.ts'
import { createCaseNews } from './case-news.ts'
import type { CaseNews } from './case-news.ts'
import { createDatabase, databaseName, isNewer, keyFits, takeKey } from './database.ts'
import type { Database } from './database.ts'
import { createNewerDatabase } from './newer-database.ts'
import { deriveKeys } from './sealing.ts'
import type { StoreKeys } from './sealing.ts'

export interface Open {
  readonly database: Database
  readonly keys: StoreKeys
  /** A newer Foyer has written it: it refuses every write, and what cannot be read is not damaged. */
  readonly newer: boolean
}

/** The one database that this window has open, which the stores share. */
export interface Opening {
  readonly news: CaseNews
  /**
   * One that a newer Foyer has written is opened to be read. Fails with store-unopened, store-undecryptable, or
   * store-newer where even reading is the newer one's; changes nothing then. A browser that refuses is asked again for
   * some seconds.
   */
  open(realm: Realm, key: DataKey): Promise<Result<Open, Problem>>
  close(): void
  current(): Open | undefined
}

export function createOpening(): Opening {
  const news = createCaseNews()
  let open: Open | undefined

  function close(): void {
    news.leave()
    open?.database.close()
    open = undefined
  }

  return {
    news,
    async open(realm, key) {
      close()
      const opened = await openPatiently(databaseName(realm, key), key)
      if (opened.ok) {
        open = opened.value
        news.join(open.database.name)
      }
      return opened
    },
    close,
    current: () => open,
  }
}

/**
 * Milliseconds before each further try. After a crash the browser may still have to mend its files, or the process that
 * died has not let go of them; nobody should have to press a button for that.
 */
const pauses = [100, 400, 1000, 2000] as const

async function openPatiently(name: string, key: DataKey): Promise<Result<Open, Problem>> {
  let opened = await tryToOpen(name, key)
  for (const pause of pauses) {
    if (opened.ok || opened.problem.code !== 'store-unopened') return opened
    await new Promise((resolve) => setTimeout(resolve, pause))
    opened = await tryToOpen(name, key)
  }
  return opened
}

async function tryToOpen(name: string, key: DataKey): Promise<Result<Open, Problem>> {
  const found = await find(name, key)
  return found.ok ? openFound(found.value) : found
}

/** The one place where it is decided whether a database is worked with or only read. */
async function find(name: string, { bytes }: DataKey): Promise<Result<Open, Problem>> {
  try {
    const keys = await deriveKeys(bytes)
    const newer = await isNewer(name)
    return ok({ database: newer ? createNewerDatabase(name) : createDatabase(name), keys, newer })
  } catch {
    return failed(problem('store-unopened'))
  }
}

async function openFound(found: Open): Promise<Result<Open, Problem>> {
  const { database, keys, newer } = found
  const refuse = (code: ProblemCode): Result<never, Problem> => {
    database.close()
    return failed(problem(newer ? 'store-newer' : code))
  }
  try {
    await database.open()
    const fits = await keyFits(database, keys)
    if (fits === false) return refuse('store-undecryptable')
    if (fits === undefined && !newer) await takeKey(database, keys)
    return ok(found)
  } catch {
    return refuse('store-unopened')
  }
}
