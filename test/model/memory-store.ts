import { byEventId } from '../../renderer/domain/case-event.ts'
import type { CaseEvent, EventId } from '../../renderer/domain/case-event.ts'
import { fieldOf } from '../../renderer/domain/case.ts'
import { caseViews, placeIn } from '../../renderer/domain/case-record.ts'
import type { CaseRecord } from '../../renderer/domain/case-record.ts'
import type { CaseId, EntryId } from '../../renderer/domain/ids.ts'
import { byOrder, isOpen } from '../../renderer/domain/outbox.ts'
import type { OutboxEntry } from '../../renderer/domain/outbox.ts'
import { done, failed, ok } from '../../renderer/domain/result.ts'
import type {
  CaseStore,
  Draft,
  Known,
  PageMark,
  StoreChange,
  StoredFile,
} from '../../renderer/ports/case-store.ts'

/** What a database holds. */
export interface MemoryDatabase {
  readonly cases: Map<CaseId, CaseRecord>
  readonly events: Map<CaseId, ReadonlyMap<EventId, CaseEvent>>
  readonly entries: Map<EntryId, OutboxEntry>
  readonly files: Map<string, StoredFile>
  readonly drafts: Map<string, Draft>
  known: Known
}

export const createMemoryDatabase = (): MemoryDatabase => ({
  ...{ cases: new Map(), events: new Map(), entries: new Map(), files: new Map(), drafts: new Map() },
  known: { queues: [], cursor: undefined, unread: [], pulledAt: undefined },
})

const answer = <T>(value: T) => Promise.resolve(ok(value))
const updated = (a: CaseRecord, b: CaseRecord): number => b.current.updatedAt - a.current.updatedAt

/** The cases on this computer, without a disk: for what is asked of every store, see ports/case-store.ts. */
export function createMemoryStore(data: MemoryDatabase, user: string): CaseStore {
  const all = () => [...data.cases.values()].sort(updated)
  const entries = () => [...data.entries.values()].sort(byOrder)

  function page(records: readonly CaseRecord[], after: PageMark | undefined, limit: number) {
    const from = Number(after?.[0] ?? 0)
    const next = from + limit < records.length ? [from + limit] : undefined
    return answer({ records: records.slice(from, from + limit), next, unreadable: 0 })
  }

  return {
    case: (id) => answer(data.cases.get(id)),
    byNumber: (number) => answer(all().find(({ server }) => server.number === number)),
    ofAddress: (address, limit) =>
      answer(
        all()
          .filter(({ current }) => fieldOf(current, 'requestors').includes(address))
          .slice(0, limit),
      ),
    openOfAddress: (address, limit) =>
      answer(
        all()
          .filter(({ current }) => fieldOf(current, 'requestors').includes(address))
          .slice(0, limit)
          .filter(({ active, promises }) => active || promises.length > 0),
      ),
    page(view, after, limit) {
      const placed = all().flatMap((record) => {
        const place = placeIn(view, record, user)
        return place === undefined ? [] : [{ record, place }]
      })
      return page(
        placed.sort((a, b) => a.place - b.place).map(({ record }) => record),
        after,
        limit,
      )
    },
    scan: (after, limit) => page(all(), after, limit),
    idle: (before, after, limit) =>
      page(
        all().filter(
          (record) =>
            record.current.updatedAt < before &&
            caseViews.every((view) => placeIn(view, record, user) === undefined),
        ),
        after,
        limit,
      ),
    counts: () =>
      answer({
        cases: data.cases.size,
        underWay: all().reduce((sum, record) => sum + record.underWay, 0),
        needsAgent: all().reduce((sum, record) => sum + record.needsAgent, 0),
      }),

    history: (id) => answer([...(data.events.get(id)?.values() ?? [])].sort(byEventId)),
    entriesOf: (id) => answer(entries().filter((entry) => entry.case === id)),
    openEntries: () => answer(entries().filter(isOpen)),
    allEntries: () => answer(entries()),
    file: (id) => answer(data.files.get(id)?.bytes),

    commit(change) {
      const isStale = (change.cases ?? []).some(
        ({ id, version }) => (data.cases.get(id)?.version ?? 0) !== version,
      )
      if (isStale) return Promise.resolve(failed('stale'))
      store(data, change)
      return Promise.resolve(done)
    },

    drafts: () => answer([...data.drafts.values()]),
    saveDraft: (draft) => answer(void data.drafts.set(draft.id, draft)),
    dropDraft: (id) => answer(void data.drafts.delete(id)),

    known: () => answer(data.known),
    saveKnown: (known) => answer(void (data.known = { ...data.known, ...known })),
    onChanged: () => () => undefined,
  }
}

function store(data: MemoryDatabase, { cases = [], entries = [], files = [], ...rest }: StoreChange): void {
  for (const record of cases) data.cases.set(record.id, { ...record, version: record.version + 1 })
  for (const entry of entries) data.entries.set(entry.id, entry)
  for (const file of files) data.files.set(file.id, file)
  if (rest.events) storeEvents(data, rest.events)
  for (const id of rest.dropEntries ?? []) data.entries.delete(id)
  for (const id of rest.dropCases ?? []) drop(data, id)
}

function storeEvents(
  data: MemoryDatabase,
  { case: id, events, replace = false }: NonNullable<StoreChange['events']>,
): void {
  const before = replace ? [] : (data.events.get(id) ?? [])
  data.events.set(id, new Map([...before, ...events.map((event) => [event.id, event] as const)]))
}

function drop(data: MemoryDatabase, id: CaseId): void {
  data.cases.delete(id)
  data.events.delete(id)
  for (const entry of data.entries.values())
    if (entry.case === id && !isOpen(entry)) data.entries.delete(entry.id)
  for (const file of data.files.values()) if (file.case === id) data.files.delete(file.id)
}
