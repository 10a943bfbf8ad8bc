import { beforeEach, describe, expect, it, vi } from 'vitest'

import { fieldOf } from '../../../renderer/domain/case.ts'
import { ok } from '../../../renderer/domain/result.ts'
import * as story from './cases-story.ts'

const { allSent, atServer, comeBack, entriesOf, inTime, lastEntry, loseLink, mails, recordOf, soon } = story
const { screen, server, states, value, wire, withCase } = story

let disk = 3_040_000
beforeEach(() => {
  disk += 1
})

const text = 'words that the server stumbles over'

describe('what the case system does not take', () => {
  it('is set aside with its reason, and what was written later goes on', async () => {
    const { desk, id } = await withCase(disk)
    await loseLink(desk)
    await desk.cases.change(id, 'status', ['rejected'])
    await desk.cases.change(id, 'status', ['open'])
    await desk.cases.note(id, 'He may appeal.')
    await comeBack(desk)
    const [, refused] = await entriesOf(desk, id)
    expect([await states(desk, id), refused?.state]).toEqual([
      ['sent', 'set-aside', 'sent'],
      {
        ...{ kind: 'set-aside', why: 'invalid', detail: 'open cannot follow rejected' },
        at: expect.any(Number) as number,
      },
    ])
    expect(atServer(desk, '1').told).toEqual(['amelie: status rejected', 'amelie: note He may appeal.'])
    expect(fieldOf((await recordOf(desk, id)).current, 'status')).toEqual(['rejected'])
    await inTime(desk, () => expect(screen(desk).counts).toEqual({ cases: 1, underWay: 0, needsAgent: 1 }))
  })

  it('is sent when it is tried again and taken now', async () => {
    const { desk, id } = await withCase(disk)
    server(desk).forbid('1')
    await desk.cases.note(id, 'He has called.')
    await allSent(desk)
    expect((await lastEntry(desk, id)).state).toMatchObject({ kind: 'set-aside', why: 'forbidden' })
    server(desk).forbid('1', false)
    expect(await desk.cases.tryAgain((await lastEntry(desk, id)).id)).toBe(true)
    await allSent(desk)
    expect(atServer(desk, '1').told).toContain('amelie: note He has called.')
    expect(await desk.cases.tryAgain((await lastEntry(desk, id)).id)).toBe(false)
  })

  it('can be taken back, and nobody is asked any more', async () => {
    const { desk, id } = await withCase(disk)
    await desk.cases.change(id, 'custom:Topics', ['gardening'])
    await allSent(desk)
    await inTime(desk, () => expect(screen(desk).questions).toHaveLength(1))
    await desk.cases.undo((await lastEntry(desk, id)).id)
    await inTime(desk, () => expect(screen(desk).questions).toEqual([]))
    expect([await states(desk, id), value(await desk.caseStore.counts())]).toEqual([
      ['withdrawn'],
      { cases: 1, underWay: 0, needsAgent: 0 },
    ])
  })

  it('holds back what belongs to a case that could not be made, until the agent has decided', async () => {
    const { desk } = await withCase(disk)
    await loseLink(desk)
    const begun = {
      queue: 'gardens',
      subject: 'Roses',
      requestors: [],
      text: '',
      fields: new Map(),
      files: [],
    }
    const id = await desk.cases.begin(begun)
    if (id === undefined) throw new Error('it was not saved')
    await desk.cases.note(id, 'and its note')
    wire(desk).comeUp()
    desk.cases.refresh()
    await inTime(desk, async () => expect(await states(desk, id)).toContain('set-aside'))
    desk.timing.pass(3_600_000)
    expect([await states(desk, id), server(desk).numbers()]).toEqual([['set-aside', 'waiting'], ['1']])
    const [create] = await entriesOf(desk, id)
    if (create) await desk.cases.undo(create.id)
    await allSent(desk)
    expect((await entriesOf(desk, id)).map(({ state }) => state)).toMatchObject([
      { kind: 'withdrawn', why: 'undone' },
      { kind: 'set-aside', why: 'gone' },
    ])
  })

  it.each(['note', 'change', 'create'] as const)(
    'does not try a %s for ever that the server fails on',
    async (kind) => {
      const { desk, id: first } = await withCase(disk)
      wire(desk).poison(text)
      let id = first
      if (kind === 'note') await desk.cases.note(id, text)
      if (kind === 'change') await desk.cases.change(id, 'subject', [text])
      if (kind === 'create') {
        const begun = { queue: 'benefits', requestors: [], text: '', fields: new Map(), files: [] }
        id = (await desk.cases.begin({ ...begun, subject: text })) ?? id
      }
      await inTime(desk, async () => expect(await states(desk, id)).toEqual(['set-aside']))
      expect((await lastEntry(desk, id)).state).toMatchObject({ kind: 'set-aside', why: 'server-fails' })
      expect(wire(desk).requests.filter(({ isWrite }) => isWrite).length).toBeLessThan(20)
      expect(screen(desk).link).toEqual({ kind: 'up' })
    },
  )

  it('lets others through while the server fails on one', async () => {
    const { desk, id } = await withCase(disk)
    wire(desk).poison(text)
    await desk.cases.reply(id, text)
    await desk.cases.note(id, 'another')
    await inTime(desk, async () => expect(await states(desk, id)).toEqual(['asking', 'sent']))
    expect([mails(desk), atServer(desk, '1').told]).toEqual([[], ['amelie: note another']])
  })

  it('looks for a note that the server had failed on before it sends it once more', async () => {
    const { desk, id } = await withCase(disk)
    const heal = wire(desk).poison(text)
    await desk.cases.note(id, text)
    await inTime(desk, async () => expect(await states(desk, id)).toEqual(['set-aside']))
    heal()
    server(desk).note('amelie', '1', { text })
    await desk.cases.tryAgain((await lastEntry(desk, id)).id)
    await allSent(desk)
    expect(atServer(desk, '1').told).toEqual([`amelie: note ${text}`])
  })

  it('is set aside when it is too large', async () => {
    const { desk, id } = await withCase(disk)
    await desk.cases.note(id, 'x'.repeat(10 * 1024 * 1024 + 1))
    await allSent(desk)
    expect((await lastEntry(desk, id)).state).toMatchObject({ kind: 'set-aside', why: 'too-large' })
  })

  it('is set aside when a file of it cannot be read any more', async () => {
    const { desk, id } = await withCase(disk)
    vi.spyOn(desk.caseStore, 'file').mockResolvedValue(ok(undefined))
    await desk.cases.reply(id, 'Here it is.', [
      { name: 'a.txt', type: 'text/plain', bytes: new Uint8Array([1]) },
    ])
    await allSent(desk)
    expect((await lastEntry(desk, id)).state).toMatchObject({ kind: 'set-aside', why: 'unreadable' })
    expect(mails(desk)).toEqual([])
  })
})

