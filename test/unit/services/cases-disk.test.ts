import { beforeEach, describe, expect, it, vi } from 'vitest'

import { asCaseId } from '../../../renderer/domain/ids.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import type { Promised } from '../../../renderer/domain/promise.ts'
import { failed } from '../../../renderer/domain/result.ts'
import type { StorageRoom } from '../../../renderer/ports/storage-room.ts'
import { isForgettable } from '../../../renderer/services/cases/case-keeping.ts'
import { shiftStart } from '../../make.ts'
import { makeCase } from '../../stand-ins/case-desk.ts'
import { createDesk } from '../../stand-ins/desk.ts'
import type { DeskStandIn } from '../../stand-ins/desk.ts'
import * as story from './cases-story.ts'

const { allSent, atServer, atWork, caseOf, inTime, lookAgain, loseLink, mails, recordAt, screen, soon } =
  story
const { server, states, value, withCase } = story

let disk = 3_090_000
beforeEach(() => {
  disk += 1
})

const full = failed(problem('not-saved', false))
const days = 24 * 3_600_000

const promised: Promised = {
  ...{ id: '00000000-0000-4000-8000-000000000001', kind: 'promise', what: 'a letter' },
  ...{ dueAt: shiftStart, number: undefined, keptAt: undefined },
}

describe('a disk that does not take what is written', () => {
  it('says so when the journal refuses, and the same again is written once', async () => {
    const { desk, id } = await withCase(disk)
    await desk.cases.open(id)
    vi.spyOn(desk.caseSide.needs.journal, 'append').mockResolvedValueOnce(full)
    expect(await desk.cases.note(id, 'He has called.')).toBe(false)
    expect([screen(desk).open?.saved, desk.codes(), await states(desk, id)]).toEqual([
      ...['unsaved', ['not-saved'], []],
    ])
    expect(await desk.cases.note(id, 'He has called.')).toBe(true)
    expect([screen(desk).open?.saved, desk.codes()]).toEqual(['saved', []])
    await allSent(desk)
    expect(atServer(desk, '1').told).toEqual(['amelie: note He has called.'])
  })

  it('says so when the database refuses, and the same again is written once, also after a restart', async () => {
    const { desk, id } = await withCase(disk)
    await loseLink(desk)
    vi.spyOn(desk.caseStore, 'commit').mockResolvedValueOnce(full)
    expect(await desk.cases.reply(id, 'It was sent on Friday.')).toBe(false)
    expect([desk.codes(), await states(desk, id)]).toEqual([['not-saved'], []])
    expect(await desk.cases.reply(id, 'It was sent on Friday.')).toBe(true)
    const again = createDesk({ disk })
    await again.signIn.signIn({ kind: 'practice' })
    await soon(async () => expect(await states(again, id)).toEqual(['waiting']))
    await story.comeBack(again)
    expect(mails(again)).toEqual(['It was sent on Friday.'])
  })

  it('says nothing of what the journal cannot forget until it is in the database as well', async () => {
    const { desk, id } = await withCase(disk)
    const commit = vi.spyOn(desk.caseStore, 'commit').mockResolvedValue(full)
    const forget = vi.spyOn(desk.caseSide.needs.journal, 'forget').mockResolvedValue(full)
    const told = vi.fn()
    void desk.cases.reply(id, 'It was sent on Friday.').then(told)
    await inTime(desk, () => expect(forget.mock.calls.length).toBeGreaterThan(3))
    expect([told.mock.calls, mails(desk)]).toEqual([[], []])
    commit.mockRestore()
    await inTime(desk, async () => expect(await states(desk, id)).toEqual(['sent']))
    expect([told.mock.calls, mails(desk)]).toEqual([[[true]], ['It was sent on Friday.']])
  })

  it('does not send what it could not mark as being sent', async () => {
    const { desk, id } = await withCase(disk)
    await loseLink(desk)
    await desk.cases.reply(id, 'It was sent on Friday.')
    const append = vi.spyOn(desk.caseSide.needs.journal, 'append').mockResolvedValue(full)
    story.wire(desk).comeUp()
    await inTime(desk, () => expect(append).toHaveBeenCalled())
    expect(mails(desk)).toEqual([])
    append.mockRestore()
    await allSent(desk)
    expect(mails(desk)).toEqual(['It was sent on Friday.'])
  })

  it('looks for a reply that was sent and could not be marked so', async () => {
    const { desk, id } = await withCase(disk)
    const commit = vi.spyOn(desk.caseStore, 'commit')
    story.wire(desk).meetAlways(({ name }) => {
      if (name === 'reply') commit.mockResolvedValueOnce(full)
      return { kind: 'none' }
    })
    await desk.cases.reply(id, 'It was sent on Friday.')
    await inTime(desk, async () => expect(await states(desk, id)).toEqual(['sent']))
    expect(mails(desk)).toEqual(['It was sent on Friday.'])
  })

  it('reads again what it could not keep', async () => {
    const { desk, id } = await withCase(disk)
    server(desk).change('benoit', '1', 'priority', ['10'])
    const commit = vi.spyOn(desk.caseStore, 'commit').mockResolvedValue(full)
    desk.cases.refresh()
    await inTime(desk, () => expect(commit).toHaveBeenCalled())
    commit.mockRestore()
    await lookAgain(desk, async () =>
      expect((await story.recordOf(desk, id)).current.fields.get('priority')).toEqual(['10']),
    )
  })
})

