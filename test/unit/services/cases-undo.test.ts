import { beforeEach, describe, expect, it } from 'vitest'

import { fieldOf } from '../../../renderer/domain/case.ts'
import { asEntryId } from '../../../renderer/domain/ids.ts'
import * as story from './cases-story.ts'

const { allSent, atServer, comeBack, lastEntry, loseLink, mails, recordOf, screen, states, withCase } = story

let disk = 3_010_000
beforeEach(() => {
  disk += 1
})

describe('what an agent takes back', () => {
  it('is never sent when it had not been, and is what it was before at once', async () => {
    const { desk, id } = await withCase(disk)
    await loseLink(desk)
    await desk.cases.change(id, 'status', ['resolved'])
    const { undoable } = screen(desk)
    expect(await desk.cases.undo(undoable ?? asEntryId('none'))).toBe(true)
    const record = await recordOf(desk, id)
    expect([fieldOf(record.current, 'status'), record.underWay, await states(desk, id)]).toEqual([
      ['new'],
      0,
      ['withdrawn'],
    ])
    await comeBack(desk)
    expect(atServer(desk, '1').told).toEqual([])
  })

  it('takes back one reply and leaves what was written before and after it', async () => {
    const { desk, id } = await withCase(disk)
    await loseLink(desk)
    await desk.cases.note(id, 'before')
    await desk.cases.reply(id, 'Not this.')
    const reply = await lastEntry(desk, id)
    await desk.cases.note(id, 'after')
    await desk.cases.undo(reply.id)
    await comeBack(desk)
    expect([atServer(desk, '1').told, mails(desk)]).toEqual([
      ['amelie: note before', 'amelie: note after'],
      [],
    ])
  })

  it('is put back with redo, and then sent once', async () => {
    const { desk, id } = await withCase(disk)
    await loseLink(desk)
    await desk.cases.reply(id, 'On second thoughts.')
    const { id: entry } = await lastEntry(desk, id)
    await desk.cases.undo(entry)
    expect(await desk.cases.redo(entry)).toBe(true)
    expect((await recordOf(desk, id)).underWay).toBe(1)
    await comeBack(desk)
    expect(mails(desk)).toEqual(['On second thoughts.'])
    expect(await desk.cases.redo(entry)).toBe(false)
  })

  it('is changed back when it was sent already', async () => {
    const { desk, id } = await withCase(disk)
    await desk.cases.change(id, 'priority', ['90'])
    await allSent(desk)
    expect(await desk.cases.undo((await lastEntry(desk, id)).id)).toBe(true)
    await allSent(desk)
    expect([atServer(desk, '1').field('priority'), atServer(desk, '1').told]).toEqual([
      [],
      ['amelie: priority 90', 'amelie: priority '],
    ])
  })

  it('does not change back over a colleague: it asks', async () => {
    const { desk, id } = await withCase(disk)
    await desk.cases.change(id, 'priority', ['90'])
    await allSent(desk)
    story.server(desk).change('benoit', '1', 'priority', ['70'])
    await desk.cases.undo((await lastEntry(desk, id)).id)
    await allSent(desk)
    expect(await states(desk, id)).toEqual(['sent', 'conflict'])
    expect(atServer(desk, '1').field('priority')).toEqual(['70'])
  })

  it('unlinks what was linked', async () => {
    const { desk, id } = await withCase(disk)
    await desk.cases.link(id, { kind: 'parent', target: '7' })
    await allSent(desk)
    expect((await recordOf(desk, id)).current.links).toEqual([{ kind: 'parent', target: '7' }])
    await desk.cases.undo((await lastEntry(desk, id)).id)
    await allSent(desk)
    expect([(await recordOf(desk, id)).current.links, await states(desk, id)]).toEqual([[], ['sent', 'sent']])
  })

  it('cannot be a message that has been sent, nor anything that is not known', async () => {
    const { desk, id } = await withCase(disk)
    await desk.cases.reply(id, 'It is on its way.')
    await allSent(desk)
    const entry = await lastEntry(desk, id)
    expect(await desk.cases.undo(entry.id)).toBe(false)
    expect(await desk.cases.undo(asEntryId('__proto__'))).toBe(false)
    expect([mails(desk), await states(desk, id)]).toEqual([['It is on its way.'], ['sent']])
  })

  it('writes nothing for a field that is left as it was', async () => {
    const { desk, id } = await withCase(disk)
    expect(await desk.cases.change(id, 'subject', ['March payment'])).toBe(true)
    expect(await states(desk, id)).toEqual([])
  })

  it('takes a case back that was begun without a link: it is never made', async () => {
    const { desk } = await withCase(disk)
    await loseLink(desk)
    const id = await desk.cases.begin({
      ...{ queue: 'benefits', subject: 'A slip', requestors: [], text: '', fields: new Map(), files: [] },
    })
    if (id === undefined) throw new Error('it was not saved')
    await desk.cases.undo((await lastEntry(desk, id)).id)
    await comeBack(desk)
    expect([story.server(desk).numbers(), await states(desk, id)]).toEqual([['1'], ['withdrawn']])
  })
})
