import { problem } from '../../domain/problem.ts'
import { done, failed } from '../../domain/result.ts'
import type { CaseId } from '../../domain/ids.ts'
import type { OutboxEntry } from '../../domain/outbox.ts'
import type { CaseStore, StoreChange } from '../../ports/case-store.ts'
import { createAccess, notWritten, readable } from './access.ts'
import { commitChange, StaleCase } from './case-commit.ts'
import { readCounts } from './case-counts.ts'
import { pageOf, pageOfAll } from './case-lists.ts'
import { caseAddressIndex, fromCaseRow, isOpenRow } from './case-row.ts'
import type { CaseRow } from './case-row.ts'
import { fromDraftRow, toDraftRow } from './draft-row.ts'
import { fromEntryRow } from './entry-row.ts'
import type { EntryRow } from './entry-row.ts'
import { fromEventRow } from './event-row.ts'
import type { EventRow } from './event-row.ts'
import { fromFileRow } from './file-row.ts'
import { fromKnownRows, toKnownRow } from './known-row.ts'
import { idlePage } from './idle-cases.ts'
import { askOne, beginningWith } from './one-question.ts'
import type { Open, Opening } from './opening.ts'

export interface DexieCasesOptions {
  /** The agent as the case system knows them: whose cases are `mine`. Asked for each time. */
  readonly user: () => string | undefined
}

/** Newest first, still sealed. */
async function rowsOfAddress({ database, keys }: Open, address: string, limit: number): Promise<CaseRow[]> {
  const index = await caseAddressIndex(keys, address)
  return askOne<CaseRow[]>(database, 'cases', (cases) =>
    cases.index('addresses').getAll(beginningWith(index), limit),
  )
}

/** The cases of this computer in IndexedDB, through Dexie. */
export function createDexieCases(opening: Opening, { user }: DexieCasesOptions): CaseStore {
  const { read, write } = createAccess(opening, 'cases-unreadable')

  /** A damaged entry hides no other; the journal has it too. */
  const readEntries = (rowsIn: (outbox: IDBObjectStore) => IDBRequest) =>
    read(async ({ database, keys }): Promise<readonly OutboxEntry[]> => {
      const rows = await askOne<EntryRow[]>(database, 'outbox', rowsIn)
      return (await readable(rows.map((row) => fromEntryRow(keys, row)))).values
    })

  const commit: CaseStore['commit'] = async (change) => {
    const open = opening.current()
    if (!open) return failed(problem('not-saved', false))
    try {
      await commitChange(open, change)
    } catch (error) {
      return failed(error instanceof StaleCase ? 'stale' : notWritten(error))
    }
    opening.news.tell(touchedBy(change))
    return done
  }

  return {
    case: (id) =>
      read(async ({ database, keys }) => {
        const row = await askOne<CaseRow | undefined>(database, 'cases', (cases) => cases.get(id))
        return row && fromCaseRow(keys, row)
      }),
    byNumber: (number) =>
      read(async ({ database, keys }) => {
        const row = await askOne<CaseRow | undefined>(database, 'cases', (cases) =>
          cases.index('number').get(number),
        )
        return row && fromCaseRow(keys, row)
      }),
    ofAddress: (address, limit) =>
      read(async (open) => {
        const rows = await rowsOfAddress(open, address, limit)
        return (await readable(rows.map((row) => fromCaseRow(open.keys, row)))).values
      }),
    openOfAddress: (address, limit) =>
      read(async (open) => {
        const rows = (await rowsOfAddress(open, address, limit)).filter(isOpenRow)
        return (await readable(rows.map((row) => fromCaseRow(open.keys, row)))).values
      }),
    page: (view, after, limit) => read((open) => pageOf(open, view, { user: user(), after, limit })),
    scan: (after, limit) => read((open) => pageOfAll(open, { after, limit })),
    idle: (before, after, limit) => read((open) => idlePage(open, before, { after, limit })),
    counts: () => read(({ database }) => readCounts(database)),

    history: (id) =>
      read(async ({ database, keys }) => {
        const rows = await askOne<EventRow[]>(database, 'caseEvents', (events) =>
          events.getAll(beginningWith(id)),
        )
        return (await readable(rows.map((row) => fromEventRow(keys, row)))).values
      }),
    entriesOf: (id) => readEntries((outbox) => outbox.index('[case+order]').getAll(beginningWith(id))),
    openEntries: () => readEntries((outbox) => outbox.index('open').getAll()),
    allEntries: () => readEntries((outbox) => outbox.index('order').getAll()),
    file: (id) =>
      read(async ({ database, keys }) => {
        const row = await database.caseFiles.get(id)
        return row && fromFileRow(keys, row)
      }),
    commit,

    drafts: () =>
      read(async ({ database, keys }) => {
        const rows = await database.drafts.orderBy('savedAt').toArray()
        return (await readable(rows.map((row) => fromDraftRow(keys, row)))).values
      }),
    saveDraft: (draft) =>
      write(async ({ database, keys }) => database.drafts.put(await toDraftRow(keys, draft))),
    dropDraft: (id) => write(({ database }) => database.drafts.delete(id)),

    known: () => read(async ({ database, keys }) => fromKnownRows(keys, await database.known.toArray())),
    saveKnown: (known) =>
      write(async ({ database, keys }) => {
        const ids = (['queues', 'cursor', 'unread', 'pulledAt'] as const).filter((id) => id in known)
        const rows = await Promise.all(ids.map((id) => toKnownRow(keys, id, known[id] ?? null)))
        await database.known.bulkPut(rows)
      }),

    onChanged: (listener) => opening.news.onChanged(listener),
  }
}

const touchedBy = ({ cases = [], events, entries = [], dropCases = [] }: StoreChange): readonly CaseId[] => [
  ...new Set([
    ...cases.map(({ id }) => id),
    ...(events ? [events.case] : []),
    ...entries.map((entry) => entry.case),
    ...dropCases,
  ]),
]
