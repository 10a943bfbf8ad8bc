import { beforeEach, describe, expect, it } from 'vitest'

import type { DeskStandIn } from '../../stand-ins/desk.ts'
import * as story from './cases-story.ts'

const { allSent, atServer, caseOf, lastEntry, lookAgain, mails, recordAt, recordOf, server, states } = story
const { value, wire, withCase } = story

let disk = 3_150_000
beforeEach(() => {
  disk += 1
})

const begun = { queue: 'benefits', requestors: [], text: 'Hello', fields: new Map(), files: [] } as const

async function begin(desk: DeskStandIn, subject: string) {
  const id = await desk.cases.begin({ ...begun, subject })
  if (id === undefined) throw new Error('it was not saved')
  await allSent(desk)
  return id
}

/** All that is kept of it is what the case system has. */
const isInStep = async (desk: DeskStandIn, number: string): Promise<void> => {
  const { id } = await recordAt(desk, number)
  const history = value(await desk.caseStore.history(id))
  expect(history.map((one) => one.id)).toEqual(
    server(desk)
      .events({ number })
      .map((one) => one.id),
  )
}

/** The case system goes back to a backup and gives the numbers of its events and cases out again. */
describe('numbers that are given out again before the desk has looked', () => {
  it('cost nothing of a case that was merged into another in between', async () => {
    const { desk, id } = await withCase(disk)
    const other = caseOf(desk)
    await lookAgain(desk, () => recordAt(desk, other))
    const backup = server(desk).backUp()
    await desk.cases.note(id, 'He has called.')
    await allSent(desk)
    server(desk).restore(backup)
    server(desk).merge('benoit', '1', other)
    await lookAgain(desk, () => expect(atServer(desk, other).told).toContain('amelie: note He has called.'))
    await allSent(desk)
    expect(await states(desk, id)).toEqual(['sent'])
  })

  it('cost no note when the same agent has got its number for a reply', async () => {
    const { desk, id } = await withCase(disk)
    const backup = server(desk).backUp()
    await desk.cases.note(id, 'He has called.')
    await allSent(desk)
    server(desk).restore(backup)
    server(desk).reply('amelie', '1', { text: 'From another desk' })
    await lookAgain(desk, () => expect(atServer(desk, '1').told).toContain('amelie: note He has called.'))
    expect(mails(desk)).toEqual(['From another desk'])
  })

  it('leave no event here that was read in the meantime and is none any more', async () => {
    const { desk, id } = await withCase(disk)
    const other = caseOf(desk)
    await lookAgain(desk, () => recordAt(desk, other))
    const backup = server(desk).backUp()
    server(desk).note('benoit', '1', { text: 'Seen.' })
    await desk.cases.open(id)
    server(desk).restore(backup)
    server(desk).note('benoit', other, { text: 'Seen here.' })
    await lookAgain(desk, () => isInStep(desk, '1'))
    await lookAgain(desk, () => isInStep(desk, other))
  })

  it('do not make a note go twice that arrived under one of them, unheard', async () => {
    const { desk, id } = await withCase(disk)
    const backup = server(desk).backUp()
    await desk.cases.note(id, 'First')
    await allSent(desk)
    await lookAgain(desk, async () => expect((await recordOf(desk, id)).historyTo).toBe('2'))
    server(desk).restore(backup)
    wire(desk).meetNext({ kind: 'lose-answer' })
    await desk.cases.note(id, 'Second')
    await lookAgain(desk, () => expect(atServer(desk, '1').told).toHaveLength(2))
    await allSent(desk)
    expect([...atServer(desk, '1').told].sort()).toEqual(['amelie: note First', 'amelie: note Second'])
  })

  it('cost no case that was begun here when the next one has got its number', async () => {
    const { desk } = await withCase(disk)
    const backup = server(desk).backUp()
    const first = await begin(desk, 'First')
    server(desk).restore(backup)
    const second = await begin(desk, 'Second')
    await lookAgain(desk, () => expect(server(desk).numbers()).toEqual(['1', '2', '3']))
    await allSent(desk)
    const subjectOf = async (id: string) =>
      atServer(desk, (await story.numberOf(desk, id)) ?? '').field('subject')
    expect([await subjectOf(first), await subjectOf(second)]).toEqual([['First'], ['Second']])
  })

  it('lead no note into the case that has got them', async () => {
    const { desk } = await withCase(disk)
    const backup = server(desk).backUp()
    const id = await begin(desk, 'First')
    server(desk).restore(backup)
    const other = caseOf(desk)
    await desk.cases.note(id, 'Meant for the first')
    await lookAgain(desk, () => expect(server(desk).numbers()).toHaveLength(3))
    await allSent(desk)
    expect(atServer(desk, other).told).toEqual([])
    await lookAgain(desk, async () =>
      expect(atServer(desk, (await story.numberOf(desk, id)) ?? '').told).toEqual([
        'amelie: note Meant for the first',
      ]),
    )
  })

  it('bring a link back of which the desk had heard nothing but that it was there', async () => {
    const { desk, id } = await withCase(disk)
    const backup = server(desk).backUp()
    wire(desk).meetNext({ kind: 'lose-answer' })
    await desk.cases.link(id, { kind: 'refers-to', target: 'https://example.org/1' })
    await allSent(desk)
    await lookAgain(desk, async () => expect((await recordOf(desk, id)).historyTo).toBe('2'))
    server(desk).restore(backup)
    await lookAgain(desk, () => expect(server(desk).kept('1')?.links).toHaveLength(1))
    await allSent(desk)
    expect((await lastEntry(desk, id)).state.kind).toBe('sent')
  })

  it('make it write a second time to the customer in a note at most, and look no further for the first', async () => {
    const { desk, id } = await withCase(disk)
    const backup = server(desk).backUp()
    for (const text of ['One', 'Two']) await desk.cases.reply(id, text)
    await allSent(desk)
    server(desk).restore(backup)
    await lookAgain(desk, () => expect(atServer(desk, '1').told).toHaveLength(2))
    await allSent(desk)
    await lookAgain(desk, async () =>
      expect(value(await desk.caseStore.known()).cursor).toEqual(server(desk).changes(undefined).cursor),
    )
    const before = wire(desk).requests.filter(({ name }) => name === 'history').length
    for (let looks = 0; looks < 4; looks += 1) {
      const asked = wire(desk).requests.filter(({ name }) => name === 'changes').length
      await lookAgain(desk, () =>
        expect(wire(desk).requests.filter(({ name }) => name === 'changes').length).toBeGreaterThan(asked),
      )
    }
    expect(wire(desk).requests.filter(({ name }) => name === 'history').length).toBe(before)
    expect(mails(desk)).toEqual(['One', 'Two'])
  })
})

describe('a conflict on a case that was merged into another', () => {
  it('is settled when the agent chooses theirs or their own, and is not asked again', async () => {
    const { desk, id } = await withCase(disk, { priority: ['50'] })
    const other = caseOf(desk, { priority: ['10'] })
    await lookAgain(desk, () => recordAt(desk, other))
    await story.loseLink(desk)
    await desk.cases.change(id, 'priority', ['90'])
    server(desk).merge('benoit', '1', other)
    wire(desk).comeUp()
    await lookAgain(desk, async () => expect((await lastEntry(desk, id)).state.kind).toBe('conflict'))
    await desk.cases.choose((await lastEntry(desk, id)).id, 'mine')
    await allSent(desk)
    expect([atServer(desk, other).field('priority'), await states(desk, id)]).toEqual([['90'], ['sent']])
  })
})
