import { Dexie } from 'dexie'

import { problem } from '../../domain/problem.ts'
import type { Problem } from '../../domain/problem.ts'
import { done, failed } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Realm } from '../../domain/setup.ts'
import type { CaseStore } from '../../ports/case-store.ts'
import type { Records } from '../../ports/records.ts'
import type { ChatStore } from '../../ports/chat-store.ts'
import type { DayLog } from '../../ports/day-log.ts'
import type { GuideStore } from '../../ports/guide-store.ts'
import type { StoryStore } from '../../ports/story-store.ts'
import { isDatabaseOf } from './database.ts'
import { createDexieChats } from './dexie-chats.ts'
import { createDexieCases } from './dexie-cases.ts'
import type { DexieCasesOptions } from './dexie-cases.ts'
import { createDexieDayLog } from './dexie-day-log.ts'
import { createDexieGuides } from './dexie-guides.ts'
import { createDexieRecords } from './dexie-records.ts'
import { createDexieStory } from './dexie-story.ts'
import { createOpening } from './opening.ts'

export interface DexieStores {
  /** Opens and closes the database for all of them. */
  readonly records: Records
  readonly cases: CaseStore
  readonly chats: ChatStore
  readonly guides: GuideStore
  readonly story: StoryStore
  readonly dayLog: DayLog
}

/** What the desk keeps on this computer: records, cases, chats, guides, stories and the agent's day in one database. */
export function createDexieStores(options: DexieCasesOptions): DexieStores {
  const opening = createOpening()
  return {
    records: createDexieRecords(opening),
    cases: createDexieCases(opening, options),
    chats: createDexieChats(opening),
    guides: createDexieGuides(opening),
    story: createDexieStory(opening),
    dayLog: createDexieDayLog(opening),
  }
}

/**
 * Deletes every database of the realm, of every key. A window that has one open is closed out of it. Fails with
 * store-unopened when the browser does not let go of one.
 */
export async function wipeStores(realm: Realm): Promise<Result<undefined, Problem>> {
  try {
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? [])
    await Promise.all(names.filter((name) => isDatabaseOf(realm, name)).map((name) => Dexie.delete(name)))
    return done
  } catch {
    return failed(problem('store-unopened'))
  }
}
