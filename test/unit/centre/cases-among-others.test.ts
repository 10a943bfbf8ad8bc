// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idsIn, made, openCases, search, valuesIn } from './open-cases.ts'
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

describe('a ticket among others', () => {
  it('has no twin: the second one is made without the id, and joined to the first', async () => {
    const first = await made(cases, { CustomFields: { ClientUUID: 'twin' } })
    const second = await made(cases, { CustomFields: { ClientUUID: 'twin' }, Content: 'twice' })
    expect(valuesIn(await get(second), 'ClientUUID')).toEqual([])
    expect(idsIn(await cases.ask('GET', search("CF.{ClientUUID} = 'twin'")))).toEqual([first])
    expect((await put(second, { MergeInto: first })).body).toEqual(['Merge Successful'])
    expect((await get(second)).body).toMatchObject({ id: Number(first), EffectiveId: { id: first } })
    const joined = `AddLink|MergedInto||fsck.com-rt://practice.invalid/ticket/${first}`
    expect(await history(first)).toEqual(['Create|||', 'Create|||', joined, joined])
  })

  it('is linked to others and to addresses, from both sides', async () => {
    const [id, other] = [await made(cases), await made(cases)]
    const add = { AddRefersTo: [other, 'https://example.org/a'], AddMemberOf: other, AddDependsOn: ['99999'] }
    expect((await put(id, add)).body).toEqual([
      "Couldn't resolve '99999' into a link.",
      `Ticket ${id} member of Ticket ${other}.`,
      `Ticket ${id} refers to Ticket ${other}.`,
      `Ticket ${id} refers to URI https://example.org/a.`,
    ])
    expect((await put(other, { AddMemberOf: id })).body).toEqual([
      'Refused to add link which would create a circular relationship',
    ])
    expect((await get(other)).body).toMatchObject({
      _hyperlinks: expect.arrayContaining([
        ref('ticket', id, { ref: 'child' }),
        ref('ticket', id, { ref: 'referred-to-by' }),
      ]) as unknown,
    })
    expect((await put(id, { DeleteRefersTo: other })).body).toEqual([
      `Ticket ${id} no longer refers to Ticket ${other}.`,
    ])
  })

  it('is out of sight when it was moved to a queue that the agent may not see', async () => {
    const id = await made(cases, { Content: 'secret' })
    cases.moveCase(id, 'Investigations')
    const statuses = [
      await get(id),
      await put(id, { Subject: 'x' }),
      await cases.ask('PUT', `/ticket/${id}/take`, {}),
    ]
    expect(statuses.map(({ status }) => status)).toEqual([403, 403, 403])
    expect(await history(id)).toEqual([])
    expect(idsIn(await cases.ask('GET', `/ticket/${id}/attachments`))).toEqual([])
    const said = { Content: 'x', ContentType: 'text/plain' }
    expect(await cases.ask('POST', `/ticket/${id}/comment`, said)).toMatchObject({
      status: 400,
      body: { message: 'Permission Denied' },
    })
  })

  it('is never found when it was deleted, and can be looked at', async () => {
    const id = await made(cases)
    cases.deleteCase(id)
    expect((await get(id)).body).toMatchObject({ Status: 'deleted' })
    expect(idsIn(await cases.ask('GET', search(`id = ${id}`)))).toEqual([])
    expect(idsIn(await cases.ask('GET', search("Status = 'deleted'")))).toEqual([])
  })

  it('goes back in time with everything when a backup is restored', async () => {
    const id = await made(cases)
    const before = cases.snapshot()
    const [etag, later] = [await etagOf(id), await made(cases)]
    await put(id, { Subject: 'Later' })
    cases.restore(before)
    expect([await etagOf(id), (await get(later)).status]).toEqual([etag, 404])
    expect(await made(cases)).toBe(later)
  })
})
