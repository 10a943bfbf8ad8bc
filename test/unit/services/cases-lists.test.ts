import { beforeEach, describe, expect, it } from 'vitest'

import { fieldOf } from '../../../renderer/domain/case.ts'
import type { CaseView } from '../../../renderer/domain/case-record.ts'
import { offered, shiftStart } from '../../make.ts'
import type { DeskStandIn } from '../../stand-ins/desk.ts'
import * as story from './cases-story.ts'
import { at, inHand } from './story.ts'

const { atWork, caseOf, customer, inTime, lookAgain, loseLink, recordAt, screen, server, value, wire, soon } =
  story

let disk = 3_100_000
beforeEach(() => {
  disk += 1
})

const hour = 3_600_000

const subjects = (desk: DeskStandIn): readonly string[] =>
  screen(desk).list.records.map(({ current }) => fieldOf(current, 'subject').join())

/** Four cases, the newest of them last. */
const office = () =>
  atWork(disk, (desk) => {
    caseOf(desk, { subject: ['Prestation de mars'], due: ['2026-11-25'] })
    desk.timing.pass(2000)
    caseOf(desk, { subject: ['Lost passport'], owner: ['benoit'], due: ['2026-11-24'] })
    desk.timing.pass(2000)
    caseOf(desk, { subject: ['Été à Rome'], owner: ['amelie'], 'custom:File number': ['B-17'] })
    desk.timing.pass(2000)
    caseOf(desk, { subject: ['Done'], status: ['resolved'], owner: ['amelie'] })
  })

describe('the lists', () => {
  it('are those that every desk has, each in its order', async () => {
    const desk = await office()
    const third = await recordAt(desk, '3')
    await desk.cases.pin(third.id, true)
    await loseLink(desk)
    await desk.cases.note((await recordAt(desk, '2')).id, 'waits')
    const seen: Partial<Record<CaseView, readonly string[]>> = {}
    for (const view of ['mine', 'team', 'due', 'promises', 'unsent', 'pinned'] as const) {
      await desk.cases.show(view)
      seen[view] = subjects(desk)
    }
    expect(seen).toEqual({
      mine: ['Été à Rome', 'Prestation de mars'],
      team: ['Lost passport', 'Été à Rome', 'Prestation de mars'],
      due: ['Lost passport', 'Prestation de mars'],
      promises: [],
      unsent: ['Lost passport'],
      pinned: ['Été à Rome'],
    })
  })

  it('follow what changes: a case that is given to the agent is theirs', async () => {
    const desk = await office()
    server(desk).change('benoit', '2', 'owner', ['amelie'])
    await lookAgain(desk, () => expect(subjects(desk)).toContain('Lost passport'))
    await desk.cases.change((await recordAt(desk, '1')).id, 'status', ['resolved'])
    expect(subjects(desk)).toEqual(['Lost passport', 'Été à Rome'])
  })

  it('keep the rows of cases that have not changed', async () => {
    const desk = await office()
    await desk.cases.show('team')
    const before = screen(desk).list.records
    const [first] = before
    if (!first) throw new Error('the list is empty')
    await desk.cases.pin(first.id, true)
    const after = screen(desk).list.records
    expect(after.map((record, row) => record === before[row])).toEqual([false, true, true])
    expect(after[0]?.pinned).toBe(true)
  })

  it('are left alone by what happens to another case', async () => {
    const desk = await office()
    await desk.cases.show('due')
    const before = screen(desk)
    await desk.cases.pin((await recordAt(desk, '3')).id, true)
    const { list, due } = screen(desk)
    expect([list === before.list, due === before.due]).toEqual([true, true])
    expect((await recordAt(desk, '3')).pinned).toBe(true)
  })

  it('come a page at a time', async () => {
    const desk = await atWork(disk, (one) => {
      for (let number = 1; number <= 60; number += 1) caseOf(one, { subject: [`Case ${number}`] })
    })
    await inTime(desk, () =>
      expect([screen(desk).list.records.length, screen(desk).list.more]).toEqual([50, true]),
    )
    await desk.cases.more()
    expect([new Set(subjects(desk)).size, screen(desk).list.more]).toEqual([60, false])
    expect(screen(desk).counts.cases).toBe(60)
  })

  it('tell how far the first reading of them is', async () => {
    const seen: unknown[] = []
    await atWork(disk, (desk) => {
      for (let number = 1; number <= 30; number += 1) caseOf(desk, { subject: [`Case ${number}`] })
      desk.stores.cases.subscribe(({ progress }) => seen.push(progress))
    })
    expect(seen).toContainEqual({ what: 'fetching', done: 0, of: 30 })
    expect(seen.at(-1)).toBeUndefined()
  })
})

