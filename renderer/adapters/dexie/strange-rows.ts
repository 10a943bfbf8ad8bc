import type { Table } from 'dexie'

import { readable } from './access.ts'
import { fromArticleUseRow } from './article-use-row.ts'
import { fromCaseRow } from './case-row.ts'
import { fromChatDraftRow } from './chat-draft-row.ts'
import { fromContactRow } from './contact-row.ts'
import { fromConversationRow } from './conversation-row.ts'
import { fromDraftRow } from './draft-row.ts'
import { fromEntryRow } from './entry-row.ts'
import { fromEventRow } from './event-row.ts'
import { fromGuideRunRow } from './guide-run-row.ts'
import { fromInteractionRow } from './interaction-row.ts'
import { fromJudgementRow } from './judgement-row.ts'
import { fromMessageRow } from './message-row.ts'
import type { Open } from './opening.ts'
import type { StoreKeys } from './sealing.ts'
import { fromUtteranceRow } from './utterance-row.ts'

type Reader = (keys: StoreKeys, row: never) => Promise<unknown>

/** How the rows are read in which people have written something. */
const readers = new Map<string, Reader>([
  ['interactions', fromInteractionRow],
  ['contacts', fromContactRow],
  ['cases', fromCaseRow],
  ['caseEvents', fromEventRow],
  ['outbox', fromEntryRow],
  ['drafts', fromDraftRow],
  ['conversations', fromConversationRow],
  ['messages', fromMessageRow],
  ['chatDrafts', fromChatDraftRow],
  ['guideRuns', fromGuideRunRow],
  ['articleUses', fromArticleUseRow],
  ['utterances', fromUtteranceRow],
  ['judgements', fromJudgementRow],
])

/** The desk's own, what it works out anew, and files: megabytes each, and one that cannot be opened says so when asked for. */
const notCounted = [
  ...['proof', 'counters', 'known', 'lineChecks', 'moods', 'caseFiles', 'chatFiles', 'dayEntries'],
]

/** Rows that are decrypted at once: some milliseconds of work, and then the window gets a turn. */
const atOnce = 64

/** How many rows only a newer Foyer can read: what this one cannot open, and all of every store that it does not know. */
export async function countStrangeRows({ database, keys }: Open): Promise<number> {
  let count = 0
  for (const table of database.tables.filter(({ name }) => !notCounted.includes(name))) {
    const reader = readers.get(table.name)
    count += reader ? await countUnread(table, (row) => reader(keys, row)) : await table.count()
  }
  return count
}

async function countUnread(table: Table<unknown>, read: (row: never) => Promise<unknown>): Promise<number> {
  const ids = await table.toCollection().primaryKeys()
  let count = 0
  for (let from = 0; from < ids.length; from += atOnce) {
    const rows = await table.bulkGet(ids.slice(from, from + atOnce))
    const { unreadable } = await readable(
      rows.flatMap((row) => (row === undefined ? [] : [read(row as never)])),
    )
    count += unreadable
  }
  return count
}
