import 'fake-indexeddb/auto'

import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { databaseName } from '../../../renderer/adapters/dexie/database.ts'
import { createDexieStores, wipeStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import type { DexieStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import { recordOf } from '../../../renderer/domain/case-record.ts'
import { asCaseId, asEntryId } from '../../../renderer/domain/ids.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { done, failed } from '../../../renderer/domain/result.ts'
import type { CaseStore, Page } from '../../../renderer/ports/case-store.ts'
import { makeKey, shiftStart } from '../../make.ts'
import {
  fieldsOf,
  idsOf,
  many,
  must,
  numbered,
  storedCase,
  storedEntry,
  storedEvent,
  storedRecord,
  withOutbox,
} from './stored-cases.ts'

let disk = 1000
let user: string | undefined
let stores: DexieStores
let cases: CaseStore

const openWindow = async (): Promise<DexieStores> => {
  const window = createDexieStores({ user: () => user })
  expect(await window.records.open('practice', makeKey(disk))).toEqual(done)
  return window
}

beforeEach(async () => {
  disk += 1
  user = 'ada'
  stores = await openWindow()
  cases = stores.cases
})
afterEach(async () => {
  stores.records.close()
  expect(await wipeStores('practice')).toEqual(done)
})

/** Changes rows behind the desk's back. */
async function meddle(work: (database: Dexie) => Promise<unknown>): Promise<void> {
  const database = new Dexie(databaseName('practice', makeKey(disk)))
  await database.open()
  await work(database)
  database.close()
}

describe('a case on this computer', () => {
  it('is there after a restart to the letter, with its history, entries and files', async () => {
    const create = storedEntry({
      id: asEntryId('entry-0'),
      order: 0,
      edit: {
        kind: 'create',
        fields: fieldsOf({ 'custom:__proto__': ['x'] }),
        text: 'é\ud800',
        attachments: [],
      },
      after: undefined,
    })
    const entry = storedEntry()
    const server = storedCase({ number: undefined, revision: undefined, nextStatuses: undefined })
    const record = withOutbox(recordOf(server), [create, entry])
    const attachments = [{ id: 'f1', name: 'lettre.pdf', type: 'application/pdf', size: undefined }]
    const change = { field: 'custom:constructor', before: [], after: ['a', 'b'] } as const
    const events = [storedEvent({ id: '9' }), storedEvent({ id: '10', kind: 'changed', change, attachments })]
    const file = { id: 'f1', case: record.id, bytes: Uint8Array.of(0, 255, 7) }
    expect(
      await cases.commit({
        cases: [record],
        entries: [entry, create],
        events: { case: record.id, events: [...events].reverse() },
        files: [file],
      }),
    ).toEqual(done)
    stores.records.close()
    stores = await openWindow()
    cases = stores.cases
    expect(await must(cases.case(record.id))).toEqual({ ...record, version: 1 })
    expect(await must(cases.history(record.id))).toEqual(events)
    expect(await must(cases.entriesOf(record.id))).toEqual([create, entry])
    expect(await must(cases.file('f1'))).toEqual(file.bytes)
    expect(await must(cases.file('f2'))).toBeUndefined()
  })

  it('is found by its number and by who asked, the newest of theirs first', async () => {
    const asked = (at: number) => ({
      ...numbered(at),
      updatedAt: shiftStart + at,
      fields: fieldsOf({
        requestors: at === 2 ? ['b@example.org'] : ['Amelie@Example.org', 'c@example.org'],
      }),
    })
    await cases.commit({ cases: many(5, (at) => [asked(at)]) })
    expect((await must(cases.byNumber('3')))?.id).toBe('case-3')
    expect(await must(cases.byNumber('33'))).toBeUndefined()
    const found = await must(cases.ofAddress(' amelie@example.ORG', 3))
    expect(found.map(({ id }) => id)).toEqual(['case-4', 'case-3', 'case-1'])
    expect(await must(cases.ofAddress('nobody@example.org', 3))).toEqual([])
  })

  it('lies on the disk without a word of the customer in clear', async () => {
    await cases.commit({
      cases: [storedRecord()],
      entries: [storedEntry()],
      events: { case: storedCase().id, events: [storedEvent()] },
      files: [{ id: 'f1', case: storedCase().id, bytes: new TextEncoder().encode('planted-letter') }],
    })
    await cases.saveDraft({
      id: 'd',
      case: undefined,
      kind: 'case',
      values: { text: 'planted-draft' },
      savedAt: 1,
    })
    await cases.saveKnown({ queues: [{ name: 'benefits', fields: [], statuses: ['open'] }] })
    let text = ''
    await meddle(async (database) => {
      const tables = await Promise.all(database.tables.map((table) => table.toArray()))
      text = JSON.stringify(tables, (_key, value: unknown) =>
        value instanceof ArrayBuffer || value instanceof Uint8Array
          ? Buffer.from(value as ArrayBuffer).toString('latin1')
          : value,
      )
    })
    expect(text).toContain('case-7-1795438800') // the scanner sees what is there
    for (const secret of ['Prestation', 'amelie', 'benefits', 'stalled', 'Called', 'Dossier', 'planted'])
      expect(text).not.toContain(secret)
  })
})

describe('the lists', () => {
  it('show each case where it belongs, in order, page after page', async () => {
    const record = (at: number) =>
      withOutbox(
        storedRecord(
          {
            ...numbered(at),
            updatedAt: shiftStart - (at % 3),
            fields: fieldsOf({
              owner: at % 2 === 0 ? ['ada'] : ['ben'],
              status: at === 4 ? ['resolved'] : ['open'],
              ...(at < 3 && { due: [`2026-12-0${9 - at}`] }),
            }),
          },
          { pinned: at === 5 },
        ),
        at === 1 ? [storedEntry({ case: asCaseId('case-1') })] : [],
      )
    await cases.commit({ cases: Array.from({ length: 7 }, (_, at) => record(at)) })
    expect(await idsOf(cases.page('mine', undefined, 9))).toEqual(['case-0', 'case-6', 'case-2'])
    expect(await idsOf(cases.page('due', undefined, 9))).toEqual(['case-2', 'case-1', 'case-0'])
    expect(await idsOf(cases.page('pinned', undefined, 9))).toEqual(['case-5'])
    expect(await idsOf(cases.page('unsent', undefined, 9))).toEqual(['case-1'])
    const all: string[] = []
    let after: Page['next']
    do {
      const page: Page = await must(cases.page('team', after, 2))
      all.push(...page.records.map(({ id }) => id))
      after = page.next
    } while (after)
    expect(all).toEqual(['case-1', 'case-0', 'case-3', 'case-6', 'case-2', 'case-5'])
    expect(await idsOf(cases.scan(undefined, 9))).toHaveLength(7)
    user = 'ben'
    expect(await idsOf(cases.page('mine', undefined, 9))).toEqual(['case-1', 'case-3', 'case-5'])
    user = undefined
    expect(await idsOf(cases.page('mine', undefined, 9))).toEqual([])
  })

  it('leave what can be forgotten: old cases that are in none of them', async () => {
    const kept = (at: number, more: Partial<ReturnType<typeof storedRecord>>) =>
      storedRecord({ ...numbered(at), updatedAt: shiftStart - at }, { active: false, ...more })
    await cases.commit({
      cases: [
        ...[kept(0, {}), kept(1, {}), kept(2, { active: true }), kept(3, { pinned: true })],
        ...[kept(4, {}), kept(5, { underWay: 1 }), kept(6, { needsAgent: 1 }), kept(7, {})],
      ],
    })
    const found: string[] = []
    let after: Page['next']
    do {
      const page: Page = await must(cases.idle(shiftStart, after, 2))
      found.push(...page.records.map(({ id }) => id))
      after = page.next
    } while (after)
    expect(found).toEqual(['case-1', 'case-4', 'case-7'])
  })

  it('let a case go that does not belong there any more', async () => {
    const due = fieldsOf({ owner: ['ada'], due: ['2026-12-01'], status: ['open'] })
    await cases.commit({ cases: [storedRecord({ fields: due }, { pinned: true })] })
    const read = await must(cases.case(storedCase().id))
    if (!read) throw new Error('it was stored')
    await cases.commit({ cases: [{ ...read, active: false, pinned: false }] })
    for (const view of ['mine', 'team', 'due', 'promises', 'unsent', 'pinned'] as const)
      expect(await idsOf(cases.page(view, undefined, 9))).toEqual([])
    expect(await idsOf(cases.scan(undefined, 9))).toEqual([read.id])
  })

  it('show the others where one is damaged, count it and keep it', async () => {
    await cases.commit({
      cases: many(3, (at) => [numbered(at)]),
      entries: [1, 2, 3].map((order) => storedEntry({ id: asEntryId(`e${order}`), order })),
      events: { case: asCaseId('case-0'), events: [storedEvent({ id: '1' }), storedEvent({ id: '2' })] },
    })
    await meddle(async (database) => {
      const swap = async (table: string, from: unknown, key: object): Promise<void> => {
        const row: unknown = await database.table(table).get(from as string)
        await database.table(table).put({ ...(row as object), ...key })
      }
      await swap('cases', 'case-2', { id: 'case-1' })
      await swap('outbox', 'e3', { id: 'e2', order: 2, open: 2 })
      await swap('caseEvents', ['case-0', 1, '2'], { id: '1' })
    })
    const page = await must(cases.page('team', undefined, 9))
    expect([page.records.map(({ id }) => id), page.unreadable]).toEqual([['case-0', 'case-2'], 1])
    expect((await must(cases.openEntries())).map(({ id }) => id)).toEqual(['e1', 'e3'])
    expect((await must(cases.history(asCaseId('case-0')))).map(({ id }) => id)).toEqual(['2'])
    expect(await cases.case(asCaseId('case-1'))).toEqual(failed(problem('cases-unreadable')))
    expect(await must(cases.counts())).toEqual({ cases: 3, underWay: 3, needsAgent: 0 })
    // Fetched once more, it takes the damaged one's place.
    const anew = storedRecord(numbered(1))
    expect(await cases.commit({ cases: [anew] })).toEqual(failed('stale'))
    expect(await cases.commit({ dropCases: [anew.id], cases: [anew] })).toEqual(done)
    expect(await must(cases.case(anew.id))).toEqual({ ...anew, version: 1 })
    expect((await must(cases.counts())).cases).toBe(3)
  })
})
