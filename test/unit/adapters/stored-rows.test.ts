import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { fromArticleUseRow, toArticleUseRow } from '../../../renderer/adapters/dexie/article-use-row.ts'
import { fromCaseRow, toCaseRow } from '../../../renderer/adapters/dexie/case-row.ts'
import { fromChatDraftRow } from '../../../renderer/adapters/dexie/chat-draft-row.ts'
import { fromContactRow } from '../../../renderer/adapters/dexie/contact-row.ts'
import { fromConversationRow, toConversationRow } from '../../../renderer/adapters/dexie/conversation-row.ts'
import { fromDraftRow } from '../../../renderer/adapters/dexie/draft-row.ts'
import { fromEntryRow, toEntryRow } from '../../../renderer/adapters/dexie/entry-row.ts'
import { fromEventRow, toEventRow } from '../../../renderer/adapters/dexie/event-row.ts'
import { fromGuideRunRow, toGuideRunRow } from '../../../renderer/adapters/dexie/guide-run-row.ts'
import { fromInteractionRow } from '../../../renderer/adapters/dexie/interaction-row.ts'
import { fromKnownRows } from '../../../renderer/adapters/dexie/known-row.ts'
import { fromMessageRow, toMessageRow } from '../../../renderer/adapters/dexie/message-row.ts'
import { deriveKeys, seal, unseal } from '../../../renderer/adapters/dexie/sealing.ts'
import { asCaseId } from '../../../renderer/domain/ids.ts'
import { makeKey } from '../../make.ts'
import { storedEntry, storedEvent, storedRecord, withOutbox } from './stored-cases.ts'
import { storedChat, storedMessage, waitingMessage } from './stored-chats.ts'
import { storedRun, storedUse } from './stored-guides.ts'

/** Rows that nobody has written so: sealed with the right key, in the right place, with anything inside. */

const keys = await deriveKeys(makeKey(9).bytes)
const id = asCaseId('case-1')
const clear = { id, version: 1, newest: 0, addresses: [] }

/** Each with its place, and how it is read. */
const tables = {
  cases: [`cases/${id}`, (sealed) => fromCaseRow(keys, { ...clear, sealed })],
  events: [`caseEvents/7/${id}`, (sealed) => fromEventRow(keys, { case: id, digits: 1, id: '7', sealed })],
  outbox: [
    'outbox/e',
    (sealed) => fromEntryRow(keys, { id: 'e', case: id, order: 1, standing: 'settled', sealed }),
  ],
  drafts: ['drafts/d', (sealed) => fromDraftRow(keys, { id: 'd', savedAt: 1, sealed })],
  contacts: ['contacts/c', (sealed) => fromContactRow(keys, { id: 'c', numbers: [], sealed })],
  conversations: [
    'conversations/c',
    (sealed) => fromConversationRow(keys, { id: 'c', lastAt: 1, open: 1, sealed }),
  ],
  messages: [
    'messages/c/m',
    (sealed) => fromMessageRow(keys, { conversation: 'c', id: 'm', place: 1, sealed }),
  ],
  interactions: [
    'interactions/i',
    (sealed) => fromInteractionRow(keys, { id: 'i', offeredAt: 1, unfinished: 0, contact: '', sealed }),
  ],
} satisfies Record<string, [string, (sealed: Awaited<ReturnType<typeof seal>>) => Promise<unknown>]>

const anything = fc.oneof(
  fc.jsonValue(),
  fc.object({
    key: fc.constantFrom('server', 'fields', 'kind', 'edit', 'state', '__proto__', 'text', 'values'),
  }),
)

