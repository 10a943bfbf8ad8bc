import { beforeEach, describe, expect, it } from 'vitest'

import type { EntryId } from '../../../renderer/domain/ids.ts'
import type { Fault } from '../../stand-ins/case-system/wire.ts'
import type { DeskStandIn } from '../../stand-ins/desk.ts'
import * as story from './cases-story.ts'

const { allSent, atServer, inTime, lastEntry, loseLink, mails, screen, server, states } = story
const { comeBack, recordOf, wire, withCase } = story

let disk = 3_030_000
beforeEach(() => {
  disk += 1
})

/** The next request of this kind meets this, and no other does. */
function meet(desk: DeskStandIn, name: string, fault: Fault): void {
  let met = false
  wire(desk).meetAlways((request) => {
    if (met || request.name !== name) return { kind: 'none' }
    met = true
    return fault
  })
}

/** A reply has left the desk and nobody has told whether it has arrived; it has not, and the agent is asked. */
async function asked(): Promise<{
  desk: DeskStandIn
  id: Awaited<ReturnType<typeof withCase>>['id']
  entry: EntryId
}> {
  const { desk, id } = await withCase(disk)
  meet(desk, 'reply', { kind: 'lose-request', arrived: 'perhaps' })
  await desk.cases.reply(id, 'It was sent on Friday.')
  await inTime(desk, async () => expect(await states(desk, id)).toEqual(['asking']))
  return { desk, id, entry: (await lastEntry(desk, id)).id }
}

describe('a reply of which nobody knows whether it has arrived', () => {
  it('is looked for, and found: it does not go twice', async () => {
    const { desk, id } = await withCase(disk)
    meet(desk, 'reply', { kind: 'lose-answer' })
    await desk.cases.reply(id, 'It was sent on Friday.')
    await inTime(desk, async () => expect(await states(desk, id)).toEqual(['sent']))
    expect([mails(desk), await lastEntry(desk, id)]).toMatchObject([
      ['It was sent on Friday.'],
      { state: { kind: 'sent', event: '2' } },
    ])
  })

  it('is asked about when it cannot be found, and nothing is sent meanwhile', async () => {
    const { desk, id, entry } = await asked()
    desk.timing.pass(3_600_000)
    await desk.cases.note(id, 'He has called again.')
    await inTime(desk, async () => expect(await states(desk, id)).toEqual(['asking', 'sent']))
    await inTime(desk, () => expect(screen(desk).questions.map((one) => one.entry.id)).toEqual([entry]))
    expect(mails(desk)).toEqual([])
  })

  it('is sent when the agent says so, once', async () => {
    const { desk, id, entry } = await asked()
    expect(await desk.cases.decide(entry, 'send')).toBe(true)
    await allSent(desk)
    expect([mails(desk), await states(desk, id)]).toEqual([['It was sent on Friday.'], ['sent']])
    expect(await desk.cases.decide(entry, 'send')).toBe(false)
    expect(mails(desk)).toEqual(['It was sent on Friday.'])
  })

  it('is not sent when the agent knows that it was', async () => {
    const { desk, id, entry } = await asked()
    await desk.cases.decide(entry, 'was-sent')
    desk.timing.pass(3_600_000)
    expect([mails(desk), await states(desk, id)]).toEqual([[], ['withdrawn']])
  })

  it('is looked for once more when the agent says so, and found when it was late', async () => {
    const { desk, id } = await withCase(disk)
    meet(desk, 'reply', { kind: 'late', by: 60_000 })
    await desk.cases.reply(id, 'It was sent on Friday.')
    await inTime(desk, async () => expect(await states(desk, id)).toEqual(['asking']))
    wire(desk).deliver()
    await desk.cases.decide((await lastEntry(desk, id)).id, 'look-again')
    await inTime(desk, async () => expect(await states(desk, id)).toEqual(['sent']))
    expect(mails(desk)).toEqual(['It was sent on Friday.'])
  })

  it('is looked for when the agent takes back that it was sent', async () => {
    const { desk, id, entry } = await asked()
    await desk.cases.decide(entry, 'was-sent')
    await desk.cases.redo(entry)
    await inTime(desk, async () => expect(await states(desk, id)).toEqual(['asking']))
    expect(mails(desk)).toEqual([])
  })

  it('is not taken for another one with the same words', async () => {
    const { desk, id } = await withCase(disk)
    await desk.cases.reply(id, 'Yes.')
    await allSent(desk)
    meet(desk, 'reply', { kind: 'lose-request', arrived: 'perhaps' })
    await desk.cases.reply(id, 'Yes.')
    await inTime(desk, async () => expect(await states(desk, id)).toEqual(['sent', 'asking']))
  })

  it('is not taken for a colleague’s with the same words', async () => {
    const { desk, id } = await withCase(disk)
    meet(desk, 'reply', { kind: 'lose-request', arrived: 'perhaps' })
    server(desk).reply('benoit', '1', { text: 'Yes.' })
    await desk.cases.reply(id, 'Yes.')
    await inTime(desk, async () => expect(await states(desk, id)).toEqual(['asking']))
    expect(server(desk).mails.map(({ by }) => by)).toEqual(['benoit'])
  })

  it('waits to be looked for while there is no link', async () => {
    const { desk, id } = await withCase(disk)
    wire(desk).meetAlways(({ name }) => {
      if (name === 'reply') return { kind: 'lose-answer' }
      return mails(desk).length > 0 ? { kind: 'lose-request', arrived: 'no' } : { kind: 'none' }
    })
    await desk.cases.reply(id, 'It was sent on Friday.')
    await inTime(desk, async () => expect(await states(desk, id)).toEqual(['checking']))
    expect(screen(desk).link.kind).toBe('down')
    desk.timing.pass(3_600_000)
    expect([mails(desk), await states(desk, id)]).toEqual([['It was sent on Friday.'], ['checking']])
    wire(desk).meetAlways(() => ({ kind: 'none' }))
    await comeBack(desk)
    expect([mails(desk), await states(desk, id)]).toEqual([['It was sent on Friday.'], ['sent']])
  })
})

