import { beforeEach, describe, expect, it } from 'vitest'

import { fieldOf } from '../../../renderer/domain/case.ts'
import * as story from './cases-story.ts'

const { allSent, atServer, comeBack, customer, inTime, lastEntry, loseLink, recordOf, soon } = story
const { screen, server, states, withCase } = story

let disk = 3_020_000
beforeEach(() => {
  disk += 1
})

/** The agent has made it urgent while a colleague has made it less so. */
async function disagreed() {
  const { desk, id } = await withCase(disk, { priority: ['50'] })
  await loseLink(desk)
  await desk.cases.change(id, 'priority', ['90'])
  server(desk).change('benoit', '1', 'priority', ['10'])
  await comeBack(desk)
  return { desk, id, entry: await lastEntry(desk, id) }
}

describe('two people who change the same field', () => {
  it('are both kept, and the agent is asked', async () => {
    const { desk, id, entry } = await disagreed()
    expect([entry.edit, entry.state]).toEqual([
      { kind: 'change', step: { field: 'priority', before: ['50'], after: ['90'] } },
      { kind: 'conflict', theirs: ['10'], by: 'benoit', at: expect.any(Number) as number },
    ])
    const record = await recordOf(desk, id)
    expect([fieldOf(record.current, 'priority'), record.underWay, record.needsAgent]).toEqual([['10'], 0, 1])
    await inTime(desk, () => expect(screen(desk).questions.map((one) => one.entry.id)).toEqual([entry.id]))
  })

  it('gives the agent’s value when they choose it', async () => {
    const { desk, id, entry } = await disagreed()
    expect(await desk.cases.choose(entry.id, 'mine')).toBe(true)
    await allSent(desk)
    expect([atServer(desk, '1').field('priority'), await states(desk, id)]).toEqual([['90'], ['sent']])
    await inTime(desk, () => expect(screen(desk).questions).toEqual([]))
  })

  it('leaves the colleague’s value when the agent chooses that, and takes the choice back', async () => {
    const { desk, id, entry } = await disagreed()
    await desk.cases.choose(entry.id, 'theirs')
    expect((await lastEntry(desk, id)).state).toEqual({
      ...{ kind: 'withdrawn', why: 'theirs-chosen' },
      at: expect.any(Number) as number,
    })
    expect(atServer(desk, '1').field('priority')).toEqual(['10'])
    expect(await desk.cases.redo(entry.id)).toBe(true)
    await allSent(desk)
    expect([atServer(desk, '1').field('priority'), await states(desk, id)]).toEqual([['90'], ['sent']])
  })

  it('takes back the choice of the agent’s own value: it is the colleague’s again', async () => {
    const { desk, entry } = await disagreed()
    await desk.cases.choose(entry.id, 'mine')
    await allSent(desk)
    await desk.cases.undo(entry.id)
    await allSent(desk)
    expect(atServer(desk, '1').field('priority')).toEqual(['10'])
  })

  it('asks once more when the colleague has changed it again before the choice arrives', async () => {
    const { desk, id, entry } = await disagreed()
    await loseLink(desk)
    await desk.cases.choose(entry.id, 'mine')
    server(desk).change('benoit', '1', 'priority', ['20'])
    await comeBack(desk)
    expect((await lastEntry(desk, id)).state).toMatchObject({
      kind: 'conflict',
      theirs: ['20'],
      by: 'benoit',
    })
    expect(atServer(desk, '1').field('priority')).toEqual(['20'])
  })

  it('holds up nothing else of the case while the agent thinks', async () => {
    const { desk, id } = await disagreed()
    await desk.cases.note(id, 'Asked the supervisor.')
    await allSent(desk)
    expect([await states(desk, id), atServer(desk, '1').told]).toEqual([
      ['conflict', 'sent'],
      ['benoit: priority 10', 'amelie: note Asked the supervisor.'],
    ])
  })

  it('asks nothing when both have given it the same value', async () => {
    const { desk, id } = await withCase(disk)
    await loseLink(desk)
    await desk.cases.change(id, 'owner', ['benoit'])
    server(desk).change('benoit', '1', 'owner', ['benoit'])
    await comeBack(desk)
    expect([await states(desk, id), atServer(desk, '1').told]).toEqual([['sent'], ['benoit: owner benoit']])
  })

  it('merges a field of several values: what either has added or taken out', async () => {
    const { desk, id } = await withCase(disk, {
      cc: ['a@example.org', 'b@example.org'],
      'custom:Topics': ['tax'],
    })
    await loseLink(desk)
    await desk.cases.change(id, 'cc', ['b@example.org', 'mine@example.org'])
    await desk.cases.change(id, 'custom:Topics', ['tax', 'travel'])
    server(desk).change('benoit', '1', 'cc', ['a@example.org', 'theirs@example.org'])
    server(desk).change('benoit', '1', 'custom:Topics', ['tax', 'pension'])
    await comeBack(desk)
    const { field } = atServer(desk, '1')
    expect([await states(desk, id), [...field('cc')].sort(), [...field('custom:Topics')].sort()]).toEqual([
      ['sent', 'sent'],
      ['mine@example.org', 'theirs@example.org'],
      ['pension', 'tax', 'travel'],
    ])
    expect(field('requestors')).toEqual([customer])
  })

  it('sends a change over a change of another field', async () => {
    const { desk, id } = await withCase(disk)
    await loseLink(desk)
    await desk.cases.change(id, 'subject', ['April payment'])
    server(desk).change('benoit', '1', 'priority', ['10'])
    await comeBack(desk)
    const { field } = atServer(desk, '1')
    expect([await states(desk, id), field('subject'), field('priority')]).toEqual([
      ['sent'],
      ['April payment'],
      ['10'],
    ])
  })

  it('gets through when others write to the case without end', async () => {
    const { desk, id } = await withCase(disk)
    let storm = 0
    story.wire(desk).meetAlways(({ name }) => {
      if (name === 'change' && storm < 12) server(desk).note('benoit', '1', { text: `note ${(storm += 1)}` })
      return { kind: 'none' }
    })
    await desk.cases.change(id, 'subject', ['April payment'])
    await desk.cases.note(id, 'and a note')
    await allSent(desk)
    expect([storm, await states(desk, id)]).toEqual([12, ['sent', 'sent']])
    expect(atServer(desk, '1').told.filter((one) => one.startsWith('amelie'))).toEqual([
      'amelie: subject April payment',
      'amelie: note and a note',
    ])
    await soon(() => expect(screen(desk).link).toEqual({ kind: 'up' }))
  })
})
