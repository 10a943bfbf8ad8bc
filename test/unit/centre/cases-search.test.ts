// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idsIn, made, openCases, search } from './open-cases.ts'
import type { OpenCases } from './open-cases.ts'

let cases: OpenCases
let first: string
let second: string
beforeAll(async () => {
  cases = await openCases()
  first = await made(cases, {
    ...{ Subject: "Ada's été", Content: 'the word walrus', Owner: 'ada', Due: '2027-03-01 10:00:00' },
    CustomFields: { ClientUUID: 'one', 'Travel date': '2027-04-01' },
  })
  second = await made(cases, {
    Subject: 'Plain',
    Queue: 'Prestations',
    Requestor: 'karim.benali@example.org',
  })
})
afterAll(() => cases.close())

/** Only the two of this test: what the practice world has stays out. */
const find = async (query: string, more = '') =>
  idsIn(await cases.ask('GET', search(`id >= ${first} AND (${query})`, more))).map((id) =>
    id === first ? 'first' : 'second',
  )

describe('a search of tickets', () => {
  it.each([
    ["CF.{ClientUUID} = 'one'", ['first']],
    ["'CF.{ClientUUID}' = 'one'", ['first']],
    ["CustomField.{Travel date} = '2027-04-01'", ['first']],
    ["CF.{Nothing} = 'one'", []],
    ["Owner = 'ada'", ['first']],
    ["Owner = '__CurrentUser__' AND Status = '__Active__'", ['first']],
    ["Owner = 'Nobody'", ['second']],
    ["Status = '__Inactive__'", []],
    ["Queue = 'Prestations'", ['second']],
    ["Queue = 'Investigations'", []],
    ["Requestor.EmailAddress = 'karim.benali@example.org'", ['second']],
    ["Requestor.EmailAddress LIKE 'example.org'", ['first', 'second']],
    ["Subject LIKE 'ÉTÉ'", ['first']],
    ["Subject LIKE 'Ada\\'s'", ['first']],
    ["Subject NOT LIKE 'plain'", ['first']],
    ["Content LIKE 'walrus'", ['first']],
    ["Due < '2027-03-02'", ['first']],
    ['Due IS NULL', ['second']],
    ["id = 1 OR Subject = 'Plain' AND Queue = 'Prestations'", ['second']],
    ["Subject = 'Plain' AND Queue = 'Passports' OR Owner = 'ada'", ['first']],
    ["(Owner = 'ada' OR Owner = 'Nobody') AND Subject LIKE 'a'", ['first', 'second']],
  ])('finds by %s', async (query, expected) => {
    expect(await find(query)).toEqual(expected)
  })

  it.each([
    "Nothing = 'x'",
    'Owner ==',
    '(((',
    "Owner = 'ada' AND",
    'Owner',
    "Status IN ('new')",
    "Owner = 'x' )",
  ])('refuses %s', async (query) => {
    expect(await cases.ask('GET', search(query))).toMatchObject({
      status: 400,
      body: { message: expect.anything() as unknown },
    })
  })

  it('is ordered, in pages, with a total', async () => {
    expect(await find('id > 0', '&orderby=Subject&order=DESC')).toEqual(['second', 'first'])
    expect(await find('id > 0', '&orderby=Owner&orderby=id&order=ASC&order=DESC')).toEqual([
      'first',
      'second',
    ])
    const { body } = await cases.ask('GET', search(`id >= ${first}`, '&per_page=1&page=2'))
    expect(body).toMatchObject({ count: 1, total: 2, page: 2, pages: 2, per_page: 1 })
    const address = (body as { prev_page: string }).prev_page
    expect(new URL(address).searchParams.get('page')).toBe('1')
    expect((await cases.ask('GET', search('id > 0', '&per_page=1000'))).body).toMatchObject({ per_page: 100 })
    expect((await cases.ask('GET', search('id > 0', '&orderby=Nothing'))).body).toMatchObject({
      count: 0,
      items: [],
    })
  })

  it('finds nothing without a query, and nothing in a body of JSON', async () => {
    expect(idsIn(await cases.ask('GET', search('')))).toEqual([])
    expect(idsIn(await cases.ask('POST', '/tickets', { query: 'id > 0' }))).toEqual([])
  })
})

const transactions = (conditions: unknown, more = '') =>
  cases.ask('POST', `/transactions?fields=Type,ObjectId${more}`, conditions)

