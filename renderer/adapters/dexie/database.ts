import { Dexie } from 'dexie'
import type { EntityTable, Table } from 'dexie'

import type { DataKey, Realm } from '../../domain/setup.ts'
import { articleUseIndexes } from './article-use-row.ts'
import type { ArticleUseRow } from './article-use-row.ts'
import { caseIndexes } from './case-row.ts'
import type { CaseRow } from './case-row.ts'
import { chatDraftIndexes } from './chat-draft-row.ts'
import type { ChatDraftRow } from './chat-draft-row.ts'
import { chatFileIndexes } from './chat-file-row.ts'
import type { ChatFileRow } from './chat-file-row.ts'
import { contactIndexes } from './contact-row.ts'
import type { ContactRow } from './contact-row.ts'
import { conversationIndexes } from './conversation-row.ts'
import type { ConversationRow } from './conversation-row.ts'
import { countsIndexes } from './counts-row.ts'
import type { CountsRow } from './counts-row.ts'
import { dayEntryIndexes } from './day-entry-row.ts'
import type { DayEntryRow } from './day-entry-row.ts'
import { draftIndexes } from './draft-row.ts'
import type { DraftRow } from './draft-row.ts'
import { entryIndexes } from './entry-row.ts'
import type { EntryRow } from './entry-row.ts'
import { eventIndexes } from './event-row.ts'
import type { EventRow } from './event-row.ts'
import { fileIndexes } from './file-row.ts'
import type { FileRow } from './file-row.ts'
import { guideRunIndexes } from './guide-run-row.ts'
import type { GuideRunRow } from './guide-run-row.ts'
import { interactionIndexes } from './interaction-row.ts'
import type { InteractionRow } from './interaction-row.ts'
import { knownIndexes } from './known-row.ts'
import type { KnownRow } from './known-row.ts'
import { judgementIndexes } from './judgement-row.ts'
import type { JudgementRow } from './judgement-row.ts'
import { lineCheckIndexes } from './line-check-row.ts'
import type { LineCheckRow } from './line-check-row.ts'
import { messageIndexes } from './message-row.ts'
import type { MessageRow } from './message-row.ts'
import { moodIndexes } from './mood-row.ts'
import type { MoodRow } from './mood-row.ts'
import { seal, unseal } from './sealing.ts'
import type { Sealed, StoreKeys } from './sealing.ts'
import { utteranceIndexes } from './utterance-row.ts'
import type { UtteranceRow } from './utterance-row.ts'

/** One row that proves that the store and the key belong together. */
export interface ProofRow {
  readonly id: 'key'
  readonly sealed: Sealed
}

export type Database = Dexie & {
  readonly proof: EntityTable<ProofRow, 'id'>
  readonly interactions: EntityTable<InteractionRow, 'id'>
  readonly contacts: EntityTable<ContactRow, 'id'>
  readonly lineChecks: EntityTable<LineCheckRow, 'at'>
  readonly cases: EntityTable<CaseRow, 'id'>
  readonly caseEvents: Table<EventRow, readonly [string, number, string]>
  readonly outbox: EntityTable<EntryRow, 'id'>
  readonly caseFiles: EntityTable<FileRow, 'id'>
  readonly drafts: EntityTable<DraftRow, 'id'>
  readonly counters: EntityTable<CountsRow, 'id'>
  readonly known: EntityTable<KnownRow, 'id'>
  readonly conversations: EntityTable<ConversationRow, 'id'>
  readonly messages: Table<MessageRow, readonly [string, string]>
  readonly chatDrafts: EntityTable<ChatDraftRow, 'id'>
  readonly chatFiles: EntityTable<ChatFileRow, 'id'>
  readonly guideRuns: EntityTable<GuideRunRow, 'id'>
  readonly articleUses: EntityTable<ArticleUseRow, 'id'>
  readonly utterances: Table<UtteranceRow, readonly [string, string]>
  readonly moods: EntityTable<MoodRow, 'interaction'>
  readonly judgements: EntityTable<JudgementRow, 'id'>
  readonly dayEntries: EntityTable<DayEntryRow, 'at'>
}

/** Each realm and key has a database of its own, so that a key that was set aside keeps its store beside it. */
export const databaseName = (realm: Realm, key: DataKey): string => `foyer-${realm}-${key.id}`

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Of any key. The realm `north` has nothing to do with a store of `north-2`. */
export function isDatabaseOf(realm: Realm, name: string): boolean {
  const prefix = `foyer-${realm}-`
  return name.startsWith(prefix) && uuid.test(name.slice(prefix.length))
}

const schemaVersion = 7

/**
 * Dexie opens a store that a newer desk has written as if nothing were, and adds to it what it misses; an old desk must
 * not touch it. So this is asked before: `newer-database.ts` only reads. (Dexie stores its version times ten.)
 */
export async function isNewer(name: string): Promise<boolean> {
  const found = (await indexedDB.databases()).find((one) => one.name === name)
  return (found?.version ?? 0) > schemaVersion * 10
}

export function createDatabase(name: string): Database {
  const database = new Dexie(name, {
    // A save that is reported must be on the disk, not in the system's memory (IndexedDB 3.0 §2.7.1).
    chromeTransactionDurability: 'strict',
    // A store that was wiped or taken over by a newer desk must not come back, empty, behind this one's back.
    autoOpen: false,
    cache: 'disabled',
  }) as Database
  // Both are for Dexie's live queries, which the desk has none of: they worked out and broadcast what each write touched.
  database.unuse({ stack: 'dbcore', name: 'Observability' })
  database.version(1).stores({ proof: 'id', interactions: interactionIndexes, contacts: contactIndexes[1] })
  database.version(2).stores({ lineChecks: lineCheckIndexes })
  database.version(3).stores({
    contacts: contactIndexes[3],
    cases: caseIndexes,
    caseEvents: eventIndexes,
    outbox: entryIndexes,
    caseFiles: fileIndexes,
    drafts: draftIndexes,
    counters: countsIndexes,
    known: knownIndexes,
  })
  database.version(4).stores({
    conversations: conversationIndexes,
    messages: messageIndexes,
    chatDrafts: chatDraftIndexes,
    chatFiles: chatFileIndexes,
  })
  database.version(5).stores({ guideRuns: guideRunIndexes, articleUses: articleUseIndexes })
  database.version(6).stores({
    contacts: contactIndexes[6],
    utterances: utteranceIndexes,
    moods: moodIndexes,
    judgements: judgementIndexes,
  })
  database.version(schemaVersion).stores({ dayEntries: dayEntryIndexes })
  return database
}

const place = 'proof/key'
const words = 'foyer store'

/** `false` when the store was written with another key; `undefined` for a new store. */
export async function keyFits(database: Database, keys: StoreKeys): Promise<boolean | undefined> {
  const row = await database.proof.get('key')
  if (!row) return undefined
  return unseal(keys, place, row.sealed).then(
    (value) => value === words,
    () => false,
  )
}

/** A new store takes the key that opens it. */
export const takeKey = async (database: Database, keys: StoreKeys): Promise<unknown> =>
  database.proof.add({ id: 'key', sealed: await seal(keys, place, words) })