describe('names that mean something to a computer', () => {
  it('keeps and sends a subject, and tells why it cannot have the field', async () => {
    const { desk, id } = await withCase(disk)
    await loseLink(desk)
    await desk.cases.change(id, 'subject', ['__proto__'])
    await desk.cases.change(id, 'custom:__proto__', ['constructor'])
    const { current } = await recordOf(desk, id)
    expect([fieldOf(current, 'subject'), fieldOf(current, 'custom:__proto__')]).toEqual([
      ['__proto__'],
      ['constructor'],
    ])
    await comeBack(desk)
    expect([atServer(desk, '1').field('subject'), await states(desk, id)]).toEqual([
      ['__proto__'],
      ['sent', 'set-aside'],
    ])
    expect(Object.keys({})).toEqual([])
  })
})

describe('a page of somebody else for an answer', () => {
  it('keeps everything that was written, says so, and sends it once afterwards', async () => {
    const { desk, id } = await withCase(disk)
    wire(desk).meetAlways(() => ({ kind: 'nonsense', isDone: false }))
    await desk.cases.note(id, 'from the hotel')
    await desk.cases.change(id, 'priority', ['10'])
    await soon(() => expect(screen(desk).link.kind).toBe('down'))
    for (let minute = 0; minute < 60; minute += 1) desk.timing.pass(60_000)
    expect([desk.codes(), value(await desk.caseStore.counts()).underWay]).toEqual([
      ['cases-not-understood'],
      2,
    ])
    wire(desk).meetAlways(() => ({ kind: 'none' }))
    await comeBack(desk)
    expect(atServer(desk, '1').told).toEqual(['amelie: note from the hotel', 'amelie: priority 10'])
    await inTime(desk, () => expect(desk.codes()).toEqual([]))
  })
})
