import 'fake-indexeddb/auto'

import { beforeEach, describe, expect, it, vi } from 'vitest'

import { wipeStores } from '../../../renderer/adapters/dexie/dexie-stores.ts'
import { asEntryId } from '../../../renderer/domain/ids.ts'
import type { CaseId } from '../../../renderer/domain/ids.ts'
import type { OutboxEntry } from '../../../renderer/domain/outbox.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { failed, ok } from '../../../renderer/domain/result.ts'
import { practiceRealm } from '../../../renderer/domain/setup.ts'
import { shiftStart } from '../../make.ts'
import { createDesk } from '../../stand-ins/desk.ts'
import type { DeskStandIn } from '../../stand-ins/desk.ts'
import * as story from './cases-story.ts'

const { allSent, atServer, comeBack, entriesOf, inTime, lastEntry, loseLink, mails, recordOf, soon } = story
const { screen, states, value, wire, withCase } = story

let disk = 3_080_000
beforeEach(() => {
  disk += 1
})

/** The desk is begun once more on the same computer; the one before has ended without a word. */
async function restart(prepare: (desk: DeskStandIn) => void = () => undefined): Promise<DeskStandIn> {
  const desk = createDesk({ disk })
  prepare(desk)
  await desk.signIn.signIn({ kind: 'practice' })
  return desk
}

const journalOf = async (desk: DeskStandIn): Promise<readonly OutboxEntry[]> =>
  value(await desk.caseSide.needs.journal.open(practiceRealm)).entries

const noteEntry = (id: CaseId): OutboxEntry => ({
  ...{ id: asEntryId('entry-1'), case: id, order: shiftStart, writtenAt: shiftStart, after: '1' },
  edit: { kind: 'note', text: 'from the journal', attachments: [], purpose: 'note' },
  state: { kind: 'waiting', tries: 0, notBefore: 0 },
})

const leaflet = { name: 'leaflet.txt', type: 'text/plain', bytes: new Uint8Array([76, 101, 97, 102]) }

describe('a desk that ends in the middle of the work', () => {
  it('has what was being written, to the last burst of keys', async () => {
    const { desk, id } = await withCase(disk)
    desk.cases.draft(`reply:${id}`, { text: 'Dear' })
    desk.cases.draft(`reply:${id}`, { text: 'Dear customer, ' })
    desk.cases.draft('case', { subject: 'A new' })
    desk.cases.draft(`note:${id}`, { text: 'sent since' })
    await soon(async () => expect(value(await desk.caseStore.drafts())).toHaveLength(3))
    desk.cases.draft(`note:${id}`, undefined)
    await soon(async () => expect(value(await desk.caseStore.drafts())).toHaveLength(2))
    const again = await restart()
    expect([...screen(again).drafts].sort()).toEqual([
      ['case', { subject: 'A new' }],
      [`reply:${id}`, { text: 'Dear customer, ' }],
    ])
  })

  it('sends what had not been sent, in its order, once', async () => {
    const { desk, id } = await withCase(disk)
    await loseLink(desk)
    await desk.cases.change(id, 'priority', ['10'])
    await desk.cases.reply(id, 'It was sent on Friday.', [leaflet])
    const again = await restart()
    await soon(() => expect(screen(again).counts).toEqual({ cases: 1, underWay: 2, needsAgent: 0 }))
    await comeBack(again)
    expect(atServer(again, '1').told).toEqual(['amelie: priority 10', 'amelie: reply It was sent on Friday.'])
    expect([mails(again), story.server(again).file('3-0')]).toEqual([
      ['It was sent on Friday.'],
      leaflet.bytes,
    ])
  })

  it('asks about a reply that was just being sent and is not there', async () => {
    const { desk, id } = await withCase(disk)
    wire(desk).meetAlways(({ name }) => (name === 'reply' ? { kind: 'slow', by: 60_000 } : { kind: 'none' }))
    await desk.cases.reply(id, 'It was sent on Friday.')
    await soon(async () => expect(await states(desk, id)).toEqual(['sending']))
    const again = await restart()
    await inTime(again, async () => expect(await states(again, id)).toEqual(['asking']))
    expect(mails(again)).toEqual([])
  })

  it('finds a reply that was just being sent and has arrived', async () => {
    const { desk, id } = await withCase(disk)
    wire(desk).meetAlways(({ name }) => (name === 'reply' ? { kind: 'slow', by: 60_000 } : { kind: 'none' }))
    await desk.cases.reply(id, 'It was sent on Friday.')
    await soon(async () => expect(await states(desk, id)).toEqual(['sending']))
    desk.timing.pass(60_000)
    await soon(() => expect(mails(desk)).toHaveLength(1))
    const again = await restart()
    await inTime(again, async () => expect(await states(again, id)).toEqual(['sent']))
    expect(mails(again)).toEqual(['It was sent on Friday.'])
  })

  it('has what only the journal has: it ended between the two', async () => {
    const { desk, id } = await withCase(disk)
    await loseLink(desk)
    await desk.caseSide.needs.journal.append(noteEntry(id), [])
    const again = await restart()
    await soon(async () => expect(await states(again, id)).toEqual(['waiting']))
    await comeBack(again)
    expect(atServer(again, '1').told).toEqual(['amelie: note from the journal'])
  })

  it('writes into the journal what only the database has, with its file', async () => {
    const { desk, id } = await withCase(disk)
    await loseLink(desk)
    await desk.cases.note(id, 'kept twice', [leaflet])
    const entry = await lastEntry(desk, id)
    await desk.caseSide.needs.journal.forget([entry.id])
    expect(await journalOf(desk)).toEqual([])
    const again = await restart()
    await soon(async () =>
      expect(await journalOf(again)).toMatchObject([{ id: entry.id, case: id, edit: entry.edit }]),
    )
    expect(value(await again.caseSide.needs.journal.open(practiceRealm)).files).toEqual([
      expect.objectContaining({ case: id, bytes: leaflet.bytes }),
    ])
  })

  it('does not send again what the journal knows to be sent', async () => {
    const { desk, id } = await withCase(disk)
    await loseLink(desk)
    await desk.cases.reply(id, 'It was sent on Friday.')
    const entry = await lastEntry(desk, id)
    const sent = { kind: 'sent', at: shiftStart, event: '2' } as const
    await desk.caseSide.needs.journal.settle([{ id: entry.id, state: sent }])
    const again = await restart()
    await soon(async () => expect((await lastEntry(again, id)).state).toEqual(sent))
    wire(again).comeUp()
    await allSent(again)
    expect(mails(again)).toEqual([])
  })

  it('forgets after a week what was settled, here and in the journal', async () => {
    const { desk, id } = await withCase(disk)
    await desk.cases.note(id, 'sent')
    await allSent(desk)
    await desk.signIn.signOut()
    const soonAfter = await restart((one) => one.timing.pass(6 * 24 * 3_600_000))
    await soon(() => expect(screen(soonAfter).link.kind).toBe('up'))
    expect([await states(soonAfter, id), (await journalOf(soonAfter)).length]).toEqual([['sent'], 1])
    await soonAfter.signIn.signOut()
    const muchLater = await restart((one) => one.timing.pass(8 * 24 * 3_600_000))
    await soon(async () => expect(await entriesOf(muchLater, id)).toEqual([]))
    await soon(async () => expect(await journalOf(muchLater)).toEqual([]))
  })
})

