import { beforeEach, describe, expect, it } from 'vitest'

import * as story from './cases-story.ts'

const { allSent, atServer, atWork, caseOf, comeBack, lastEntry, lookAgain, loseLink, recordAt } = story
const { recordOf, screen, server, states, value, wire, withCase } = story

let disk = 3_060_000
beforeEach(() => {
  disk += 1
})

async function withTwo() {
  const desk = await atWork(disk, (one) => {
    caseOf(one, { subject: ['First'] })
    caseOf(one, { subject: ['Second'] })
  })
  return { desk, id: (await recordAt(desk, '1')).id, other: (await recordAt(desk, '2')).id }
}

describe('a case that is not where it was', () => {
  it('was merged into another: it is said, stays readable, and leaves the list', async () => {
    const { desk, id, other } = await withTwo()
    server(desk).merge('benoit', '1', '2')
    await lookAgain(desk, async () =>
      expect((await recordOf(desk, id)).standing).toEqual({ kind: 'merged', into: '2' }),
    )
    expect(value(await desk.caseStore.history(id))).toHaveLength(1)
    await lookAgain(desk, () => expect(screen(desk).list.records.map((one) => one.id)).toEqual([other]))
  })

  it('sends what was written without a link to where the work goes on', async () => {
    const { desk, id } = await withTwo()
    await loseLink(desk)
    await desk.cases.note(id, 'for the first')
    await desk.cases.reply(id, 'Dear customer')
    await desk.cases.change(id, 'priority', ['10'])
    server(desk).merge('benoit', '1', '2')
    await comeBack(desk)
    expect(atServer(desk, '2').told.filter((one) => one.startsWith('amelie'))).toEqual([
      'amelie: note for the first',
      'amelie: reply Dear customer',
      'amelie: priority 10',
    ])
    expect(await states(desk, id)).toEqual(['sent', 'sent', 'sent'])
  })

  it('has the whole history of both in the case where the work goes on', async () => {
    const { desk, other } = await withTwo()
    server(desk).note('benoit', '1', { text: 'in the first' })
    server(desk).note('benoit', '2', { text: 'in the second' })
    await lookAgain(desk, async () => expect((await recordOf(desk, other)).historyTo).toBe('4'))
    server(desk).merge('benoit', '1', '2')
    await lookAgain(desk, async () =>
      expect(value(await desk.caseStore.history(other)).map(({ kind, text }) => text || kind)).toEqual([
        ...['I have not received it.', 'I have not received it.', 'in the first', 'in the second'],
        ...['merged', 'merged'],
      ]),
    )
  })

  it('is written to by the number of the other one, once that is known', async () => {
    const { desk, id } = await withTwo()
    server(desk).merge('benoit', '1', '2')
    await lookAgain(desk, async () => expect((await recordOf(desk, id)).standing.kind).toBe('merged'))
    await desk.cases.note(id, 'for the first')
    await allSent(desk)
    expect(wire(desk).requests.filter(({ name }) => name === 'note')).toMatchObject([{ of: '2' }])
  })

  it('fetches a case that was not here when one is merged into it', async () => {
    const { desk, id } = await withCase(disk)
    const number = caseOf(desk, { owner: ['benoit'], status: ['resolved'] })
    server(desk).merge('benoit', '1', number)
    await lookAgain(desk, async () =>
      expect((await recordOf(desk, id)).standing).toEqual({ kind: 'merged', into: number }),
    )
    await lookAgain(desk, () => recordAt(desk, number))
  })

  it('was deleted: it is said, and what was written for it is set aside with that reason', async () => {
    const { desk, id } = await withCase(disk)
    await loseLink(desk)
    await desk.cases.note(id, 'too late')
    server(desk).delete('1')
    await comeBack(desk)
    await lookAgain(desk, async () =>
      expect((await recordOf(desk, id)).standing).toEqual({ kind: 'deleted' }),
    )
    expect((await lastEntry(desk, id)).state).toMatchObject({ kind: 'set-aside', why: 'gone' })
    expect(value(await desk.caseStore.history(id))).toHaveLength(1)
    await lookAgain(desk, () => expect(screen(desk).list.records).toEqual([]))
    await desk.cases.show('unsent')
    expect(screen(desk).list.records.map((one) => one.id)).toEqual([id])
  })

  it('may not be seen any more: it is said when it is opened, and nothing of it is lost', async () => {
    const { desk, id } = await withCase(disk)
    server(desk).forbid('1')
    await desk.cases.open(id)
    expect([screen(desk).open?.record.standing, screen(desk).open?.events.length]).toEqual([
      { kind: 'forbidden' },
      1,
    ])
    await desk.cases.note(id, 'about it')
    await allSent(desk)
    expect((await lastEntry(desk, id)).state).toMatchObject({ kind: 'set-aside', why: 'forbidden' })
  })

  it('may not be seen any more from the moment between two questions', async () => {
    const { desk, id } = await withCase(disk)
    wire(desk).meetAlways(({ name }) => {
      if (name === 'history') server(desk).forbid('1')
      return { kind: 'none' }
    })
    await desk.cases.open(id)
    expect(screen(desk).open?.record.standing).toEqual({ kind: 'forbidden' })
  })

  it('may be seen again: it is back where it was', async () => {
    const { desk, id } = await withCase(disk)
    server(desk).forbid('1')
    await desk.cases.open(id)
    server(desk).forbid('1', false)
    await lookAgain(desk, async () => expect((await recordOf(desk, id)).standing).toEqual({ kind: 'here' }))
    await lookAgain(desk, () => expect(screen(desk).list.records.map((one) => one.id)).toEqual([id]))
  })

  it('was moved to another team: that is shown as a change like any other', async () => {
    const { desk, id } = await withCase(disk)
    await desk.cases.open(id)
    server(desk).change('benoit', '1', 'queue', ['passports'])
    await lookAgain(desk, () =>
      expect(screen(desk).open?.events.at(-1)).toMatchObject({
        by: 'benoit',
        change: { field: 'queue', before: ['benefits'], after: ['passports'] },
      }),
    )
  })
})
