// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { made, openCases } from './open-cases.ts'
import type { OpenCases } from './open-cases.ts'

let cases: OpenCases
beforeEach(async () => {
  cases = await openCases({ answers: 1 })
})
afterEach(() => cases.close())

const plain = (text: string, more: object = {}) => ({ Content: text, ContentType: 'text/plain', ...more })
const say = (id: string, kind: string, body: unknown) => cases.ask('POST', `/ticket/${id}/${kind}`, body)
const replies = () => cases.mails().filter(({ kind }) => kind === 'reply')

async function items(path: string): Promise<Record<string, unknown>[]> {
  return ((await cases.ask('GET', path)).body as { items: Record<string, unknown>[] }).items
}

async function steps(id: string) {
  const rows = await items(`/ticket/${id}/history?per_page=100&fields=Type,Creator,NewValue`)
  return rows.map(({ Type, Creator, NewValue }) => [Type, (Creator as { id: string }).id, NewValue])
}

describe('a message', () => {
  it('stays among colleagues as a comment, and goes to the customer as a reply, once', async () => {
    const id = await made(cases)
    const comment = await say(id, 'comment', plain('Nur für uns é'))
    expect([comment.status, comment.body]).toEqual([201, ['Comments added']])
    expect(comment.headers.get('location')).toMatch(/\/REST\/2\.0\/transaction\/\d+$/)
    expect(replies()).toEqual([])
    const reply = await say(id, 'correspond', plain('Dear Ms Ellis', { Status: 'stalled' }))
    expect(reply.body).toEqual(['Correspondence added', "Status changed from 'open' to 'stalled'"])
    expect(replies()).toEqual([
      {
        ...{ kind: 'reply', number: id, from: 'ada', to: ['margaret.ellis@example.org'] },
        ...{
          subject: `[practice.invalid #${id}] Lost`,
          text: 'Dear Ms Ellis',
          files: [],
          at: 1_800_000_000_000,
        },
      },
    ])
    expect(await steps(id)).toEqual([
      ['Create', 'ada', ''],
      ['Comment', 'ada', ''],
      ['Correspond', 'ada', ''],
      ['Status', 'RT_System', 'open'],
      ['Status', 'ada', 'stalled'],
    ])
  })

  it('has its text in a frame with the files beside it, and its bytes in base64', async () => {
    const id = await made(cases)
    const bytes = Buffer.from([0, 1, 255])
    const file = {
      FileName: 'scan.bin',
      FileType: 'application/octet-stream',
      FileContent: bytes.toString('base64'),
    }
    await say(id, 'comment', plain('line\r\nnext', { Attachments: [file] }))
    const rows = await items(`/ticket/${id}/attachments?fields=ContentType,Filename,Content,ContentLength`)
    expect(
      rows.map((row) => [row['ContentType'], row['Filename'], row['Content'], row['ContentLength']]),
    ).toEqual([
      ['multipart/mixed', '', '', '0'],
      ['text/plain', '', 'line\nnext', '9'],
      ['application/octet-stream', 'scan.bin', '\u0000\u0001ÿ', '3'],
    ])
    const [frame, , last] = rows.map((row) => String(row['id']))
    expect((await cases.ask('GET', `/attachment/${last}`)).body).toMatchObject({
      ...{ id: Number(last), Content: `${bytes.toString('base64')}\n`, Filename: 'scan.bin' },
      ...{ Parent: { id: frame }, TransactionId: { type: 'transaction' } },
    })
    expect((await cases.ask('GET', `/attachment/${frame}`)).body).toMatchObject({
      Content: null,
      Parent: '0',
    })
    expect((await cases.ask('GET', `/ticket/${id}/attachments?fields=Parent`)).status).toBe(500)
  })

  it.each([
    ['a.txt', 'a.txt'],
    ['é.txt', '\ufffd.txt'],
    [Buffer.from('été 日本.txt').toString('latin1'), 'été 日本.txt'],
    ['=?UTF-8?Q?=C3=A9?=.txt', 'é.txt'],
    ['../../etc/passwd', 'passwd'],
  ])('keeps a file called %j as %j', async (given, kept) => {
    const id = await made(cases)
    await say(
      id,
      'comment',
      plain('x', { Attachments: [{ FileName: given, FileType: 'text/plain', FileContent: 'eA==' }] }),
    )
    expect((await items(`/ticket/${id}/attachments?fields=Filename`)).at(-1)).toMatchObject({
      Filename: kept,
    })
  })

  it.each([
    [plain('x', { ContentType: undefined }), 400],
    [plain('x', { Attachments: [{ FileName: 'a' }] }), 400],
    [plain('x', { Attachments: [{ FileName: '日', FileType: 'text/plain', FileContent: 'eA==' }] }), 500],
    [plain('x', { Attachments: 'x' }), 500],
    ['{broken', 500],
    [[1], 500],
    ['{"Content":"a\\ud800","ContentType":"text/plain"}', 500],
  ])('is not added as %j', async (body, status) => {
    const id = await made(cases)
    expect((await say(id, 'comment', body)).status).toBe(status)
    expect(await steps(id)).toEqual([['Create', 'ada', '']])
  })

  it('comes from outside to a case that it reopens, or begins one', async () => {
    const id = await made(cases)
    await cases.ask('PUT', `/ticket/${id}`, { Status: 'resolved' })
    expect(cases.receiveMail({ from: 'margaret.ellis@example.org', number: id, text: 'Not yet!' })).toBe(id)
    expect((await steps(id)).slice(-2)).toEqual([
      ['Correspond', 'margaret.ellis@example.org', ''],
      ['Status', 'RT_System', 'open'],
    ])
    const begun = cases.receiveMail({
      from: 'new@example.org',
      subject: 'Hello',
      text: 'x',
      queue: 'Prestations',
    })
    expect((await cases.ask('GET', `/ticket/${begun}?fields[Queue]=Name`)).body).toMatchObject({
      ...{ Subject: 'Hello', Status: 'new', Queue: { Name: 'Prestations' } },
      Requestor: [{ id: 'new@example.org' }],
    })
    expect(() => cases.receiveMail({ from: 'new@example.org', number: '999', text: 'x' })).toThrow(
      'no case 999',
    )
  })
})

