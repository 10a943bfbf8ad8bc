// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { practiceScripts } from '../../../electron/centre/practice/customers.ts'
import { promisesIn } from '../../../renderer/domain/promise.ts'
import { idsIn, openCases, search } from './open-cases.ts'
import type { OpenCases } from './open-cases.ts'

let cases: OpenCases
beforeAll(async () => {
  cases = await openCases()
})
afterAll(() => cases.close())

const count = async (query: string) => idsIn(await cases.ask('GET', search(query, '&per_page=100'))).length

describe('the practice world', () => {
  it('has cases in every state, some of them the agent’s, some due and some late', async () => {
    expect(await count('id > 0')).toBe(29)
    for (const status of ['new', 'open', 'stalled', 'resolved', 'rejected'])
      expect(await count(`Status = '${status}'`)).toBeGreaterThan(0)
    for (const user of ['ada', 'ben', 'dana.roy', 'Nobody'])
      expect(await count(`Owner = '${user}' AND Status = '__Active__'`)).toBeGreaterThan(0)
    expect(await count("Due < '2027-01-15 08:00:00' AND Status = '__Active__'")).toBe(2)
    expect(await count("Due > '2027-01-15 08:00:00' AND Status = '__Active__'")).toBeGreaterThan(5)
    expect(await count("CF.{Language} = 'Français'")).toBe(15)
  })

  it('knows everybody who calls, by number and by an address that reaches nobody', async () => {
    for (const { customer } of practiceScripts) {
      const { body } = await cases.ask('POST', '/users?fields=RealName,EmailAddress', [
        { field: 'MobilePhone', value: customer.number },
      ])
      expect(body).toMatchObject({
        items: [
          {
            RealName: customer.name,
            EmailAddress: expect.stringMatching(/^[a-z.]+@example\.org$/) as unknown,
          },
        ],
      })
      const [item] = (body as { items: { EmailAddress: string }[] }).items
      expect(await count(`Requestor.EmailAddress = '${item?.EmailAddress ?? ''}'`)).toBeGreaterThan(0)
    }
  })

  it('has promises that a desk can read', async () => {
    const ids = idsIn(await cases.ask('GET', search("Status = '__Active__'", '&per_page=100')))
    const notes = await Promise.all(
      ids.map(async (id) => {
        const { body } = await cases.ask('GET', `/ticket/${id}/attachments?fields=Content&per_page=100`)
        return (body as { items: { Content: string }[] }).items
      }),
    )
    const promises = promisesIn(notes.flat().map(({ Content }) => ({ kind: 'note', text: Content, at: 0 })))
    expect(promises.map(({ kind }) => kind).sort()).toEqual([
      ...['call-back', 'call-back', 'promise', 'promise', 'promise'],
    ])
    expect(promises.every(({ dueAt }) => dueAt > cases.clock.wallTime())).toBe(true)
  })

  it('has sent nothing yet, and numbers everything in the order of time', async () => {
    expect(cases.mails()).toEqual([])
    const rows: { Created: string }[] = []
    for (const page of [1, 2]) {
      const { body } = await cases.ask('GET', `/transactions?fields=Created&per_page=100&page=${page}`)
      rows.push(...(body as { items: { Created: string }[] }).items)
    }
    const times = rows.map(({ Created }) => Created)
    expect(times).toEqual([...times].sort())
  })

  it('shows each agent the queues that they are trained for', async () => {
    const some = await openCases({ agents: [{ user: 'zoe', queues: ['Prestations'], languages: ['fr'] }] })
    const { body } = await some.ask('GET', '/queues/all?fields=Name')
    expect((body as { items: { Name: string }[] }).items.map(({ Name }) => Name)).toEqual(['Prestations'])
    expect(idsIn(await some.ask('GET', search("Queue = 'Passports'")))).toEqual([])
    await some.close()
  })
})