describe('the room on the disk', () => {
  const begin = async (used: number): Promise<DeskStandIn> => {
    const desk = createDesk({ disk })
    const room: StorageRoom = desk.caseSide.needs.room
    vi.spyOn(room, 'estimate').mockResolvedValue({ used, quota: 100 })
    vi.spyOn(room, 'persist')
    await desk.signIn.signIn({ kind: 'practice' })
    await soon(() => expect(screen(desk).room).toBe(used / 100))
    return desk
  }

  it('is said when it becomes little, and asked to be kept', async () => {
    const desk = await begin(90)
    expect([desk.codes(), desk.caseSide.needs.room.persist]).toEqual([['storage-low'], expect.anything()])
    expect(desk.caseSide.needs.room.persist).toHaveBeenCalledOnce()
  })

  it('is nothing to speak of before', async () => {
    expect((await begin(89)).codes()).toEqual([])
  })

  it('is watched while the shift goes on', async () => {
    const desk = await begin(50)
    const room: StorageRoom = desk.caseSide.needs.room
    vi.spyOn(room, 'estimate').mockResolvedValue({ used: 95, quota: 100 })
    for (let minute = 0; minute < 15; minute += 1) {
      desk.timing.pass(60_000)
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    await inTime(desk, () => expect(desk.codes()).toEqual(['storage-low']))
  })
})

describe('a case that is forgotten on this computer', () => {
  const before = shiftStart - 30 * days
  const old = makeCase({ fields: { status: ['resolved'] }, record: { active: false } })
  const aged = { ...old, current: { ...old.current, updatedAt: before - 1 } }

  it.each([
    ['nothing is left to do and nobody has looked at it', aged, true],
    ['it is still open', { ...aged, active: true }, false],
    ['it is pinned', { ...aged, pinned: true }, false],
    ['something of it has not been sent', { ...aged, underWay: 1 }, false],
    ['something of it waits for the agent', { ...aged, needsAgent: 1 }, false],
    ['somebody was promised something', { ...aged, promises: [promised] }, false],
    ['it was changed a day ago', old, false],
    ['somebody has looked at it a day ago', { ...aged, openedAt: shiftStart - days }, false],
  ])('when %s: %#', (_, record, isGone) => {
    expect(isForgettable(record, before)).toBe(isGone)
  })

  it('goes with its history and comes back when it changes; what has not been sent stays', async () => {
    const desk = await atWork(disk, (one) => {
      for (const subject of ['done', 'unsent', 'open', 'pinned']) caseOf(one, { subject: [subject] })
    })
    const ids = await Promise.all(
      ['1', '2', '3', '4'].map(async (number) => (await recordAt(desk, number)).id),
    )
    const [gone, unsent, open, pinned] = ids.map((id) => asCaseId(id))
    if (!gone || !unsent || !open || !pinned) throw new Error('they are all there')
    for (const number of ['1', '2', '4']) server(desk).change('benoit', number, 'status', ['resolved'])
    await desk.cases.pin(pinned, true)
    await lookAgain(desk, async () => expect((await recordAt(desk, '4')).active).toBe(false))
    await lookAgain(desk, async () => expect((await recordAt(desk, '2')).active).toBe(false))
    await loseLink(desk)
    await desk.cases.note(unsent, 'not sent yet')
    await desk.signIn.signOut()
    const later = createDesk({ disk })
    later.timing.pass(31 * days)
    await later.signIn.signIn({ kind: 'practice' })
    await soon(async () => expect(value(await later.caseStore.case(gone))).toBeUndefined())
    const left = await Promise.all(ids.map(async (id) => value(await later.caseStore.case(id))?.id))
    expect([left, value(await later.caseStore.history(gone)), value(await later.caseStore.counts())]).toEqual(
      [[undefined, unsent, open, pinned], [], { cases: 3, underWay: 1, needsAgent: 0 }],
    )
    server(later).message('luc@example.org', '1', { text: 'Hello?' })
    story.wire(later).comeUp()
    await lookAgain(later, async () => expect((await recordAt(later, '1')).id).toBe(gone))
    expect(value(await later.caseStore.history(gone)).map(({ kind }) => kind)).toContain('message')
  })
})