describe('a database that was wiped', () => {
  it('gets from the journal what had not been sent, says so, and sends it once', async () => {
    const { desk, id } = await withCase(disk)
    await desk.cases.reply(id, 'sent before')
    await allSent(desk)
    await loseLink(desk)
    await desk.cases.change(id, 'priority', ['10'])
    await desk.cases.reply(id, 'It was sent on Friday.', [leaflet])
    const begun = {
      queue: 'benefits',
      subject: 'New',
      requestors: [],
      text: 'x',
      fields: new Map(),
      files: [],
    }
    const made = await desk.cases.begin(begun)
    await desk.signIn.signOut()
    await wipeStores(practiceRealm)
    const again = await restart()
    await soon(() => expect(again.codes()).toContain('journal-restored'))
    await soon(async () => expect(await states(again, id)).toEqual(['sent', 'waiting', 'waiting']))
    await comeBack(again)
    expect(mails(again)).toEqual(['sent before', 'It was sent on Friday.'])
    expect(atServer(again, '1').told).toEqual([
      'amelie: reply sent before',
      'amelie: priority 10',
      'amelie: reply It was sent on Friday.',
    ])
    expect(await story.numberOf(again, made ?? '')).toBe('2')
    await inTime(again, async () => expect((await recordOf(again, id)).server.fields.size).toBeGreaterThan(3))
  })

  it('is nothing to tell of when everything had been sent', async () => {
    const { desk, id } = await withCase(disk)
    await desk.cases.note(id, 'sent')
    await allSent(desk)
    await desk.signIn.signOut()
    await wipeStores(practiceRealm)
    const again = await restart()
    await inTime(again, () => story.recordAt(again, '1'))
    expect([again.codes(), atServer(again, '1').told]).toEqual([[], ['amelie: note sent']])
  })
})

describe('a journal that is damaged', () => {
  it('is said, and the work goes on', async () => {
    await withCase(disk).then(({ desk }) => desk.signIn.signOut())
    const desk = await restart((one) =>
      vi
        .spyOn(one.caseSide.needs.journal, 'open')
        .mockResolvedValue(ok({ entries: [], files: [], damaged: 3 })),
    )
    await soon(() => expect(desk.codes()).toEqual(['journal-damaged']))
    await soon(() => expect(screen(desk).link).toEqual({ kind: 'up' }))
  })

  it('does not let anything be written that could be lost when it cannot be opened at all', async () => {
    const desk = await restart((one) =>
      vi.spyOn(one.caseSide.needs.journal, 'open').mockResolvedValue(failed(problem('store-unopened'))),
    )
    expect([desk.codes(), screen(desk).link]).toEqual([['store-unopened'], { kind: 'none' }])
  })
})
