import { describe, expect, it } from 'vitest'

import { asCaseId } from '../../../renderer/domain/ids.ts'
import type { CaseAnswer } from '../../../renderer/domain/case-request.ts'
import { items, json, paged, refusal, trackerUnderTest } from './tracker-under-test.ts'
import type { Rule } from './tracker-under-test.ts'

const row = (id: number, ObjectId: string, Type = 'Set') => ({
  ...{ id: String(id), ObjectId, Type, Created: '2026-11-23T11:05:00Z' },
})
const at = (event: string, mark: string) => ({ event, mark: `Set|2026-11-23T11:05:00Z|${mark}` })

describe('what has changed', () => {
  const feed = (...say: readonly CaseAnswer[]): Rule => ({ to: /POST \/transactions/, say })

  it('begins at the newest transaction', async () => {
    const { tracker } = trackerUnderTest([feed(items(row(172, '2'), row(171, '2')))])
    expect(await tracker.changes(undefined)).toEqual({
      kind: 'answer',
      value: { kind: 'changed', numbers: [], cursor: at('172', '2'), more: false },
    })
  })

  it('is every case with a transaction since, each once', async () => {
    const { tracker } = trackerUnderTest([
      feed(...paged(row(154, '2'), row(157, '2'), row(159, '4'), row(160, '2'))),
    ])
    expect(await tracker.changes(at('154', '2'))).toEqual({
      kind: 'answer',
      value: { kind: 'changed', numbers: ['2', '4'], cursor: at('160', '2'), more: false },
    })
  })

  it('is told in parts when it is much', async () => {
    const { tracker } = trackerUnderTest([
      feed(...Array.from({ length: 20 }, (_, page) => items(row(154 + page, String(page))))),
    ])
    const heard = await tracker.changes(at('154', '0'))
    expect(heard).toMatchObject({ value: { more: true, cursor: at('163', '9') } })
  })

  it('is all of it after a restored backup, when another transaction has the number', async () => {
    const { tracker } = trackerUnderTest([feed(...paged(row(154, '9')), items(row(160, '9')))])
    expect(await tracker.changes(at('154', '2'))).toEqual({
      kind: 'answer',
      value: { kind: 'restored', cursor: at('160', '9') },
    })
  })

  it.each([
    ['is not there (500 in RT 5.0.3)', refusal(500, 'Internal Server Error'), 'restored'],
    ['is not there', refusal(404, 'Not Found'), 'restored'],
    ['is out of sight', refusal(403, 'Forbidden'), 'changed'],
    [
      'is somebody else’s',
      json({ Type: 'Create', Created: '', Object: { id: '3', type: 'group' } }),
      'restored',
    ],
  ])('with a last transaction that %s', async (_, answer, kind) => {
    const { tracker } = trackerUnderTest([
      feed(items(), items(row(20, '2'))),
      { to: /GET \/transaction\/154/, say: [answer] },
    ])
    expect(await tracker.changes(at('154', '2'))).toMatchObject({ value: { kind } })
  })

  it('is unknown while a hotel answers for RT', async () => {
    const { tracker } = trackerUnderTest([
      feed(items()),
      {
        to: /GET \/transaction/,
        say: [{ kind: 'answer', status: 500, type: '', etag: undefined, body: '<html>' }],
      },
    ])
    expect(await tracker.changes(at('154', '2'))).toMatchObject({ kind: 'not-understood' })
  })
})