describe('a practice customer', () => {
  const lastWriter = async (id: string) => (await steps(id)).findLast(([type]) => type === 'Correspond')?.[1]

  it('writes back some minutes after a reply, in their language, and once', async () => {
    const id = await made(cases, { Requestor: 'helene.tremblay@example.org' })
    await say(id, 'correspond', plain('Bonjour'))
    await say(id, 'correspond', plain('Encore'))
    cases.clock.pass(39_000)
    expect(await lastWriter(id)).toBe('ada')
    cases.clock.pass(201_000)
    expect((await steps(id)).filter(([, by]) => by === 'helene.tremblay@example.org')).toHaveLength(1)
    const [letter] = (await items(`/ticket/${id}/attachments?fields=Content`)).slice(-1)
    expect(letter?.['Content']).toMatch(/\n\nHélène Tremblay$/)
  })

  it('does not write to a centre that is restored or closed, nor where nobody shall', async () => {
    const id = await made(cases)
    const before = cases.snapshot()
    await say(id, 'correspond', plain('Dear'))
    cases.restore(before)
    cases.clock.pass(600_000)
    expect(await steps(id)).toEqual([['Create', 'ada', '']])
    const silent = await openCases()
    const other = await made(silent)
    await silent.ask('POST', `/ticket/${other}/correspond`, plain('Dear'))
    silent.clock.pass(600_000)
    expect((await silent.ask('GET', `/ticket/${other}`)).body).toMatchObject({
      LastUpdatedBy: { id: 'RT_System' },
    })
    await silent.close()
  })
})
