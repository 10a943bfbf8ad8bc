import { describe, expect, it } from 'vitest'

import type { FieldKey, FieldValue } from '../../../renderer/domain/case-field.ts'
import {
  customField,
  items,
  json,
  offline,
  people,
  person,
  place,
  refusal,
  ticket,
  trackerUnderTest,
  transaction,
} from './tracker-under-test.ts'
import type { Rule } from './tracker-under-test.ts'
import type { CaseAnswer } from '../../../renderer/domain/case-request.ts'

const put = (...say: readonly CaseAnswer[]): Rule => ({ to: /PUT \/ticket\/12$/, say })
const get = (...say: readonly CaseAnswer[]): Rule => ({ to: /GET \/ticket\/12\?/, say })
const history = (...all: readonly unknown[]): Rule => ({ to: /history/, say: [items(...all)] })

describe('a change', () => {
  it('is written when it can be read again, and names its event', async () => {
    const { tracker, requests, writes } = trackerUnderTest([
      ...people,
      put(json(['Ticket 12: Subject changed'])),
      get(ticket({ Subject: 'Lost passport' }, '"158"')),
      history(
        transaction(155, 'Set', { Field: 'Subject', Creator: person('agent2') }),
        transaction(157, 'Set', { Field: 'Subject' }),
        transaction(158, 'Set', { Field: 'Priority' }),
      ),
    ])
    const written = await tracker.change(place, 'subject', ['Lost\npassport'])
    expect(written).toMatchObject({ kind: 'written', event: '157', case: { revision: '158' } })
    expect(writes()).toEqual([{ Subject: 'Lost passport' }])
    expect(requests[0]?.revision).toBe('"154"')
  })

  it('of something that was so already adds no event', async () => {
    const { tracker } = trackerUnderTest([...people, put(json([])), get(ticket())])
    expect(await tracker.change(place, 'subject', ['Passport'])).toMatchObject({
      kind: 'written',
      event: undefined,
    })
  })

  it('that RT says yes to and leaves out is refused, in the words of RT', async () => {
    const { tracker } = trackerUnderTest([...people, put(json(["Status 'blah' isn't valid"])), get(ticket())])
    expect(await tracker.change(place, 'status', ['blah'])).toEqual({
      kind: 'refused',
      why: 'invalid',
      detail: "Status 'blah' isn't valid",
    })
  })

  it('of a field that RT does not know is refused, although RT says nothing at all', async () => {
    const { tracker } = trackerUnderTest([...people, put(json([])), get(ticket())])
    expect(await tracker.change(place, 'custom:Nope', ['x'])).toEqual({
      ...{ kind: 'refused', why: 'invalid', detail: '' },
    })
  })

  it('of a case that somebody else has changed gives the case as it is', async () => {
    const { tracker } = trackerUnderTest([
      ...people,
      put(refusal(412, 'Precondition Failed')),
      get(ticket({ Subject: 'Theirs' }, '"160"')),
    ])
    const written = await tracker.change(place, 'subject', ['Mine'])
    expect(written).toMatchObject({ kind: 'stale', case: { revision: '160' } })
  })

  it.each<[FieldKey, FieldValue]>([
    ['subject', ['x'.repeat(201)]],
    ['requestors', ['not a mail']],
    ['cc', ['a@b, c@d']],
    ['due', ['soon']],
    ['priority', ['high']],
    ['status', []],
    ['queue', ['']],
  ])('of %s to %j is refused before RT can cut it or die of it', async (field, value) => {
    const { tracker, requests } = trackerUnderTest([])
    expect(await tracker.change(place, field, value)).toMatchObject({ kind: 'refused', why: 'invalid' })
    expect(requests).toEqual([])
  })

  it.each<[FieldKey, FieldValue, unknown]>([
    ['due', ['2026-12-24'], { Due: '2026-12-24 00:00:00' }],
    ['due', [], { Due: '1970-01-01 00:00:00' }],
    ['owner', [], { Owner: 'Nobody' }],
    ['requestors', [], { Requestor: [] }],
    ['custom:__proto__', ['p'], { CustomFields: Object.fromEntries([['__proto__', 'p']]) }],
    ['custom:Topics', ['a', 'b'], { CustomFields: { Topics: ['a', 'b'] } }],
  ])('of %s to %j is sent in the form that RT understands', async (field, value, sent) => {
    const { tracker, requests } = trackerUnderTest([put(offline)])
    await tracker.change(place, field, value)
    expect(requests.map((one) => one.body)).toEqual([JSON.stringify(sent)])
  })

  it.each([
    ['1', null],
    ['0', []],
  ])('that takes a value away says so in the way of a field of %s values', async (MaxValues, sent) => {
    const { tracker, writes } = trackerUnderTest([
      ...people,
      put(json([])),
      get(ticket()),
      { to: /customfield\/9/, say: [json({ MaxValues })] },
    ])
    await tracker.change(place, 'custom:Topics', [])
    expect(writes()).toEqual([{ CustomFields: { Topics: sent } }])
  })

  it('takes a case from a colleague, which cannot be given to oneself', async () => {
    const { tracker, writes } = trackerUnderTest([
      ...people,
      put(json(['You can only take tickets that are unowned'])),
      { to: /PUT \/ticket\/12\/steal/, say: [json(['Owner changed'])] },
      get(ticket({ Owner: person('agent2') }), ticket({ Owner: person('agent1') }, '"156"')),
      history(
        transaction(155, 'Set', { Field: 'Owner' }),
        transaction(156, 'SetWatcher', { Field: 'Owner' }),
      ),
    ])
    expect(await tracker.change(place, 'owner', ['agent1'])).toMatchObject({ kind: 'written' })
    expect(writes()).toEqual([{ Owner: 'agent1' }, {}])
  })

  it('of a date with a time reaches the minute that was meant, whatever the time zone of the account', async () => {
    const visit = (text: string, etag: string) =>
      ticket({ CustomFields: [customField('7', 'Visit', text)] }, etag)
    const { tracker, writes } = trackerUnderTest([
      ...people,
      put(json([])),
      get(
        visit('2026-12-01T05:00:00Z', '"155"'),
        visit('2026-12-01T15:00:00Z', '"156"'),
        visit('2026-12-01T10:00:00Z', '"157"'),
      ),
      history(transaction(157, 'CustomField', { Field: '7' })),
    ])
    const written = await tracker.change(place, 'custom:Visit', ['2026-12-01T10:00:00Z'])
    expect(written).toMatchObject({ kind: 'written', event: '157' })
    expect(writes()).toEqual(
      ['2026-12-01T10:00:00Z', '2026-12-01 10:00:00', '2026-12-01 05:00:00'].map((Visit) => ({
        CustomFields: { Visit },
      })),
    )
  })
})
