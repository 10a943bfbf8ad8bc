import { describe, expect, it } from 'vitest'

import type { CaseAnswer } from '../../../renderer/domain/case-request.ts'
import {
  begun,
  caseId,
  clientId,
  items,
  json,
  lost,
  paged,
  people,
  queueRule,
  refusal,
  ticket,
  trackerUnderTest,
  transaction,
} from './tracker-under-test.ts'
import type { Rule } from './tracker-under-test.ts'

const found = (...numbers: readonly string[]): CaseAnswer => items(...numbers.map((id) => ({ id })))
const byId = (...say: readonly CaseAnswer[]): Rule => ({ to: /GET \/tickets\?query='CF/, say })
const orphans = (...say: readonly CaseAnswer[]): Rule => ({ to: /GET \/tickets\?query=Creator/, say })
const post = (...say: readonly CaseAnswer[]): Rule => ({ to: /POST \/ticket$/, say })
const made = json({ id: '12', type: 'ticket' }, { status: 201 })
const withoutId = { CustomFields: [] }

describe('a new case', () => {
  it('is looked for first, made with its id, and read again', async () => {
    const { tracker, requests, writes } = trackerUnderTest([
      ...people,
      queueRule,
      byId(found()),
      post(made),
      { to: /GET \/ticket\/12/, say: [ticket()] },
    ])
    expect(await tracker.create(caseId, begun())).toMatchObject({
      ...{ kind: 'written', event: '154' },
      case: { id: clientId, number: '12' },
    })
    expect(writes()).toEqual([
      {
        ...{ Subject: 'Passport', Queue: 'Contact Centre', Content: 'Lost it', ContentType: 'text/plain' },
        CustomFields: { ClientUUID: clientId },
      },
    ])
    expect(decodeURIComponent(requests[1]?.path ?? '')).toContain(`'CF.{ClientUUID}' = '${clientId}'`)
  })

  it('that is there already is not made again', async () => {
    const { tracker, writes } = trackerUnderTest([
      ...people,
      queueRule,
      byId(found('12')),
      orphans(found()),
      { to: /GET \/ticket\/12/, say: [ticket()] },
    ])
    expect(await tracker.create(caseId, begun())).toMatchObject({ kind: 'written', case: { number: '12' } })
    expect(writes()).toEqual([])
  })

  it('of which RT makes a twin without an id is joined to the first', async () => {
    const { tracker, writes } = trackerUnderTest([
      ...people,
      queueRule,
      byId(found(), found('9')),
      orphans(found()),
      post(made),
      { to: /PUT \/ticket\/12/, say: [json(['Merge Successful'])] },
      { to: /GET \/ticket\/12/, say: [ticket(withoutId), ticket({ id: 9 })] },
      { to: /GET \/ticket\/9/, say: [ticket({ id: 9 })] },
    ])
    expect(await tracker.create(caseId, begun())).toMatchObject({ kind: 'written', case: { number: '9' } })
    expect(writes()[1]).toEqual({ MergeInto: '9' })
  })

  it('takes in a twin whose answer was lost, but no other case that looks like it', async () => {
    const lostIt = { id: '1', TransactionId: '200', ContentType: 'text/plain', Content: 'Lost it' }
    const { tracker, writes } = trackerUnderTest([
      ...people,
      queueRule,
      byId(found('9')),
      orphans(found('12', '13')),
      { to: /PUT/, say: [json(['Merge Successful'])] },
      { to: /history/, say: [...paged(transaction(200, 'Create')), ...paged(transaction(200, 'Create'))] },
      { to: /ticket\/13\/attachments.*Content&/, say: paged(lostIt) },
      { to: /attachments/, say: [items()] },
      { to: /GET \/ticket\/\d+\?/, say: [ticket({ id: 9 })] },
    ])
    expect(await tracker.create(caseId, begun())).toMatchObject({ kind: 'written', case: { number: '9' } })
    expect(writes()).toEqual([{ MergeInto: '9' }])
  })

  it.each([
    ['no field for its id', [{ name: 'Channel' }], begun()],
    [
      'no such field',
      [{ name: 'ClientUUID' }],
      begun({ fields: new Map([...begun().fields, ['custom:Nope', ['x']]]) }),
    ],
  ])('is not made where the queue has %s: RT would leave it out', async (_, TicketCustomFields, wanted) => {
    const { tracker, writes } = trackerUnderTest([
      { to: /GET \/queue/, say: [json({ id: 3, TicketCustomFields })] },
    ])
    expect(await tracker.create(caseId, wanted)).toMatchObject({ kind: 'refused', why: 'invalid' })
    expect(writes()).toEqual([])
  })

  it('whose owner RT leaves out is refused in the words of RT', async () => {
    const { tracker } = trackerUnderTest([
      ...people,
      queueRule,
      byId(found()),
      post(made),
      { to: /PUT/, say: [json(['That user does not exist'])] },
      { to: /GET \/ticket\/12/, say: [ticket()] },
    ])
    const wanted = begun({ fields: new Map([...begun().fields, ['owner', ['nosuch']]]) })
    expect(await tracker.create(caseId, wanted)).toEqual({
      ...{ kind: 'refused', why: 'invalid', detail: 'That user does not exist' },
    })
  })

  it('whose answer is lost may be there', async () => {
    const { tracker } = trackerUnderTest([queueRule, byId(found()), post(lost)])
    expect(await tracker.create(caseId, begun())).toEqual({ kind: 'unreached', arrived: 'perhaps' })
  })

  it('in a queue that the agent may not use is refused', async () => {
    const { tracker } = trackerUnderTest([{ to: /GET \/queue/, say: [refusal(403, 'Forbidden')] }])
    expect(await tracker.create(caseId, begun())).toMatchObject({ kind: 'refused', why: 'forbidden' })
  })
})