describe('a search', () => {
  it.each([
    ['ete rome', ['Été à Rome']],
    ['ROME été', ['Été à Rome']],
    ['b-17', ['Été à Rome']],
    ['luc@example', ['Lost passport', 'Prestation de mars', 'Été à Rome']],
    ['nothing like it', []],
    ['   ', []],
  ])('for “%s” finds what is here, without a link', async (text, found) => {
    const desk = await office()
    await loseLink(desk)
    await desk.cases.search(text)
    expect([[...subjects(desk)].sort(), screen(desk).list.loading, screen(desk).progress]).toEqual([
      ...[found, false, undefined],
    ])
  })

  it('finds what is only at the case system, by its words and by its number', async () => {
    const desk = await office()
    await desk.cases.search('Done')
    expect(subjects(desk)).toEqual(['Done'])
    const number = caseOf(desk, { subject: ['Gone too'], status: ['resolved'], owner: ['benoit'] })
    await desk.cases.search(`#${number}`)
    expect(subjects(desk)[0]).toBe('Gone too')
  })

  it.each(['1', '#1', ' #1 '])('for the number “%s” has that case first', async (text) => {
    const desk = await office()
    await loseLink(desk)
    await desk.cases.search(text)
    expect(subjects(desk)[0]).toBe('Prestation de mars')
  })

  it('shows each case as it is now while it is shown', async () => {
    const desk = await office()
    await desk.cases.search('passport')
    await desk.cases.change((await recordAt(desk, '2')).id, 'subject', ['Found passport'])
    expect(subjects(desk)).toEqual(['Found passport'])
  })

  it('stops when it is told to, and keeps what it has found', async () => {
    const desk = await office()
    wire(desk).meetAlways(({ name }) => (name === 'list' ? { kind: 'slow', by: 1000 } : { kind: 'none' }))
    let isOver = false
    void desk.cases.search('o').then(() => (isOver = true))
    await soon(() => expect(wire(desk).requests.at(-1)).toMatchObject({ name: 'list', of: 'text' }))
    desk.cases.stop()
    expect([screen(desk).list.loading, screen(desk).progress, subjects(desk).length]).toEqual([
      ...[false, undefined, 3],
    ])
    await inTime(desk, () => expect(isOver).toBe(true))
    expect(subjects(desk)).not.toContain('Done')
  })

  it('is only ever the last one', async () => {
    const desk = await office()
    await Promise.all([desk.cases.search('passport'), desk.cases.search('mars')])
    expect([screen(desk).list.show, subjects(desk)]).toEqual([
      { kind: 'search', text: 'mars' },
      ['Prestation de mars'],
    ])
  })

  it('gives way to a list', async () => {
    const desk = await office()
    await Promise.all([desk.cases.search('passport'), desk.cases.show('mine')])
    expect(subjects(desk)).toEqual(['Été à Rome', 'Prestation de mars'])
  })
})

describe('the customer in hand', () => {
  it('brings their cases, also those that only the case system has', async () => {
    const desk = await office()
    await desk.availability.becomeAvailable()
    desk.wire.tell(offered({ number: '+15145550101', name: 'Luc Gagnon' }))
    desk.wire.tell({ kind: 'call-answering', ...at(1) }, { kind: 'call-connected', ...at(2) })
    await soon(() => expect(inHand(desk)).toBeDefined())
    await inTime(desk, () => expect(screen(desk).inHand).toMatchObject({ loading: false }))
    expect(
      screen(desk)
        .inHand?.records.map(({ server: { number } }) => number)
        .sort(),
    ).toEqual(['1', '2', '3', '4'])
    expect(value(await desk.caseStore.ofAddress(customer, 20))).toHaveLength(4)
  })
})

describe('what is due', () => {
  it('is a promise of today, and none of next week', async () => {
    const desk = await office()
    const line = (id: number, due: string) =>
      `Send the form\n\n[foyer promise 00000000-0000-4000-8000-00000000000${id} due ${due}]`
    server(desk).note('benoit', '1', { text: line(1, '2026-11-23T16:00Z') })
    server(desk).note('benoit', '2', { text: line(2, '2026-11-30T16:00Z') })
    await lookAgain(desk, () =>
      expect(screen(desk).due.map(({ promises }) => promises)).toEqual([
        [
          {
            ...{ id: '00000000-0000-4000-8000-000000000001', kind: 'promise', what: 'Send the form' },
            ...{ dueAt: shiftStart + 3 * hour, number: undefined, keptAt: undefined },
          },
        ],
      ]),
    )
    await desk.cases.show('promises')
    expect(subjects(desk)).toEqual(['Prestation de mars', 'Lost passport'])
  })
})
