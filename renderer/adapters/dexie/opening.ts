import { problem } from '../../domain/problem.ts'
import type { Problem } from '../../domain/problem.ts'
import { done, failed } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { DataKey, Realm } from '../../domain/setup.ts'
import { createCaseNews } from './case-news.ts'
import type { CaseNews } from './case-news.ts'
import { createDatabase, databaseName, isNewer, keyFits } from './database.ts'
import type { Database } from './database.ts'
import { deriveKeys } from './sealing.ts'
import type { StoreKeys } from './sealing.ts'

export interface Open {
  readonly database: Database
  readonly keys: StoreKeys
}

/** The one database that this window has open, which the stores share. */
export interface Opening {
  readonly news: CaseNews
  /** Fails with store-unopened, store-newer or store-undecryptable, and then changes nothing. */
  open(realm: Realm, key: DataKey): Promise<Result<undefined, Problem>>
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

  async function tryOpen(database: Database, bytes: DataKey['bytes']): Promise<Result<undefined, Problem>> {
    try {
      const keys = await deriveKeys(bytes)
      if (await isNewer(database.name)) return failed(problem('store-newer'))
      await database.open()
      if (!(await keyFits(database, keys))) return failed(problem('store-undecryptable'))
      open = { database, keys }
      return done
    } catch {
      return failed(problem('store-unopened'))
    }
  }

  return {
    news,
    async open(realm, key) {
      close()
      const database = createDatabase(databaseName(realm, key))
      const opened = await tryOpen(database, key.bytes)
      if (opened.ok) news.join(database.name)
      else database.close()
      return opened
    },
    close,
    current: () => open,
  }
}
