import { beforeEach, describe, expect, it, vi } from 'vitest'

import { problem } from '../../../renderer/domain/problem.ts'
import { failed } from '../../../renderer/domain/result.ts'
import { createDesk } from '../../stand-ins/desk.ts'
import type { DeskStandIn } from '../../stand-ins/desk.ts'
import * as story from './cases-story.ts'

const { allSent, atServer, caseOf, inTime, recordAt, screen, states, wire, withCase, soon } = story

let disk = 3_070_000
beforeEach(() => {
  disk += 1
})

/** The next morning, at a desk that has the cases of yesterday. */
async function nextMorning(prepare: (desk: DeskStandIn) => void): Promise<DeskStandIn> {
  const { desk: yesterday } = await withCase(disk)
  await yesterday.signIn.signOut()
  const desk = createDesk({ disk })
  prepare(desk)
  await desk.signIn.signIn({ kind: 'practice' })
  return desk
}

describe('the sign-in to the case system', () => {
  it('is asked for when the password is wrong, and keeps nobody from reading and writing', async () => {
    const desk = await nextMorning((one) => one.caseSide.refuse('cases-wrong-password'))
    await soon(() =>
      expect(screen(desk)).toMatchObject({
        link: { kind: 'signed-out' },
        asking: { kind: 'password', user: 'agent', busy: false },
        list: { records: [{ id: expect.stringContaining('case-1-') as string }] },
      }),
    )
    expect(desk.codes()).toEqual(['cases-wrong-password'])
    const { id } = await recordAt(desk, '1')
    expect(await desk.cases.note(id, 'written meanwhile')).toBe(true)
    desk.timing.pass(3_600_000)
    expect(await states(desk, id)).toEqual(['waiting'])
    desk.caseSide.accept()
    await desk.cases.signIn({ user: 'amelie', secret: 'right' })
    await allSent(desk)
    expect([screen(desk).asking, screen(desk).link, desk.codes(), atServer(desk, '1').told]).toEqual([
      ...[undefined, { kind: 'up' }, []],
      ['amelie: note written meanwhile'],
    ])
  })

  it('asks again when what was typed is wrong too, with the name that was typed', async () => {
    const desk = await nextMorning((one) => one.caseSide.refuse('cases-wrong-password'))
    await soon(() => expect(screen(desk).asking).toBeDefined())
    await desk.cases.signIn({ user: 'amélie', secret: 'wrong' })
    expect([screen(desk).asking, desk.codes()]).toEqual([
      { kind: 'password', user: 'amélie', busy: false },
      ['cases-wrong-password'],
    ])
  })

  it('is not tried a second time with a password that was refused', async () => {
    const desk = await nextMorning((one) => one.caseSide.refuse('cases-wrong-password'))
    const tried = vi.spyOn(desk.caseSide.needs.access, 'signIn')
    await soon(() => expect(screen(desk).asking).toBeDefined())
    for (let minute = 0; minute < 60; minute += 1) desk.timing.pass(60_000)
    desk.computer.wake()
    desk.computer.changeNetwork('online')
    desk.cases.refresh()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(tried).not.toHaveBeenCalled()
  })

  it('keeps one form while a sign-in is under way', async () => {
    const desk = await nextMorning((one) => one.caseSide.refuse('cases-wrong-password'))
    await soon(() => expect(screen(desk).asking).toBeDefined())
    const tried = vi.spyOn(desk.caseSide.needs.access, 'signIn')
    await Promise.all([
      desk.cases.signIn({ user: 'amelie', secret: 'one' }),
      desk.cases.signIn({ user: 'amelie', secret: 'two' }),
    ])
    expect(tried.mock.calls.map(([, account]) => account?.secret)).toEqual(['one'])
  })

  it('says that nobody answers, and goes on by itself with what was typed when somebody does', async () => {
    const desk = await nextMorning((one) => one.caseSide.refuse('cases-wrong-password'))
    await soon(() => expect(screen(desk).asking).toBeDefined())
    desk.caseSide.refuse('cases-unreachable')
    await desk.cases.signIn({ user: 'amelie', secret: 'right' })
    expect([screen(desk).link.kind, desk.codes()]).toEqual([
      'down',
      expect.arrayContaining(['cases-unreachable']),
    ])
    desk.caseSide.accept()
    await inTime(desk, () => expect(screen(desk).link).toEqual({ kind: 'up' }))
    expect([screen(desk).asking, desk.codes()]).toEqual([undefined, []])
  })

  it('is asked for by a case system that has no password yet, without a reproach', async () => {
    const desk = await nextMorning((one) =>
      vi
        .spyOn(one.caseSide.needs.access, 'signIn')
        .mockResolvedValue(failed(problem('cases-sign-in-needed'))),
    )
    await soon(() => expect(screen(desk).asking).toMatchObject({ kind: 'password', busy: false }))
    expect(screen(desk).link).toEqual({ kind: 'signed-out' })
  })

  it('is not needed to begin a shift without a link, as the one whom the desk knows', async () => {
    const desk = await nextMorning((one) => one.caseSide.refuse('cases-unreachable'))
    await inTime(desk, () => expect(screen(desk).link.kind).toBe('down'))
    expect([screen(desk).user, screen(desk).list.records.length, desk.codes()]).toEqual(['amelie', 1, []])
    const { id } = await recordAt(desk, '1')
    await desk.cases.reply(id, 'from the train')
    desk.caseSide.accept()
    await inTime(desk, () => expect(screen(desk).link).toEqual({ kind: 'up' }))
    await allSent(desk)
    expect(story.mails(desk)).toEqual(['from the train'])
  })
})

