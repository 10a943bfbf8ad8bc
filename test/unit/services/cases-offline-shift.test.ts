import { beforeEach, describe, expect, it } from 'vitest'

import { fieldOf } from '../../../renderer/domain/case.ts'
import { offered } from '../../make.ts'
import * as story from './cases-story.ts'
import { at, inHand, page } from './story.ts'

const { atServer, caseOf, comeBack, customer, entriesOf, inTime, loseLink, mails, recordOf, screen, soon } =
  story
const { server, states, value, withCase, atWork } = story

let disk = 3_000_000
beforeEach(() => {
  disk += 1
})

const leaflet = new TextEncoder().encode('What to do when a payment is late')

describe('a shift without a link', () => {
  it('keeps a reply that was written without a link, and sends it once when there is one', async () => {
    const { desk, id } = await withCase(disk)
    await loseLink(desk)
    expect(await desk.cases.reply(id, 'It was sent on Friday.')).toBe(true)
    expect([await states(desk, id), mails(desk)]).toEqual([['waiting'], []])
    await comeBack(desk)
    expect([await states(desk, id), mails(desk)]).toEqual([['sent'], ['It was sent on Friday.']])
    expect(atServer(desk, '1').told).toEqual(['amelie: reply It was sent on Friday.'])
  })

  it('takes up a case, works on it, and sends everything in the order in which it was written', async () => {
    const { desk, id } = await withCase(disk)
    await loseLink(desk)
    await desk.cases.change(id, 'status', ['open'])
    await desk.cases.note(id, 'He has moved.')
    await desk.cases.change(id, 'custom:File number', ['B-17'])
    await desk.cases.reply(id, 'We have your new address.')
    await desk.cases.link(id, { kind: 'refers-to', target: 'https://example.org/rules' })
    await desk.cases.change(id, 'status', ['resolved'])
    const counts = { cases: 1, underWay: 6, needsAgent: 0 }
    expect(value(await desk.caseStore.counts())).toEqual(counts)
    await soon(() => expect(screen(desk).counts).toEqual(counts))
    await comeBack(desk)
    expect(atServer(desk, '1').told).toEqual([
      'amelie: status open',
      'amelie: note He has moved.',
      'amelie: custom:File number B-17',
      'amelie: reply We have your new address.',
      'amelie: linked',
      'amelie: status resolved',
    ])
    expect(await states(desk, id)).toEqual(Array.from({ length: 6 }, () => 'sent'))
    await inTime(desk, () => expect(screen(desk).counts).toEqual({ cases: 1, underWay: 0, needsAgent: 0 }))
  })

  it('shows what will be there at once, in the case and in the list', async () => {
    const { desk, id } = await withCase(disk)
    await loseLink(desk)
    await desk.cases.open(id)
    await desk.cases.change(id, 'subject', ['March and April'])
    await desk.cases.change(id, 'requestors', [customer, 'ines@example.org'])
    const { open, list } = screen(desk)
    const shown = [open?.record, list.records[0]].map((one) => [
      one && fieldOf(one.current, 'subject'),
      one && fieldOf(one.server, 'subject'),
      one && fieldOf(one.current, 'requestors'),
      one?.underWay,
    ])
    const both = [['March and April'], ['March payment'], [customer, 'ines@example.org'], 2]
    expect(shown).toEqual([both, both])
    expect(open?.saved).toBe('saved')
  })

  it('begins a case with a file, works on it before it has a number, and makes it once', async () => {
    const desk = await atWork(disk)
    await loseLink(desk)
    const id = await desk.cases.begin({
      ...{ queue: 'passports', subject: 'Lost passport', requestors: [customer], text: 'Lost in Rome.' },
      fields: new Map([['priority', ['50']]]),
      files: [{ name: 'leaflet.txt', type: 'text/plain', bytes: leaflet }],
    })
    if (id === undefined) throw new Error('it was not saved')
    await desk.cases.note(id, 'Leaves on Sunday.')
    await desk.cases.change(id, 'owner', ['amelie'])
    const begun = await recordOf(desk, id)
    expect([begun.server.number, fieldOf(begun.current, 'owner'), begun.underWay]).toEqual([
      undefined,
      ['amelie'],
      3,
    ])
    await comeBack(desk)
    const { number } = (await recordOf(desk, id)).server
    expect(number).toBe('1')
    const there = atServer(desk, '1')
    expect([there.field('subject'), there.field('priority'), there.field('queue'), there.told]).toEqual([
      ...[['Lost passport'], ['50'], ['passports']],
      ['amelie: note Leaves on Sunday.', 'amelie: owner amelie'],
    ])
    expect(server(desk).file('1-0')).toEqual(leaflet)
    expect(server(desk).numbers()).toEqual(['1'])
  })

  it('attaches a file to a reply, which goes with it', async () => {
    const { desk, id } = await withCase(disk)
    await loseLink(desk)
    await desk.cases.reply(id, 'Please read this.', [
      { name: 'leaflet.txt', type: 'text/plain', bytes: leaflet },
    ])
    const [entry] = await entriesOf(desk, id)
    const file = entry?.edit.kind === 'reply' ? entry.edit.attachments[0] : undefined
    expect(await desk.cases.file(id, file?.id ?? '')).toEqual(leaflet)
    await comeBack(desk)
    expect(server(desk).file('2-0')).toEqual(leaflet)
  })

  it('does not take a file that is too large, and says so', async () => {
    const { desk, id } = await withCase(disk)
    const bytes = new Uint8Array(10_000_001)
    expect(await desk.cases.note(id, 'A scan', [{ name: 'scan.png', type: 'image/png', bytes }])).toBe(false)
    expect([await states(desk, id), desk.codes()]).toEqual([[], ['file-too-large']])
  })

  it('says that a file is neither here nor reached', async () => {
    const { desk, id } = await withCase(disk)
    await loseLink(desk)
    expect(await desk.cases.file(id, '99-0')).toBeUndefined()
    expect(desk.codes()).toContain('file-missing')
  })

  it('writes what came of a call into the case that it is about, once', async () => {
    const { desk, id } = await withCase(disk)
    await desk.availability.becomeAvailable()
    await loseLink(desk)
    desk.wire.tell(offered(), { kind: 'call-answering', ...at(3) }, { kind: 'call-connected', ...at(4) })
    desk.wire.tell({ kind: 'call-ended', cause: 'customer-hung-up', ...at(60) })
    await soon(() => expect(inHand(desk)).toBeDefined())
    const talked = page(desk)
    await desk.cases.attach(talked, id)
    desk.writeUp.note(talked, 'Payment is on its way.')
    desk.writeUp.disposition(talked, 'information-given')
    expect(await desk.writeUp.finish(talked)).toBe(true)
    await desk.writeUp.reopen(talked)
    expect(await desk.writeUp.finish(talked)).toBe(true)
    await comeBack(desk)
    expect(atServer(desk, '1').told).toEqual(['amelie: note information-given: Payment is on its way.'])
  })

  it('sends several cases, one waiting for nothing of another', async () => {
    const desk = await atWork(disk, (one) => {
      for (const subject of ['One', 'Two', 'Three', 'Four', 'Five']) caseOf(one, { subject: [subject] })
    })
    await loseLink(desk)
    for (const number of ['1', '2', '3', '4', '5']) {
      const { id } = await story.recordAt(desk, number)
      await desk.cases.note(id, `first ${number}`)
      await desk.cases.note(id, `second ${number}`)
    }
    await comeBack(desk)
    expect(['1', '2', '3', '4', '5'].map((number) => atServer(desk, number).told)).toEqual(
      ['1', '2', '3', '4', '5'].map((number) => [
        `amelie: note first ${number}`,
        `amelie: note second ${number}`,
      ]),
    )
  })
})
