import 'fake-indexeddb/auto'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { databaseName } from '../../../renderer/adapters/dexie/database.ts'
import { createDexieStores, wipeStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import type { DexieStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import { asCaseId, asEntryId } from '../../../renderer/domain/ids.ts'
import type { CaseId } from '../../../renderer/domain/ids.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { done, failed, ok } from '../../../renderer/domain/result.ts'
import type { CaseStore } from '../../../renderer/ports/case-store.ts'
import { makeKey } from '../../make.ts'
import { many, must, numbered, storedCase, storedEntry, storedEvent, storedRecord } from './stored-cases.ts'

let disk = 4000
let stores: DexieStores
let cases: CaseStore

const openWindow = async (): Promise<DexieStores> => {
  const window = createDexieStores({ user: () => 'ada' })
  expect(await window.records.open('practice', makeKey(disk))).toEqual(done)
  return window
}

beforeEach(async () => {
  disk += 1
  stores = await openWindow()
  cases = stores.cases
})
afterEach(async () => {
  stores.records.close()
  expect(await wipeStores('practice')).toEqual(done)
})

describe('what is dropped', () => {
  it('takes rows, history, files and settled entries along, and never an open entry or its files', async () => {
    const [kept, gone] = [asCaseId('case-0'), asCaseId('case-1')]
    const sent = { kind: 'sent', at: 1, event: undefined } as const
    const conflict = { kind: 'conflict', theirs: ['x'], by: undefined, at: 1 } as const
    await cases.commit({
      cases: many(2, (at) => [numbered(at)]),
      entries: [
        storedEntry({ id: asEntryId('open'), case: kept, state: conflict }),
        storedEntry({ id: asEntryId('sent'), case: kept, state: sent }),
        storedEntry({ id: asEntryId('sent-too'), case: gone, state: sent }),
      ],
      files: [kept, gone].map((id) => ({ id: `file-${id}`, case: id, bytes: Uint8Array.of(1) })),
      events: { case: gone, events: [storedEvent()] },
    })
    expect(await cases.commit({ dropCases: [kept, gone, gone], dropEntries: [asEntryId('open')] })).toEqual(
      done,
    )
    expect((await must(cases.allEntries())).map(({ id }) => id)).toEqual(['open'])
    expect(await must(cases.file('file-case-0'))).toEqual(Uint8Array.of(1))
    expect(await must(cases.file('file-case-1'))).toBeUndefined()
    expect(await must(cases.history(gone))).toEqual([])
    expect(await must(cases.case(gone))).toBeUndefined()
    expect(await must(cases.counts())).toEqual({ cases: 0, underWay: 0, needsAgent: 1 })
  })

  it('is a history that was read anew', async () => {
    const id = asCaseId('case-0')
    const store = (events: string[], replace: boolean) =>
      cases.commit({ events: { case: id, events: events.map((one) => storedEvent({ id: one })), replace } })
    await store(['1', '2'], false)
    await store(['10', '3'], false)
    expect((await must(cases.history(id))).map((one) => one.id)).toEqual(['1', '2', '3', '10'])
    await store(['4'], true)
    expect((await must(cases.history(id))).map((one) => one.id)).toEqual(['4'])
  })
})

describe('drafts, and what is known of the case system', () => {
  it('are there after a restart, under any name', async () => {
    const values = Object.fromEntries([
      ['__proto__', 'one'],
      ['text', 'two'],
    ])
    const draft = { id: 'd1', case: asCaseId('c'), kind: 'reply' as const, values, savedAt: 5 }
    await cases.saveDraft(draft)
    await cases.saveDraft({ ...draft, id: 'd2', case: undefined, savedAt: 3 })
    expect((await must(cases.drafts())).map(({ id }) => id)).toEqual(['d2', 'd1'])
    await cases.dropDraft('d2')
    expect(await cases.drafts()).toEqual(ok([draft]))
    const queues = [{ name: 'benefits', fields: [], statuses: ['open'] }]
    expect(await must(cases.known())).toEqual({
      queues: [],
      cursor: undefined,
      unread: [],
      pulledAt: undefined,
    })
    await cases.saveKnown({ queues, cursor: { event: '9', mark: 'm' } })
    await cases.saveKnown({ pulledAt: 4 })
    expect(await must(cases.known())).toEqual({
      queues,
      cursor: { event: '9', mark: 'm' },
      unread: [],
      pulledAt: 4,
    })
    await cases.saveKnown({ cursor: undefined })
    expect(await must(cases.known())).toEqual({ queues, cursor: undefined, unread: [], pulledAt: 4 })
  })
})

describe('two windows', () => {
  it('hear of each other’s changes, and the second to store a case is told that it is stale', async () => {
    const other = await openWindow()
    const heard: (readonly CaseId[])[] = []
    const undo = other.cases.onChanged((ids) => heard.push(ids))
    stores.cases.onChanged(() => heard.push([asCaseId('own')]))
    await cases.commit({ cases: [storedRecord()], entries: [storedEntry()] })
    await expect.poll(() => heard).toEqual([[storedCase().id]])
    const [mine, theirs] = await Promise.all([cases.case(storedCase().id), other.cases.case(storedCase().id)])
    if (!mine.ok || !mine.value || !theirs.ok || !theirs.value) throw new Error('both read it')
    expect(await cases.commit({ cases: [{ ...mine.value, pinned: true }] })).toEqual(done)
    const late = { ...theirs.value, openedAt: 9 }
    const entry = storedEntry({ id: asEntryId('late'), order: 2 })
    expect(await other.cases.commit({ cases: [late], entries: [entry] })).toEqual(failed('stale'))
    expect(await must(cases.case(late.id))).toEqual({ ...mine.value, pinned: true, version: 2 })
    expect(await must(cases.counts())).toEqual({ cases: 1, underWay: 1, needsAgent: 0 })
    undo()
    other.records.close()
  })
})

describe('a wipe', () => {
  it('leaves nothing of the realm, of any key, and closes who has it open; other realms stay', async () => {
    const other = createDexieStores({ user: () => 'ada' })
    await other.records.open('practice-2', makeKey(disk))
    await other.records.open('practice-2', makeKey(disk))
    const second = createDexieStores({ user: () => 'ada' })
    await second.records.open('practice', makeKey(disk + 5000))
    expect(await wipeStores('practice')).toEqual(done)
    const names = (await indexedDB.databases()).map(({ name }) => name)
    expect(names).toEqual([databaseName('practice-2', makeKey(disk))])
    expect(await cases.commit({ cases: [storedRecord()] })).toEqual(failed(problem('not-saved', false)))
    expect(await cases.counts()).toEqual(failed(problem('store-unopened')))
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(names)
    for (const window of [other, second]) window.records.close()
    await wipeStores('practice-2')
  })
})
