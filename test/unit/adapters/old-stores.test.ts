import 'fake-indexeddb/auto'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { DexieStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import { asContactId } from '../../../renderer/domain/ids.ts'
import { done, ok } from '../../../renderer/domain/result.ts'
import type { CaseStore } from '../../../renderer/ports/case-store.ts'
import type { ChatStore } from '../../../renderer/ports/chat-store.ts'
import type { DayLog } from '../../../renderer/ports/day-log.ts'
import type { GuideStore } from '../../../renderer/ports/guide-store.ts'
import type { Records } from '../../../renderer/ports/records.ts'
import type { StoryStore } from '../../../renderer/ports/story-store.ts'
import { makeContact, makeInteraction } from '../../make.ts'
import { dropOld, openOld } from './old-store.ts'
import { must, storedEntry, storedEvent, storedRecord, withOutbox } from './stored-cases.ts'
import { chatId, storedChat, storedMessage, waitingMessage } from './stored-chats.ts'
import { runId, storedRun, storedUse } from './stored-guides.ts'
import { call, storedJudgement, storedMood, storedUtterance } from './stored-stories.ts'

let stores: DexieStores
let records: Records
let cases: CaseStore
let chats: ChatStore
let guides: GuideStore
let story: StoryStore
let dayLog: DayLog

/** Opens it with this desk. */
async function open(version: Parameters<typeof openOld>[0]): Promise<void> {
  stores = await openOld(version)
  ;({ records, cases, chats, guides, story, dayLog } = stores)
}

afterEach(() => dropOld(stores))

describe('a store of the fourth version', () => {
  beforeEach(() => open(4))

  it('opens with every record, case and chat', async () => {
    const id = storedRecord().id
    const listed = await must(records.recentInteractions(10))
    expect(listed).toMatchObject({ unreadable: 0, interactions: [{ note: 'half a sent' }, {}] })
    expect(listed.interactions[0]).toMatchObject({
      ...{ channel: 'chat', conversation: chatId(1), conversationEnd: 'transferred' },
      continues: makeInteraction().id,
    })
    expect(listed.interactions[1]).toEqual(makeInteraction({ case: id }))
    const contact = makeContact({ addresses: ['amelie@example.org'] })
    expect(await records.contactByAddress('amelie@example.org')).toEqual(ok(contact))
    expect(await records.lineChecks(10)).toMatchObject(ok([{ results: [{ verdict: 'passed' }] }]))
    expect(await cases.case(id)).toEqual(ok({ ...withOutbox(storedRecord(), [storedEntry()]), version: 1 }))
    expect(await cases.history(id)).toEqual(ok([storedEvent()]))
    expect(await cases.file('f1')).toEqual(ok(Uint8Array.of(0, 255, 7)))
    expect(await cases.counts()).toEqual(ok({ cases: 1, underWay: 1, needsAgent: 0 }))
    expect(await chats.openConversations()).toEqual(ok([storedChat()]))
    expect(await chats.messages(chatId(1), undefined, 9)).toEqual(ok([storedMessage(), waitingMessage()]))
    expect(await chats.waiting(chatId(1))).toEqual(ok([waitingMessage()]))
    expect(await chats.search('prestation', 9)).toEqual(ok([storedMessage()]))
    expect(await chats.file(waitingMessage().id)).toEqual(ok(Uint8Array.of(7, 0, 255)))
    expect(await chats.drafts()).toMatchObject(ok([{ text: 'half a sent' }]))
  })

  it('takes guides that are followed and what became of articles, of which it had none', async () => {
    expect(await guides.recentRuns(9)).toEqual(ok([]))
    expect(await guides.uses(0)).toEqual(ok([]))
    expect(await guides.saveRun(storedRun())).toEqual(done)
    expect(await guides.saveUse(storedUse())).toEqual(done)
    expect(await guides.run(runId(1))).toEqual(ok(storedRun()))
    expect(await guides.uses(0)).toEqual(ok([storedUse()]))
  })
})

describe('a store of the fifth version', () => {
  const contact = makeContact({ addresses: ['amelie@example.org'] })
  beforeEach(() => open(5))

  it('opens with every record, case, chat and guide; nobody needed anything, was held or merged', async () => {
    const id = storedRecord().id
    const listed = await must(records.recentInteractions(10))
    expect(listed).toMatchObject({ unreadable: 0, interactions: [{ note: 'half a sent' }, {}] })
    expect(listed.interactions[1]).toStrictEqual(makeInteraction({ case: id }))
    expect(await records.contactByNumber('+1 514 555 0123')).toStrictEqual(ok(contact))
    expect(await records.contactByAddress('amelie@example.org')).toStrictEqual(ok(contact))
    expect(await records.lineChecks(10)).toMatchObject(ok([{ results: [{ verdict: 'passed' }] }]))
    expect(await cases.case(id)).toEqual(ok({ ...withOutbox(storedRecord(), [storedEntry()]), version: 1 }))
    expect(await cases.history(id)).toEqual(ok([storedEvent()]))
    expect(await cases.file('f1')).toEqual(ok(Uint8Array.of(0, 255, 7)))
    expect(await chats.messages(chatId(1), undefined, 9)).toEqual(ok([storedMessage(), waitingMessage()]))
    expect(await chats.file(waitingMessage().id)).toEqual(ok(Uint8Array.of(7, 0, 255)))
    expect(await chats.drafts()).toMatchObject(ok([{ text: 'half a sent' }]))
    expect(await guides.run(runId(1))).toStrictEqual(ok(storedRun()))
    expect(await guides.runsOf(storedRun().interaction)).toEqual(ok([storedRun()]))
    expect(await guides.uses(0)).toEqual(ok([storedUse()]))
  })

  it('tells its stories', async () => {
    const beside = { contacts: [contact.id], towards: 'older', of: Infinity, limit: 9 } as const
    expect(await story.interactionsBeside(beside)).toEqual(await records.recentInteractions(9))
    expect(await story.findContacts('tremblay', 9)).toStrictEqual(ok([contact]))
    expect((await must(story.oldInteractions(Infinity, 9))).map(({ id }) => id)).toEqual([call(1)])
  })

  it('takes what was said, how it sounded, and who is one person, of which it had none', async () => {
    expect(await story.utterances(call(1))).toEqual(ok([]))
    expect(await story.moods([call(1)])).toEqual(ok(new Map()))
    expect(await story.judgements()).toEqual(ok([]))
    expect(await story.heldContacts()).toEqual(ok([]))
    expect(await story.saveUtterances([storedUtterance()])).toEqual(done)
    expect(await story.saveMoods([storedMood()])).toEqual(done)
    expect(await story.saveJudgement(storedJudgement())).toEqual(done)
    const other = makeContact({ id: asContactId('c-2'), numbers: ['+14185550166'] })
    await records.saveContact(other)
    await must(story.mergeContacts(other.id, contact.id))
    expect(await story.contactNow(contact.id)).toMatchObject(ok({ merged: [{ contact }] }))
    expect(await story.splitContact(other.id, contact.id)).toEqual(ok([other, contact]))
  })
})

describe('a store of the sixth version', () => {
  beforeEach(() => open(6))

  it('opens with what was said, how it sounded, and who is one person', async () => {
    expect(await story.utterances(call(1))).toEqual(ok([storedUtterance()]))
    expect(await story.moods([call(1)])).toEqual(ok(new Map([[call(1), storedMood()]])))
    expect(await story.judgements()).toEqual(ok([storedJudgement()]))
    const [kept, gone] = [asContactId('contact-2'), asContactId('contact-3')]
    expect(await story.contactNow(gone)).toMatchObject(ok({ id: kept, merged: [{ contact: { id: gone } }] }))
    expect((await must(records.recentInteractions(10))).interactions).toHaveLength(2)
    expect(await guides.run(runId(1))).toStrictEqual(ok(storedRun()))
    expect(await chats.messages(chatId(1), undefined, 9)).toEqual(ok([storedMessage(), waitingMessage()]))
  })

  it('takes the agent’s day, of which it had none', async () => {
    expect(await dayLog.dayEntriesSince(0)).toEqual(ok([]))
    const entry = { at: 7, state: 'not-ready', reason: 'lunch' } as const
    expect(await dayLog.saveDayEntry(entry)).toEqual(done)
    expect(await dayLog.dayEntriesSince(0)).toEqual(ok([entry]))
  })
})