describe('a row with anything in it', () => {
  it.each(Object.entries(tables))('of %s is refused', async (_table, [place, read]) => {
    await fc.assert(
      fc.asyncProperty(anything, async (value) => {
        await expect(read(await seal(keys, place, value))).rejects.toThrow()
      }),
      { numRuns: 300 },
    )
    expect(Object.hasOwn(Object.prototype, 'server')).toBe(false)
  })

  it('of a draft of a chat is refused, unless it is what was written', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (value) => {
        const sealed = await seal(keys, 'chatDrafts/c', value)
        const draft = fromChatDraftRow(keys, { id: 'c', savedAt: 1, sealed })
        if (typeof value === 'string') expect((await draft).text).toBe(value)
        else await expect(draft).rejects.toThrow()
      }),
      { numRuns: 300 },
    )
  })

  it('of what is known counts as not known', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (value) => {
        const sealed = await seal(keys, 'known/cursor', value)
        const known = await fromKnownRows(keys, [{ id: 'cursor', sealed }])
        const { event, mark } = (value ?? {}) as Record<string, unknown>
        const isOne = typeof event === 'string' && typeof mark === 'string'
        expect(known).toEqual({
          queues: [],
          cursor: isOne ? { event, mark } : undefined,
          unread: [],
          pulledAt: undefined,
        })
      }),
      { numRuns: 300 },
    )
  })
})

describe('a row with one thing changed in it', () => {
  const entry = storedEntry({
    edit: {
      kind: 'change',
      step: { field: 'custom:__proto__', before: [], after: ['a'] },
    },
    state: { kind: 'conflict', theirs: ['b'], by: 'ben', at: 1 },
  })
  const record = withOutbox(storedRecord({ id }), [storedEntry({ case: id })])
  const files = [{ id: 'f', name: 'n', type: 't', size: 1 }]

  /** Paths to everything inside. */
  const pathsIn = (value: unknown): (string | number)[][] =>
    typeof value !== 'object' || value === null
      ? [[]]
      : [[], ...Object.entries(value).flatMap(([key, one]) => pathsIn(one).map((path) => [key, ...path]))]

  const withChanged = (value: unknown, [key, ...rest]: (string | number)[], by: unknown): unknown =>
    key === undefined
      ? by
      : Array.isArray(value)
        ? value.map((one: unknown, at) => (String(at) === key ? withChanged(one, rest, by) : one))
        : { ...(value as object), [key]: withChanged((value as Record<string, unknown>)[key], rest, by) }

  const rows = {
    case: async () => ({ row: await toCaseRow(keys, record), place: `cases/${id}`, read: fromCaseRow }),
    event: async () => ({
      row: await toEventRow(keys, id, storedEvent({ attachments: files })),
      place: `caseEvents/41/${id}`,
      read: fromEventRow,
    }),
    entry: async () => ({ row: await toEntryRow(keys, entry), place: 'outbox/entry-1', read: fromEntryRow }),
    // What a bot hands over has a parser of its own, by which a wrong one counts as none.
    chat: async () => {
      const row = await toConversationRow(keys, { ...storedChat(), handOver: undefined })
      return { row, place: `conversations/${row.id}`, read: fromConversationRow }
    },
    message: async () => {
      const file = { url: 'https://f.test/a', name: 'n', type: 't', size: 1 }
      const row = await toMessageRow(keys, storedMessage({ body: { kind: 'file', file }, delivery: 'read' }))
      return { row, place: `messages/${row.conversation}/${row.id}`, read: fromMessageRow }
    },
    'waiting message': async () => {
      const row = await toMessageRow(keys, waitingMessage())
      return { row, place: `messages/${row.conversation}/${row.id}`, read: fromMessageRow }
    },
    'followed guide': async () => {
      const row = await toGuideRunRow(keys, storedRun())
      return { row, place: `guideRuns/${row.id}`, read: fromGuideRunRow }
    },
    "article's use": async () => {
      const row = await toArticleUseRow(keys, storedUse())
      return { row, place: `articleUses/${row.id}`, read: fromArticleUseRow }
    },
  }

  it.each(Object.entries(rows))(
    '(%s) is refused, wherever a thing of the wrong type is',
    async (_name, make) => {
      const { row, place, read } = await make()
      const whole = await unseal(keys, place, row.sealed)
      for (const path of pathsIn(whole)) {
        const sealed = await seal(keys, place, withChanged(whole, path, { wrong: true }))
        await expect(
          (read as (...args: unknown[]) => Promise<unknown>)(keys, { ...row, sealed }),
        ).rejects.toThrow()
      }
    },
  )
})
