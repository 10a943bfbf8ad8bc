// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { made, openCases, valuesIn } from './open-cases.ts'
import type { OpenCases } from './open-cases.ts'

let cases: OpenCases
beforeAll(async () => {
  cases = await openCases()
})
afterAll(() => cases.close())

const put = (id: string, body: unknown, headers: Record<string, string> = {}) =>
  cases.ask('PUT', `/ticket/${id}`, body, headers)
const get = (id: string) => cases.ask('GET', `/ticket/${id}`)
const etagOf = async (id: string) => (await get(id)).headers.get('etag') ?? ''
const ref = (type: string, id: string, more: object = {}) => ({
  ...{ type, id, _url: `${cases.server}/REST/2.0/${type}/${id}` },
  ...more,
})

async function history(id: string) {
  const { body } = await cases.ask(
    'GET',
    `/ticket/${id}/history?per_page=100&fields=Type,Field,OldValue,NewValue`,
  )
  return (body as { items: Record<string, string>[] }).items.map((item) =>
    [item['Type'], item['Field'], item['OldValue'], item['NewValue']].join('|'),
  )
}

describe('a ticket', () => {
  it('is shown with numbers as texts, references, empty dates in 1970, and what can be done next', async () => {
    const id = await made(cases, { CustomFields: { Documents: ['Photo'], 'Travel date': '2027-01-05' } })
    const { status, body, headers } = await get(id)
    const own = `${cases.server}/REST/2.0/ticket/${id}`
    const field = (name: string, number: string, values: unknown[]) =>
      ref('customfield', number, { name, values })
    const link = (name: string, number: string) => ref('customfield', number, { name, ref: 'customfield' })
    expect(status).toBe(200)
    expect(headers.get('etag')).toMatch(/^"\d+"$/)
    expect(body).toEqual({
      ...{
        id: Number(id),
        Subject: 'Lost',
        Status: 'new',
        Type: 'ticket',
        Priority: '0',
        FinalPriority: '0',
      },
      ...{ InitialPriority: '0', TimeEstimated: '0', TimeLeft: '0', TimeWorked: '0' },
      ...{ Created: '2027-01-15T08:00:00Z', LastUpdated: '2027-01-15T08:00:00Z' },
      ...{ Due: '1970-01-01T00:00:00Z', Started: '1970-01-01T00:00:00Z', Starts: '1970-01-01T00:00:00Z' },
      Resolved: '1970-01-01T00:00:00Z',
      ...{ Creator: ref('user', 'ada'), LastUpdatedBy: ref('user', 'ada'), Owner: ref('user', 'Nobody') },
      ...{ Queue: ref('queue', '3'), EffectiveId: ref('ticket', id), AdminCc: [], Cc: [] },
      Requestor: [ref('user', 'margaret.ellis@example.org')],
      CustomFields: [
        field('ClientUUID', '2', []),
        field('Channel', '3', []),
        field('Language', '4', []),
        field('Documents', '5', ['Photo']),
        field('Travel date', '6', ['2027-01-05']),
      ],
      _hyperlinks: [
        { ref: 'self', type: 'ticket', id: Number(id), _url: own },
        link('ClientUUID', '2'),
        link('Channel', '3'),
        link('Language', '4'),
        link('Documents', '5'),
        link('Travel date', '6'),
        { ref: 'history', _url: `${own}/history` },
        { ref: 'correspond', _url: `${own}/correspond` },
        { ref: 'comment', _url: `${own}/comment` },
        {
          ref: 'lifecycle',
          from: 'new',
          to: 'open',
          label: 'Open It',
          update: 'Respond',
          _url: `${own}/correspond`,
        },
        {
          ref: 'lifecycle',
          from: 'new',
          to: 'resolved',
          label: 'Resolve',
          update: 'Comment',
          _url: `${own}/comment`,
        },
        {
          ref: 'lifecycle',
          from: 'new',
          to: 'rejected',
          label: 'Reject',
          update: 'Respond',
          _url: `${own}/correspond`,
        },
      ],
    })
  })

  it('tells more of what it refers to when it is asked', async () => {
    const id = await made(cases)
    const { body } = await cases.ask('GET', `/ticket/${id}?fields[Queue]=Name&fields[Requestor]=EmailAddress`)
    expect(body).toMatchObject({ Queue: ref('queue', '3', { Name: 'Passports' }) })
    expect(body).toHaveProperty('Requestor', [ref('user', 'margaret.ellis@example.org')])
  })

  it('is made without what is not accepted, and says nothing of it', async () => {
    const id = await made(cases, {
      ...{ Requestor: ['new.person@example.org', 'no address'], Owner: 'nobody-here', Due: '2027-02-01' },
      CustomFields: { Nothing: 'x', Channel: 'pigeon', Documents: ['Photo', 'Drawing'] },
    })
    const answer = await get(id)
    expect(answer.body).toMatchObject({
      Requestor: [ref('user', 'new.person@example.org')],
      Owner: { id: 'Nobody' },
      Due: '1970-01-01T00:00:00Z',
    })
    expect([valuesIn(answer, 'Channel'), valuesIn(answer, 'Documents')]).toEqual([[], ['Photo']])
  })

  it.each([
    [{ Queue: undefined }, 400, 'Could not create ticket. Queue not set'],
    [{ Queue: 'Investigations' }, 403, "No permission to create tickets in the queue 'Investigations'"],
    [{ Status: 'bogus' }, 400, "Status 'bogus' isn't a valid status for tickets in this queue."],
    [{ Attachments: 'x' }, 400, 'Attachments must be an array'],
    [
      { Attachments: [{ FileName: 'a' }] },
      400,
      'Field FileType is required for each attachment in Attachments',
    ],
  ])('is not made with %j', async (more, status, message) => {
    const body = { Queue: 'Passports', Subject: 'x', ...more }
    expect(await cases.ask('POST', '/ticket', body)).toMatchObject({ status, body: { message } })
  })

  it('is changed at the revision that the desk has seen, and at no other, within one second too', async () => {
    const id = await made(cases)
    const etag = await etagOf(id)
    expect(await put(id, { Subject: 'Found' }, { 'if-match': etag })).toMatchObject({
      status: 200,
      body: [`Ticket ${id}: Subject changed from 'Lost' to 'Found'`],
    })
    expect(await put(id, { Subject: 'Gone' }, { 'if-match': etag })).toMatchObject({
      status: 412,
      body: { message: 'Precondition Failed' },
    })
    expect((await get(id)).body).toMatchObject({ Subject: 'Found' })
    expect(
      (await cases.ask('GET', `/ticket/${id}`, undefined, { 'if-none-match': await etagOf(id) })).status,
    ).toBe(304)
  })

  it('dies of a condition with a time', async () => {
    const id = await made(cases)
    const headers = { 'if-unmodified-since': 'Mon, 23 Nov 2026 11:27:23 GMT' }
    expect(await put(id, { Subject: 'x' }, headers)).toMatchObject({ status: 500, body: '' })
    expect((await get(id)).body).toMatchObject({ Subject: 'Lost' })
  })

  it('answers 200 to what it refuses, and does the rest', async () => {
    const id = await made(cases)
    const { status, body } = await put(id, {
      Status: 'bogus',
      Owner: 'nobody-here',
      Queue: 'Investigations',
      Priority: 60,
    })
    expect([status, body]).toEqual([
      200,
      [
        `Ticket ${id}: That user does not exist`,
        `Ticket ${id}: Priority changed from 'Low' to 'Medium'`,
        `Ticket ${id}: Permission Denied`,
        `Ticket ${id}: Status 'bogus' isn't a valid status for this ticket.`,
      ],
    ])
    expect(await history(id)).toEqual(['Create|||', 'Set|Priority|0|60'])
  })

  it('takes a date and a time with a space between for a date, and anything else for none', async () => {
    const id = await made(cases)
    for (const [given, due] of [
      ['2027-02-01 10:00:00', '2027-02-01T10:00:00Z'],
      ['2027-02-01', '1970-01-01T00:00:00Z'],
      ['2027-02-01T11:00:00Z', '1970-01-01T00:00:00Z'],
      ['2027-02-01T11:00:00+02:00', '1970-01-01T00:00:00Z'],
    ] as const) {
      await put(id, { Due: given })
      expect((await get(id)).body).toMatchObject({ Due: due })
    }
  })

  it('is taken, given back and stolen', async () => {
    const id = await made(cases)
    const act = async (action: string) => (await cases.ask('PUT', `/ticket/${id}/${action}`, {})).body
    const said = [await act('steal'), await act('take'), await act('take'), await act('untake')]
    await cases.askAsOther('PUT', `/ticket/${id}/take`, {})
    expect([...said, await act('take'), await act('steal'), await act('steal')]).toEqual([
      ['You can only steal a ticket owned by someone else'],
      ['Owner changed from Nobody to ada'],
      ['That user already owns that ticket'],
      ['Owner changed from ada to Nobody'],
      ['You can only take tickets that are unowned'],
      ['Owner changed from ben to ada'],
      ['You already own this ticket'],
    ])
    expect((await cases.ask('PUT', `/ticket/${id}/take`)).status).toBe(415)
  })

  it('keeps an empty value where an empty text was sent, and none after null', async () => {
    const id = await made(cases)
    const set = async (fields: object) =>
      [(await put(id, { CustomFields: fields })).body, await get(id)] as const
    const [added] = await set({ Channel: 'call' })
    const [emptied, empty] = await set({ Channel: '' })
    expect([added, emptied, valuesIn(empty, 'Channel')]).toEqual([
      ['Channel call added'],
      ['Channel call deleted'],
      [null],
    ])
    await set({ Channel: 'chat' })
    const [removed, none] = await set({ Channel: null })
    expect([removed, valuesIn(none, 'Channel')]).toEqual([
      ['chat is no longer a value for custom field Channel'],
      [],
    ])
    expect((await set({ Channel: 'pigeon' }))[0]).toEqual(['Invalid value for custom field'])
    expect((await set({ Nothing: 'x' }))[0]).toEqual([])
    expect((await set({ Documents: ['Photo', 'Proof of address'] }))[0]).toEqual([
      'Photo added as a value for Documents',
      'Proof of address added as a value for Documents',
    ])
    expect((await put(id, { CustomFields: ['x'] })).status).toBe(500)
  })
})
