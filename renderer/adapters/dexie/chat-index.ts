import { Dexie } from 'dexie'

import type { Message } from '../../domain/message.ts'
import { readable } from './access.ts'
import { createChatWords } from './chat-words.ts'
import type { ChatWords } from './chat-words.ts'
import type { Database } from './database.ts'
import { fromMessageRow, messageIndex } from './message-row.ts'
import type { Open } from './opening.ts'

/** Rows that are decrypted and taken in at once: some milliseconds of work, and then the window gets a turn. */
const atOnce = 64

interface Made {
  readonly words: ChatWords
  /** When every row that was there is in it. */
  readonly whole: Promise<void>
}

/**
 * The words of all chats, in this window's memory alone: on the disk they would be readable. They are read at the first
 * search and kept in step after that, and go with the database that they are of: with the end of the shift.
 */
export function createChatIndex() {
  const indexes = new WeakMap<Database, Made>()

  function indexOf(open: Open): Made {
    const there = indexes.get(open.database)
    if (there) return there
    const words = createChatWords()
    const made = { words, whole: readAll(open, words) }
    indexes.set(open.database, made)
    // Half of it would read as all: the next search begins anew.
    made.whole.catch(() => indexes.get(open.database) === made && indexes.delete(open.database))
    return made
  }

  return {
    /** What has been stored there; also while the rows before it are still being read. */
    add({ database }: Open, messages: readonly Message[]): void {
      const made = indexes.get(database)
      if (made) for (const message of messages) made.words.add(message)
    },
    drop({ database }: Open): void {
      indexes.delete(database)
    },
    /** Newest first. */
    async search(open: Open, text: string, limit: number): Promise<readonly Message[]> {
      const { words, whole } = indexOf(open)
      await whole
      const found = await words.find(text, limit)
      const keys = await Promise.all(
        found.map(async ({ conversation, id }) => [conversation, await messageIndex(open.keys, id)] as const),
      )
      const rows = await open.database.messages.bulkGet(keys)
      return (await readable(rows.flatMap((row) => (row ? [fromMessageRow(open.keys, row)] : [])))).values
    },
  }
}

async function readAll({ database, keys }: Open, words: ChatWords): Promise<void> {
  let after: unknown = Dexie.minKey
  for (;;) {
    const rows = await database.messages.where(':id').above(after).limit(atOnce).toArray()
    const { values } = await readable(rows.map((row) => fromMessageRow(keys, row)))
    for (const message of values) words.add(message)
    const last = rows.at(-1)
    if (!last || rows.length < atOnce) return
    after = [last.conversation, last.id]
  }
}
