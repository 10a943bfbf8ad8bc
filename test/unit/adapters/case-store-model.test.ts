import 'fake-indexeddb/auto'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createDexieStores, wipeStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import { caseViews, placeIn } from '../../../renderer/domain/case-record.ts'
import type { CaseRecord } from '../../../renderer/domain/case-record.ts'
import type { CaseEvent } from '../../../renderer/domain/case-event.ts'
import { byEventId } from '../../../renderer/domain/case-event.ts'
import { asCaseId, asEntryId } from '../../../renderer/domain/ids.ts'
import { byOrder, isOpen, isUnderWay, needsAgent } from '../../../renderer/domain/outbox.ts'
import type { EntryState, OutboxEntry } from '../../../renderer/domain/outbox.ts'
import type { CaseStore, Page, StoreChange } from '../../../renderer/ports/case-store.ts'
import { makeKey, shiftStart } from '../../make.ts'
import { fieldsOf, must, storedEntry, storedEvent, storedRecord } from './stored-cases.ts'

/** Random changes on the store and on a few maps in memory: what they hold must always be the same. */
interface Model {
  readonly cases: Map<string, CaseRecord>
  readonly entries: Map<string, OutboxEntry>
  readonly events: Map<string, Map<string, CaseEvent>>
  readonly files: Map<string, string>
}

const names = ['case-0', 'case-1', '__proto__', 'constructor', 'é\ud800', ''] as const
const someCase = fc.constantFrom(...names).map(asCaseId)
const someEntry = fc.integer({ min: 0, max: 7 }).map((at) => asEntryId(`entry-${at}`))

const record = fc
  .record({
    id: someCase,
    off: fc.integer({ min: -3, max: 3 }),
    owner: fc.constantFrom('ada', 'ben', '__proto__', ''),
    due: fc.constantFrom('2026-12-01', '2026-12-02', 'soon', ''),
    flags: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
    /** Read before somebody else stored it. */
    late: fc.integer({ min: 0, max: 9 }).map((at) => at === 0),
  })
  .map(({ id, off, owner, due, flags: [active, pinned, unsent], late }) => ({
    late,
    record: storedRecord(
      {
        id,
        number: active ? String(names.indexOf(id as (typeof names)[number])) : undefined,
        updatedAt: shiftStart + off,
        fields: fieldsOf({
          ...(owner !== '' && { owner: [owner] }),
          ...(due !== '' && { due: [due] }),
          requestors: [owner, due],
        }),
      },
      { active, pinned, underWay: unsent ? 1 : 0 },
    ),
  }))

const state = fc.constantFrom<EntryState>(
  { kind: 'waiting', tries: 0, notBefore: 0 },
  { kind: 'sending', tries: 1, since: 2 },
  { kind: 'asking', since: 2 },
  { kind: 'conflict', theirs: [], by: undefined, at: 3 },
  { kind: 'sent', at: 3, event: '9' },
  { kind: 'withdrawn', at: 3, why: 'undone' },
)

const entry = fc
  .record({ id: someEntry, case: someCase, order: fc.integer({ min: 0, max: 9 }), state })
  .map((some) => storedEntry(some))

type RandomChange = typeof change extends fc.Arbitrary<infer T> ? T : never

const change = fc.record(
  {
    cases: fc.uniqueArray(record, { maxLength: 4, selector: (one) => one.record.id }),
    entries: fc.array(entry, { maxLength: 4 }),
    events: fc.record({
      case: someCase,
      events: fc.array(
        fc.integer({ min: 1, max: 12 }).map((id) => storedEvent({ id: String(id) })),
        { maxLength: 3 },
      ),
      replace: fc.boolean(),
    }),
    files: fc.array(
      fc.record({ id: fc.constantFrom('f1', 'f2'), case: someCase, bytes: fc.constant(Uint8Array.of(1)) }),
      { maxLength: 2 },
    ),
    dropCases: fc.array(someCase, { maxLength: 2 }),
    dropEntries: fc.array(someEntry, { maxLength: 3 }),
  },
  { requiredKeys: [] },
)

/** With the version of each case that its window has read. */
function asRead(model: Model, { cases = [], ...rest }: RandomChange): StoreChange {
  const change = rest as StoreChange
  const versionOf = (id: string): number => versionAfterDrops(model, change, id)
  return {
    ...change,
    cases: cases.map(({ record: one, late }) => ({ ...one, version: versionOf(one.id) + (late ? 1 : 0) })),
  }
}

const versionAfterDrops = ({ cases }: Model, { dropCases = [] }: StoreChange, id: string): number =>
  dropCases.some((one) => one === id) ? 0 : (cases.get(id)?.version ?? 0)