describe('a search of transactions', () => {
  it('tells no total, and cuts the page before it hides what the agent may not see', async () => {
    const { body } = await transactions([{ field: 'ObjectType', value: 'RT::Ticket' }], '&per_page=100')
    expect(body).toMatchObject({ total: null, pages: null, per_page: 100 })
    expect((body as { count: number }).count).toBeLessThan(100)
    const next = await transactions([{ field: 'ObjectType', value: 'RT::Ticket' }], '&per_page=100&page=2')
    expect(idsIn(next).length).toBeGreaterThan(0)
  })

  it('hides before it cuts the page where the condition is in words', async () => {
    const sql = encodeURIComponent("ObjectType = 'RT::Ticket' AND id > 0")
    const { body } = await transactions([], `&per_page=50&query=${sql}`)
    expect(body).toMatchObject({ count: 50, total: null })
    const wrong = encodeURIComponent("Nothing = 'x'")
    expect((await transactions([], `&query=${wrong}`)).status).toBe(400)
  })

  it('goes on after a number, oldest first', async () => {
    const { body } = await cases.ask('GET', `/ticket/${first}/history`)
    const [start] = idsIn({ body } as Parameters<typeof idsIn>[0])
    const after = await transactions([
      { field: 'id', operator: '>', value: Number(start) - 1 },
      { field: 'ObjectType', value: 'RT::Ticket' },
    ])
    expect((after.body as { items: { ObjectId: string }[] }).items.map(({ ObjectId }) => ObjectId)).toEqual([
      first,
      second,
    ])
  })

  it('takes two conditions on one field for either of them, unless they say AND', async () => {
    const between = (more: object) => [
      { field: 'id', operator: '>', value: 20 },
      { field: 'id', operator: '<', value: 23, ...more },
    ]
    expect(idsIn(await transactions(between({}), '&per_page=1'))).toEqual(['1'])
    expect(
      idsIn(await transactions(between({ entry_aggregator: 'AND' }))).every((id) =>
        ['21', '22'].includes(id),
      ),
    ).toBe(true)
  })

  it.each([
    ['{}', 400],
    ['[broken', 400],
    ['["x"]', 500],
    ['[]', 200],
    ['[{"field":"id","operator":"DROP","value":1}]', 200],
  ])('answers %s with %i', async (body, status) => {
    expect((await cases.ask('POST', '/transactions', body)).status).toBe(status)
  })

  it('shows one by its number, and dies of one that there is not', async () => {
    const [id] = idsIn(await cases.ask('GET', `/ticket/${first}/history`))
    expect((await cases.ask('GET', `/transaction/${id}`)).body).toMatchObject({
      ...{ id: Number(id), Type: 'Create', Object: { type: 'ticket', id: first }, Creator: { id: 'ada' } },
    })
    expect((await cases.ask('GET', '/transaction/99999')).status).toBe(500)
  })
})

describe('the directory', () => {
  const people = (conditions: unknown) =>
    cases.ask('POST', '/users?fields=MobilePhone,RealName&per_page=3', conditions)

  it('finds people by number, address and name', async () => {
    for (const condition of [
      { field: 'MobilePhone', operator: 'LIKE', value: '5145550142' },
      { field: 'EmailAddress', value: 'HELENE.tremblay@example.org' },
      { field: 'RealName', operator: 'LIKE', value: 'hélène' },
    ])
      expect((await people([condition])).body).toMatchObject({
        ...{ total: 1, items: [{ type: 'user', MobilePhone: '+15145550142', RealName: 'Hélène Tremblay' }] },
      })
  })

  it('finds everybody by a field that cannot be searched', async () => {
    const { body } = await people([{ field: 'Comments', value: 'x' }])
    expect(body).toMatchObject({ count: 3 })
    expect((body as { total: number }).total).toBeGreaterThan(10)
  })

  it('shows queues and their fields to those who may see them, a new one at once', async () => {
    const queues = await cases.ask('GET', '/queues/all?fields=Name')
    expect((queues.body as { items: { Name: string }[] }).items.map(({ Name }) => Name)).toEqual([
      'Passports',
      'Prestations',
    ])
    expect((await cases.ask('GET', '/queue/Investigations')).status).toBe(403)
    expect((await cases.ask('GET', '/queue/999')).status).toBe(403)
    expect((await cases.ask('GET', '/queue/Passports/customfields')).status).toBe(404)
    cases.addCustomField({ name: '__proto__', type: 'Select', values: ['a'] })
    const { body } = await cases.ask('GET', '/queue/3/customfields?fields=Name,Type')
    const added = (body as { items: { id: string; Name: string }[] }).items.find(
      ({ Name }) => Name === '__proto__',
    )
    expect((await cases.ask('GET', `/customfield/${added?.id}`)).body).toMatchObject({
      Type: 'Select',
      Values: ['a'],
      MaxValues: '1',
    })
    expect((await cases.ask('GET', '/customfield/99')).status).toBe(403)
  })
})