describe('a list', () => {
  it.each([
    [{ kind: 'mine' } as const, "Owner = 'agent1' AND Status != 'resolved' AND Status != 'rejected'"],
    [{ kind: 'queue', queue: "O'Brien \\ Co" } as const, "Queue = 'O\\'Brien \\\\ Co'"],
    [{ kind: 'of-contact', address: "o'b@x.org" } as const, "Requestor.EmailAddress = 'o\\'b@x.org'"],
    [
      { kind: 'text', text: " ' OR 1=1 " } as const,
      "(Subject LIKE '\\' OR 1=1' OR Content LIKE '\\' OR 1=1')",
    ],
    [{ kind: 'client-id', id: asCaseId("x'") } as const, "'CF.{ClientUUID}' = 'x\\''"],
  ])('of %j is asked for with its quotes escaped', async (which, sql) => {
    const { tracker, requests } = trackerUnderTest([{ to: /tickets/, say: [items()] }])
    await tracker.list(which, 5)
    const query = new URLSearchParams(requests[0]?.path.split('?')[1])
    expect([query.get('query'), query.get('order')]).toEqual([sql, 'DESC'])
  })

  it('has its newest first, and no more than were asked for', async () => {
    const second = '2026-11-23T11:05:00Z'
    const { tracker } = trackerUnderTest([
      {
        to: /tickets/,
        say: paged(
          { id: '7', LastUpdated: '2026-11-24T00:00:00Z' },
          { id: '9', LastUpdated: second },
          { id: '11', LastUpdated: second },
          { id: 'x', LastUpdated: second },
        ),
      },
    ])
    expect(await tracker.list({ kind: 'queue', queue: 'q' }, 2)).toEqual({
      kind: 'answer',
      value: ['7', '11'],
    })
  })
})

describe('a contact', () => {
  const anna = { id: 'anna@x.org', RealName: 'Anna Roy', EmailAddress: 'anna@x.org' }
  const ben = {
    id: 'ben@x.org',
    RealName: 'Ben Ng',
    EmailAddress: 'ben@x.org',
    MobilePhone: '+1 (613) 555-0147',
  }
  const everybody = items(anna, ben)

  it('is nobody where RT ignores what it is asked and gives everyone', async () => {
    const { tracker } = trackerUnderTest([{ to: /users/, say: [everybody] }])
    expect(await tracker.contacts({ kind: 'number', number: '+16135550147' })).toEqual({
      kind: 'answer',
      value: [],
    })
    expect(await tracker.contacts({ kind: 'address', address: 'nobody@x.org' })).toEqual({
      kind: 'answer',
      value: [],
    })
    expect(await tracker.contacts({ kind: 'text', text: 'zz' })).toEqual({ kind: 'answer', value: [] })
  })

  it('is found by a number that RT searches and does not show', async () => {
    const { tracker } = trackerUnderTest([{ to: /users/, say: [items(), items(anna), items()] }])
    expect(await tracker.contacts({ kind: 'number', number: '+49 301 0000001' })).toEqual({
      kind: 'answer',
      value: [{ address: 'anna@x.org', name: 'Anna Roy', numbers: ['+49 301 0000001'] }],
    })
  })

  it('is found by a number that is written with spaces, or within the country', async () => {
    for (const MobilePhone of ['+1 (613) 555-0147', '613-555-0147']) {
      const { tracker } = trackerUnderTest([
        { to: /users/, say: [items(), items(), items({ ...ben, MobilePhone }), items()] },
      ])
      const heard = await tracker.contacts({ kind: 'number', number: '+16135550147' })
      expect(heard).toEqual({
        kind: 'answer',
        value: [{ address: 'ben@x.org', name: 'Ben Ng', numbers: [MobilePhone] }],
      })
    }
  })

  it('is not somebody whose number only ends alike', async () => {
    const { tracker } = trackerUnderTest([
      { to: /users/, say: [items(), items({ ...ben, MobilePhone: '+4413555014700' }), items(ben), items()] },
    ])
    expect(await tracker.contacts({ kind: 'number', number: '+33135550147' })).toEqual({
      kind: 'answer',
      value: [],
    })
  })

  it('is found by letters without their accents', async () => {
    const zoe = { ...anna, RealName: 'Zoé Côté' }
    const { tracker } = trackerUnderTest([{ to: /users/, say: [items(zoe, ben)] }])
    expect(await tracker.contacts({ kind: 'text', text: 'cote' })).toMatchObject({
      value: [{ name: 'Zoé Côté' }],
    })
  })
})
