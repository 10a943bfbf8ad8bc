import 'fake-indexeddb/auto'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { createDexieStores, wipeStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import type { DexieStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import { asContactId, asMessageId } from '../../../renderer/domain/ids.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { done, failed, ok } from '../../../renderer/domain/result.ts'
import type { Problem } from '../../../renderer/domain/problem.ts'
import type { Result } from '../../../renderer/domain/result.ts'
import type { NewerRecords } from '../../../renderer/ports/records.ts'
import { makeContact, makeInteraction, makeKey, shiftStart } from '../../make.ts'
import { everythingIn, makeNewerStore } from './newer-store.ts'
import { must, storedCase, storedEntry, storedEvent, storedRecord } from './stored-cases.ts'
import { chatId, storedChat, storedMessage } from './stored-chats.ts'
import { call, storedJudgement, storedMood, storedUtterance } from './stored-stories.ts'

let disk = 9000
let stores: DexieStores
let newer: NewerRecords | undefined
let before: unknown

beforeEach(async () => {
  disk += 1
  await makeNewerStore(disk)
  before = await everythingIn(disk)
  stores = createDexieStores({ user: () => 'ada' })
  newer = await must(stores.records.open('practice', makeKey(disk)))
})
afterEach(async () => {
  vi.restoreAllMocks()
  stores.records.close()
  await wipeStores('practice')
})

const message = asMessageId('occupant-1/theirs-1')

/** Whatever would change something, by its name in the ports. */
const writes: Record<string, () => Promise<Result<unknown, unknown>>> = {
  saveInteraction: () => stores.records.saveInteraction(makeInteraction({ note: 'changed' })),
  saveContact: () => stores.records.saveContact(makeContact({ name: 'Changed' })),
  saveLineCheck: () => stores.records.saveLineCheck({ at: 1, results: [] }),
  'commit of a case that is there': () => stores.cases.commit({ cases: [storedRecord({}, { version: 1 })] }),
  'commit of an entry': () => stores.cases.commit({ entries: [storedEntry()] }),
  'commit that forgets': () => stores.cases.commit({ dropCases: [storedCase().id] }),
  'commit of a history': () =>
    stores.cases.commit({ events: { case: storedCase().id, events: [storedEvent()], replace: true } }),
  saveDraft: () =>
    stores.cases.saveDraft({ id: 'd2', case: undefined, kind: 'note', values: {}, savedAt: 2 }),
  dropDraft: () => stores.cases.dropDraft('d1'),
  saveKnown: () => stores.cases.saveKnown({ pulledAt: 1 }),
  'commit of a chat': () => stores.chats.commit({ conversations: [storedChat()], dropFiles: [message] }),
  'saveDraft of a chat': () => stores.chats.saveDraft({ conversation: chatId(1), text: 'a', savedAt: 1 }),
  'dropDraft of a chat': () => stores.chats.dropDraft(chatId(1)),
  forgetBefore: () => stores.chats.forgetBefore(shiftStart + 1e12),
  saveUtterances: () => stores.story.saveUtterances([storedUtterance({ id: 'u-2' })]),
  saveMoods: () => stores.story.saveMoods([storedMood()]),
  dropMoods: () => stores.story.dropMoods(),
  saveDayEntry: () => stores.dayLog.saveDayEntry({ at: 1, state: 'available', reason: undefined }),
  saveJudgement: () => stores.story.saveJudgement(storedJudgement()),
  dropJudgement: () => stores.story.dropJudgement(storedJudgement().id),
  mergeContacts: () => stores.story.mergeContacts(makeContact().id, asContactId('contact-2')),
  splitContact: () => stores.story.splitContact(asContactId('contact-2'), asContactId('contact-3')),
  forgetInteractions: () => stores.story.forgetInteractions([makeInteraction().id]),
}

describe('records that a newer Foyer has written', () => {
  it('are read, as far as this one understands them', async () => {
    const { records, cases, chats, story } = stores
    const own = { interactions: [makeInteraction()], unreadable: 0 }
    expect(await records.recentInteractions(10)).toEqual(ok(own))
    expect(await records.contactByNumber('+15145550123')).toEqual(ok(makeContact()))
    expect(await cases.page('pinned', undefined, 10)).toMatchObject(
      ok({ records: [{ id: storedCase().id, pinned: true }] }),
    )
    expect(await cases.history(storedCase().id)).toEqual(ok([storedEvent()]))
    expect(await cases.openEntries()).toEqual(ok([storedEntry()]))
    expect(await cases.counts()).toEqual(ok({ cases: 1, underWay: 1, needsAgent: 0 }))
    expect(await cases.file('f1')).toEqual(ok(new Uint8Array([1, 2, 3])))
    expect(await cases.drafts()).toMatchObject(ok([{ id: 'd1', values: { text: 'Begun' } }]))
    expect(await chats.search('prestation', 10)).toEqual(ok([storedMessage()]))
    expect(await story.utterances(call(1))).toEqual(ok([storedUtterance()]))
    expect(await story.contactNow(asContactId('contact-3'))).toMatchObject(ok({ id: 'contact-2' }))
    expect(await story.findContacts('amelie', 10)).toEqual(ok([makeContact()]))
    expect(await everythingIn(disk)).toEqual(before)
  })

  it('are counted where only the newer one can read them: two of a new kind, and one of a new store', async () => {
    expect(await newer?.countStrange()).toEqual(ok(3))
    expect(await everythingIn(disk)).toEqual(before)
  })

  it('are in a database of version 99 still, with its own store', () => {
    expect(before).toMatchObject({ version: 990 })
    expect(before).toHaveProperty(
      'stores',
      expect.arrayContaining([{ name: 'guides', indexes: [], rows: [{ id: 'guide-1', steps: ['listen'] }] }]),
    )
  })

  it.each(Object.keys(writes))('refuse: %s', async (name) => {
    const tried = vi.spyOn(IDBDatabase.prototype, 'transaction')
    expect(await writes[name]?.()).toEqual(failed(problem('store-newer')))
    expect(tried.mock.calls.filter(([, mode]) => mode !== undefined && mode !== 'readonly')).toEqual([])
    stores.records.close()
    expect(await everythingIn(disk)).toEqual(before)
  })

  it('say so where something that this one needs is not there any more', async () => {
    const gone: Promise<Result<unknown, Problem>> = stores.cases.page('gone' as never, undefined, 1)
    expect(await gone).toEqual(failed(problem('store-newer')))
  })

  it('are not even read with a key that does not open them', async () => {
    stores.records.close()
    const wrong = { ...makeKey(disk), bytes: makeKey(disk + 1).bytes }
    expect(await stores.records.open('practice', wrong)).toEqual(failed(problem('store-newer')))
    expect(await everythingIn(disk)).toEqual(before)
  })

  it('stand in nobody’s way in another centre', async () => {
    expect(await stores.records.open('north', makeKey(disk))).toEqual(done)
    expect(await stores.records.saveContact(makeContact())).toEqual(done)
    stores.records.close()
    expect(await everythingIn(disk)).toEqual(before)
    await wipeStores('north')
  })
})
