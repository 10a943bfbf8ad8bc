import { Dexie } from 'dexie'

import type { Message } from '../../domain/message.ts'
import type { ChatChange, ChatStore } from '../../ports/chat-store.ts'
import { createAccess, readable } from './access.ts'
import { fromChatDraftRow, toChatDraftRow } from './chat-draft-row.ts'
import { fromChatFileRow, toChatFileRow } from './chat-file-row.ts'
import { createChatIndex } from './chat-index.ts'
import { fromConversationRow, toConversationRow } from './conversation-row.ts'
import type { ConversationRow } from './conversation-row.ts'
import { fromMessageRow, messageIndex, toMessageRow, waits } from './message-row.ts'
import type { MessageRow } from './message-row.ts'
import type { Open, Opening } from './opening.ts'
import type { StoreKeys } from './sealing.ts'

/** How many ended chats are forgotten in one transaction. */
const forgottenAtOnce = 50

/** The chats of this computer in IndexedDB, through Dexie. */
export function createDexieChats(opening: Opening): ChatStore {
  const { read, write } = createAccess(opening, 'rows-unreadable')
  const index = createChatIndex()

  /** One damaged row hides no other. */
  const conversationsOf = async (keys: StoreKeys, rows: readonly ConversationRow[]) =>
    (await readable(rows.map((row) => fromConversationRow(keys, row)))).values
  const messagesOf = async (keys: StoreKeys, rows: readonly MessageRow[]): Promise<readonly Message[]> =>
    (await readable(rows.map((row) => fromMessageRow(keys, row)))).values

  return {
    openConversations: () =>
      read(async ({ database, keys }) => {
        const rows = await database.conversations.where('open').equals(1).toArray()
        return (await conversationsOf(keys, rows)).filter(({ endedAt }) => endedAt === undefined)
      }),
    conversation: (id) =>
      read(async ({ database, keys }) => {
        const row = await database.conversations.get(id)
        return row && fromConversationRow(keys, row)
      }),
    conversations: (before, limit) =>
      read(async ({ database, keys }) => {
        const older = database.conversations.where('lastAt').below(before ?? Infinity)
        return conversationsOf(keys, await older.reverse().limit(limit).toArray())
      }),
    messages: (id, before, limit) =>
      read(async ({ database, keys }) => {
        const older = database.messages
          .where('[conversation+place]')
          .between([id, Dexie.minKey], [id, before ?? Dexie.maxKey], true, before === undefined)
        const rows = await older.reverse().limit(limit).toArray()
        return messagesOf(keys, rows.reverse())
      }),
    known: (id, messages) =>
      read(async ({ database, keys }) => {
        const names = await Promise.all(messages.map((message) => messageIndex(keys, message)))
        const rows = await database.messages.bulkGet(names.map((name) => [id, name] as const))
        return messagesOf(
          keys,
          rows.flatMap((row) => row ?? []),
        )
      }),
    waiting: (id) =>
      read(async ({ database, keys }) => {
        const rows = await database.messages
          .where('[waits+place]')
          .between([id, Dexie.minKey], [id, Dexie.maxKey])
          .toArray()
        // What is sealed decides: a row that lies about where it waits would be sent to another customer.
        return (await messagesOf(keys, rows)).filter((one) => one.conversation === id && waits(one))
      }),
    commit: (change) =>
      write(async (open) => {
        await commit(open, change)
        index.add(open, change.messages ?? [])
      }),
    search: (text, limit) => read((open) => index.search(open, text, limit)),
    file: (id) =>
      read(async ({ database, keys }) => {
        const row = await database.chatFiles.get(await messageIndex(keys, id))
        return row && fromChatFileRow(keys, row)
      }),
    drafts: () =>
      read(
        async ({ database, keys }) =>
          (await readable((await database.chatDrafts.toArray()).map((row) => fromChatDraftRow(keys, row))))
            .values,
      ),
    saveDraft: (draft) =>
      write(async ({ database, keys }) => database.chatDrafts.put(await toChatDraftRow(keys, draft))),
    dropDraft: (id) => write(({ database }) => database.chatDrafts.delete(id)),
    forgetBefore: (time, spared = new Set()) =>
      read(async (open) => {
        try {
          return await forget(open, time, spared)
        } finally {
          index.drop(open)
        }
      }),
  }
}

async function commit({ database, keys }: Open, change: ChatChange): Promise<void> {
  const { conversations = [], messages = [], files = [], dropFiles = [] } = change
  // Everything is encrypted first: a transaction ends when it waits for something else (IndexedDB 3.0 §2.7.2).
  const [conversationRows, messageRows, fileRows, dropped] = await Promise.all([
    Promise.all(conversations.map((one) => toConversationRow(keys, one))),
    Promise.all(messages.map((one) => toMessageRow(keys, one))),
    Promise.all(files.map(({ message, bytes }) => toChatFileRow(keys, message, bytes))),
    Promise.all(dropFiles.map((message) => messageIndex(keys, message))),
  ])
  const tables = [database.conversations, database.messages, database.chatFiles]
  await database.transaction('rw', tables, async () => {
    await Promise.all([
      database.conversations.bulkPut(conversationRows),
      database.messages.bulkPut(messageRows),
      database.chatFiles.bulkPut(fileRows),
      database.chatFiles.bulkDelete(dropped),
    ])
  })
}

/** Ended chats alone: one that goes on is never forgotten, however long it has been silent. */
async function forget({ database }: Open, time: number, spared: ReadonlySet<string>): Promise<number> {
  const old = await database.conversations.where('lastAt').below(time).toArray()
  const ids = old.filter(({ id, open }) => open === 0 && !spared.has(id)).map(({ id }) => id)
  for (let from = 0; from < ids.length; from += forgottenAtOnce) {
    const some = ids.slice(from, from + forgottenAtOnce)
    const tables = [database.conversations, database.messages, database.chatFiles, database.chatDrafts]
    await database.transaction('rw', tables, async () => {
      for (const id of some) {
        const messages = database.messages
          .where('[conversation+place]')
          .between([id, Dexie.minKey], [id, Dexie.maxKey])
        const keys = await messages.primaryKeys()
        await database.chatFiles.bulkDelete(keys.map(([, message]) => message))
        await database.messages.bulkDelete(keys)
      }
      await database.chatDrafts.bulkDelete([...some])
      await database.conversations.bulkDelete([...some])
    })
  }
  return ids.length
}