/** @returns whether the store must refuse it as stale; then nothing is changed. */
function applyToModel(model: Model, change: StoreChange): boolean {
  const { cases = [], entries = [], files = [], dropCases = [], dropEntries = [] } = change
  if (cases.some(({ id, version }) => version !== versionAfterDrops(model, change, id))) return true
  dropCases.forEach((id) => dropCase(model, id))
  dropEntries.forEach((id) => dropSettled(model, id))
  for (const one of cases) model.cases.set(one.id, { ...one, version: one.version + 1 })
  for (const one of entries) model.entries.set(one.id, one)
  for (const one of files) model.files.set(one.id, one.case)
  if (change.events) addHistory(model, change.events)
  return false
}

function dropCase(model: Model, id: string): void {
  const theirs = [...model.entries.values()].filter((one) => one.case === id)
  for (const one of theirs) dropSettled(model, one.id)
  model.cases.delete(id)
  model.events.delete(id)
  if (theirs.some(isOpen)) return
  for (const [file, of] of model.files) if (of === id) model.files.delete(file)
}

function dropSettled({ entries }: Model, id: string): void {
  const one = entries.get(id)
  if (one && !isOpen(one)) entries.delete(id)
}

function addHistory({ events }: Model, added: NonNullable<StoreChange['events']>): void {
  const known = added.replace ? [] : [...(events.get(added.case) ?? [])]
  events.set(
    added.case,
    new Map([...known, ...added.events.map((one): [string, CaseEvent] => [one.id, one])]),
  )
}

async function expectSame(store: CaseStore, model: Model): Promise<void> {
  const all = [...model.cases.values()]
  const entries = [...model.entries.values()]
  for (const view of caseViews) {
    const placed = all
      .flatMap((one) => {
        const at = placeIn(view, one, 'ada')
        return at === undefined ? [] : [{ at, one }]
      })
      .sort((a, b) => a.at - b.at || (a.one.id < b.one.id ? -1 : 1))
    expect(await everyPage((after) => store.page(view, after, 2))).toEqual(placed.map(({ one }) => one))
  }
  expect(await everyPage((after) => store.scan(after, 3))).toHaveLength(all.length)
  for (const before of new Set(all.map(({ current }) => current.updatedAt)))
    await expectIdle(store, all, before)
  expect(await must(store.counts())).toEqual({
    cases: all.length,
    underWay: entries.filter(isUnderWay).length,
    needsAgent: entries.filter(needsAgent).length,
  })
  expect((await must(store.openEntries())).length).toBe(entries.filter(isOpen).length)
  for (const id of names.map(asCaseId)) {
    expect(await must(store.case(id))).toEqual(model.cases.get(id))
    const theirs = entries.filter((one) => one.case === id)
    expect((await must(store.entriesOf(id))).map(({ order }) => order)).toEqual(
      theirs.sort(byOrder).map(({ order }) => order),
    )
    expect(await must(store.history(id))).toEqual([...(model.events.get(id)?.values() ?? [])].sort(byEventId))
  }
  for (const id of ['f1', 'f2']) expect((await must(store.file(id))) !== undefined).toBe(model.files.has(id))
}

async function expectIdle(store: CaseStore, all: readonly CaseRecord[], before: number): Promise<void> {
  const isIdle = (one: CaseRecord): boolean =>
    one.current.updatedAt < before && caseViews.every((view) => placeIn(view, one, 'ada') === undefined)
  const idle = await everyPage((after) => store.idle(before, after, 2))
  expect(idle.map(({ id }) => id).sort()).toEqual(
    all
      .filter(isIdle)
      .map(({ id }) => id)
      .sort(),
  )
}

async function everyPage(
  read: (after: Page['next']) => ReturnType<CaseStore['scan']>,
): Promise<CaseRecord[]> {
  const records: CaseRecord[] = []
  let after: Page['next']
  do {
    const page = await must(read(after))
    expect(page.unreadable).toBe(0)
    records.push(...page.records)
    after = page.next
  } while (after)
  return records
}

describe('any row of changes', () => {
  it(
    'leaves the store as it leaves maps in memory, with counters that are right',
    { timeout: 60_000 },
    async () => {
      let disk = 3000
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
          const { records, cases } = createDexieStores({ user: () => 'ada' })
          await must(records.open('practice', makeKey((disk += 1))))
          const model: Model = { cases: new Map(), entries: new Map(), events: new Map(), files: new Map() }
          try {
            for (const random of changes) {
              const next = asRead(model, random)
              const isStale = applyToModel(model, next)
              const stored = await cases.commit(next)
              expect(stored).toEqual(
                isStale ? { ok: false, problem: 'stale' } : { ok: true, value: undefined },
              )
            }
            await expectSame(cases, model)
          } finally {
            records.close()
            await wipeStores('practice')
          }
        }),
        { numRuns: 80, seed: 20_261_123 },
      )
    },
  )
})