describe('a session that ends in the middle of a shift', () => {
  it('is asked for once, keeps what is written, and sends it once afterwards', async () => {
    const { desk, id } = await withCase(disk)
    wire(desk).signOut()
    await desk.cases.reply(id, 'one')
    await desk.cases.note(id, 'two')
    await soon(() =>
      expect(screen(desk)).toMatchObject({
        link: { kind: 'signed-out' },
        asking: { kind: 'password', user: 'amelie', busy: false },
      }),
    )
    // The answer that has ended the session is still being written down when the form is there.
    await soon(async () => expect(await states(desk, id)).toEqual(['waiting', 'waiting']))
    expect(desk.codes()).toEqual(['cases-sign-in-needed'])
    for (let minute = 0; minute < 60; minute += 1) desk.timing.pass(60_000)
    expect(await states(desk, id)).toEqual(['waiting', 'waiting'])
    wire(desk).signIn()
    await desk.cases.signIn({ user: 'amelie', secret: 'right' })
    await allSent(desk)
    expect([atServer(desk, '1').told, desk.codes()]).toEqual([['amelie: reply one', 'amelie: note two'], []])
  })

  it('is noticed when nothing is written, too', async () => {
    const { desk } = await withCase(disk)
    wire(desk).signOut()
    await inTime(desk, () => expect(screen(desk).asking).toBeDefined())
    expect(desk.codes()).toEqual(['cases-sign-in-needed'])
  })

  it('ends with the shift: the next agent sees no form, no case and no problem of this one', async () => {
    const { desk } = await withCase(disk)
    wire(desk).signOut()
    await inTime(desk, () => expect(screen(desk).asking).toBeDefined())
    await desk.signIn.signOut()
    expect([desk.codes(), screen(desk).asking, screen(desk).list.records, screen(desk).user]).toEqual([
      ...[[], undefined, [], undefined],
    ])
  })
})

describe('a link that is lost', () => {
  it('is tried again by itself, less and less often, and at once when the computer wakes', async () => {
    const { desk } = await withCase(disk)
    await story.loseLink(desk)
    for (let minute = 0; minute < 30; minute += 1) {
      desk.timing.pass(60_000)
      await new Promise((resolve) => setTimeout(resolve, 0))
    }
    const before = wire(desk).requests.length
    expect(before).toBeLessThan(60)
    caseOf(desk, { subject: ['Made meanwhile'] })
    wire(desk).comeUp()
    desk.computer.wake()
    await soon(() => expect(screen(desk).link).toEqual({ kind: 'up' }))
    await soon(() => recordAt(desk, '2'))
  })
})