describe('a note of which nobody knows whether it has arrived', () => {
  it('is found when it has, and stands there once', async () => {
    const { desk, id } = await withCase(disk)
    meet(desk, 'note', { kind: 'lose-answer' })
    await desk.cases.note(id, 'Two lines,\n  with space at the end.  ')
    await allSent(desk)
    expect(await states(desk, id)).toEqual(['sent'])
    expect(atServer(desk, '1').told).toHaveLength(1)
  })

  it('is sent once more when it has surely not, and the next one waits for it', async () => {
    const { desk, id } = await withCase(disk)
    meet(desk, 'note', { kind: 'lose-request', arrived: 'perhaps' })
    await desk.cases.note(id, 'first')
    await desk.cases.note(id, 'second')
    await allSent(desk)
    expect(atServer(desk, '1').told).toEqual(['amelie: note first', 'amelie: note second'])
  })

  it('is not repeated before one that is late can no longer come', async () => {
    const { desk, id } = await withCase(disk)
    meet(desk, 'note', { kind: 'late', by: 900 })
    await desk.cases.note(id, 'late')
    await allSent(desk)
    expect(atServer(desk, '1').told).toEqual(['amelie: note late'])
  })
})

describe('a new case of which nobody knows whether it was made', () => {
  const begin = async (desk: DeskStandIn) => {
    const id = await desk.cases.begin({
      ...{ queue: 'benefits', subject: 'New', requestors: [], text: '', fields: new Map(), files: [] },
    })
    if (id === undefined) throw new Error('it was not saved')
    return id
  }

  it.each([
    ['its answer was lost', { kind: 'lose-answer' }],
    ['it never arrived', { kind: 'lose-request', arrived: 'perhaps' }],
    ['it was late', { kind: 'late', by: 900 }],
    ['a page of somebody’s proxy came back after it was made', { kind: 'nonsense', isDone: true }],
    ['a page of somebody’s proxy came back before it was made', { kind: 'nonsense', isDone: false }],
  ] as const)('is made once when %s', async (_, fault) => {
    const { desk } = await withCase(disk)
    meet(desk, 'create', fault)
    const id = await begin(desk)
    await desk.cases.note(id, 'and its note')
    await allSent(desk)
    expect([server(desk).numbers(), (await recordOf(desk, id)).server.number]).toEqual([['1', '2'], '2'])
    expect(atServer(desk, '2').told).toEqual(['amelie: note and its note'])
  })

  it('goes on in the case that its twin was merged into', async () => {
    const { desk } = await withCase(disk)
    const id = await begin(desk)
    await allSent(desk)
    server(desk).merge('benoit', '2', '1')
    await loseLink(desk)
    await desk.cases.note(id, 'written to the twin')
    await comeBack(desk)
    expect(atServer(desk, '1').told).toContain('amelie: note written to the twin')
  })
})
