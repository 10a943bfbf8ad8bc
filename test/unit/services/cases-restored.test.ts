import { beforeEach, describe, expect, it } from 'vitest'

import type { DeskStandIn } from '../../stand-ins/desk.ts'
import * as story from './cases-story.ts'

const { allSent, atServer, caseOf, lastEntry, lookAgain, mails, server, states, value, withCase } = story

let disk = 3_050_000
beforeEach(() => {
  disk += 1
})

/** The desk has seen that the case system went back in time, and has done what there was to do about it. */
const restored = (desk: DeskStandIn, told: readonly string[], number = '1') =>
  lookAgain(desk, () => {
    expect(desk.codes()).toContain('cases-restored')
    expect(atServer(desk, number).told).toEqual(told)
  })

/** The desk has looked since it sent the last thing. */
const hasLooked = (desk: DeskStandIn) =>
  lookAgain(desk, async () => {
    const last = server(desk).changes(undefined)
    expect(value(await desk.caseStore.known()).cursor).toEqual(last.cursor)
  })

describe('a case system whose backup was restored', () => {
  it('gets back what it has lost, and the customer gets no second mail', async () => {
    const { desk, id } = await withCase(disk)
    const backup = server(desk).backUp()
    await desk.cases.change(id, 'priority', ['90'])
    await desk.cases.note(id, 'He has called.')
    await desk.cases.reply(id, 'It was sent on Friday.')
    await allSent(desk)
    server(desk).restore(backup)
    await restored(desk, [
      'amelie: priority 90',
      'amelie: note He has called.',
      'amelie: note restored: It was sent on Friday.',
    ])
    await allSent(desk)
    expect([mails(desk), await states(desk, id)]).toEqual([
      ['It was sent on Friday.'],
      ['sent', 'sent', 'sent', 'sent'],
    ])
  })

  it('gets a case back that was made since, with what was written to it', async () => {
    const { desk } = await withCase(disk)
    const backup = server(desk).backUp()
    const id = await desk.cases.begin({
      ...{ queue: 'benefits', subject: 'New', requestors: [], text: 'Hello', fields: new Map(), files: [] },
    })
    if (id === undefined) throw new Error('it was not saved')
    await desk.cases.note(id, 'and its note')
    await allSent(desk)
    server(desk).restore(backup)
    await lookAgain(desk, () => expect(server(desk).numbers()).toEqual(['1', '2']))
    await restored(desk, ['amelie: note and its note'], '2')
    await allSent(desk)
    expect([atServer(desk, '2').field('subject'), await states(desk, id)]).toEqual([
      ['New'],
      ['sent', 'sent'],
    ])
  })

  it('gets nothing that it has kept', async () => {
    const { desk, id } = await withCase(disk)
    await desk.cases.note(id, 'before the backup')
    await allSent(desk)
    const backup = server(desk).backUp()
    await desk.cases.note(id, 'after the backup')
    await allSent(desk)
    server(desk).restore(backup)
    await restored(desk, ['amelie: note before the backup', 'amelie: note after the backup'])
    await allSent(desk)
    await hasLooked(desk)
    expect(atServer(desk, '1').told).toHaveLength(2)
  })

  it('gets one note for one reply, however often it is restored', async () => {
    const { desk, id } = await withCase(disk)
    const backup = server(desk).backUp()
    await desk.cases.reply(id, 'It was sent on Friday.')
    await allSent(desk)
    for (let times = 0; times < 3; times += 1) {
      server(desk).restore(backup)
      await lookAgain(desk, () =>
        expect(atServer(desk, '1').told).toEqual(['amelie: note restored: It was sent on Friday.']),
      )
      await allSent(desk)
    }
    expect([mails(desk), await states(desk, id)]).toEqual([['It was sent on Friday.'], ['sent', 'sent']])
  })

  it.each([
    ['', async (desk: DeskStandIn) => hasLooked(desk)],
    [' and the desk had not looked again before', async () => Promise.resolve()],
  ])('is noticed when others have written as much again since%s', async (_, before) => {
    const { desk, id } = await withCase(disk)
    const backup = server(desk).backUp()
    await desk.cases.note(id, 'mine')
    await allSent(desk)
    await before(desk)
    server(desk).restore(backup)
    server(desk).note('benoit', '1', { text: 'his' })
    server(desk).note('benoit', '1', { text: 'his too' })
    await restored(desk, ['benoit: note his', 'benoit: note his too', 'amelie: note mine'])
  })

  it('does not bring a value back over what a colleague has set since: it asks', async () => {
    const { desk, id } = await withCase(disk, { priority: ['50'] })
    const backup = server(desk).backUp()
    await desk.cases.change(id, 'priority', ['90'])
    await allSent(desk)
    await hasLooked(desk)
    server(desk).restore(backup)
    server(desk).change('benoit', '1', 'priority', ['10'])
    await lookAgain(desk, async () => expect((await lastEntry(desk, id)).state.kind).toBe('conflict'))
    expect([desk.codes(), atServer(desk, '1').field('priority')]).toEqual([['cases-restored'], ['10']])
  })

  it('is nothing to tell of when nothing from here was lost, and a case that is gone is said to be', async () => {
    const { desk, id } = await withCase(disk)
    const backup = server(desk).backUp()
    const number = caseOf(desk, { subject: ['Later'] })
    await lookAgain(desk, () => story.recordAt(desk, number))
    const later = await story.recordAt(desk, number)
    server(desk).restore(backup)
    await lookAgain(desk, async () =>
      expect((await story.recordOf(desk, later.id)).standing).toEqual({ kind: 'deleted' }),
    )
    expect([desk.codes(), (await story.recordOf(desk, id)).standing]).toEqual([[], { kind: 'here' }])
  })
})
