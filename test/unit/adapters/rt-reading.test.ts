import { describe, expect, it } from 'vitest'

import {
  caseId,
  customField,
  items,
  json,
  paged,
  people,
  person,
  refusal,
  ticket,
  trackerUnderTest,
  transaction,
} from './tracker-under-test.ts'
import type { Rule } from './tracker-under-test.ts'

const reading = (answer: ReturnType<typeof ticket>): Rule => ({ to: /GET \/ticket\/\d+\?/, say: [answer] })

describe('a case that is read', () => {
  it('has its fields in the words of the desk', async () => {
    const links = [
      { ref: 'refers-to', type: 'external', _url: 'https://example.org/a?b=1' },
      { ref: 'refers-to', type: 'external', _url: 'javascript:alert(1)' },
      { ref: 'parent', type: 'ticket', id: '7' },
      { ref: 'lifecycle', to: 'resolved' },
    ]
    const { tracker } = trackerUnderTest([
      ...people,
      reading(
        ticket({
          Requestor: [person('mme.t')],
          Owner: person('agent2'),
          Due: '2026-12-01T10:00:00Z',
          CustomFields: [customField('2', 'ClientUUID', caseId), customField('6', '__proto__', 'p')],
          _hyperlinks: links,
        }),
      ),
    ])
    expect(await tracker.case('12')).toEqual({
      kind: 'answer',
      value: {
        kind: 'here',
        case: {
          ...{ id: caseId, number: '12', revision: '154' },
          ...{ createdAt: Date.UTC(2026, 10, 23, 11), updatedAt: Date.UTC(2026, 10, 23, 11, 5) },
          fields: new Map([
            ['subject', ['Passport']],
            ['status', ['open']],
            ['owner', ['agent2']],
            ['queue', ['Contact Centre']],
            ['priority', ['0']],
            ['due', ['2026-12-01T10:00:00Z']],
            ['requestors', ['tremblay@example.org']],
            ['custom:__proto__', ['p']],
          ]),
          nextStatuses: ['resolved'],
          links: [
            { kind: 'refers-to', target: 'https://example.org/a?b=1' },
            { kind: 'parent', target: '7' },
          ],
        },
      },
    })
  })

  it('that was not begun on a desk is named after its number and its beginning', async () => {
    const { tracker } = trackerUnderTest([...people, reading(ticket({ CustomFields: [] }))])
    const found = await tracker.case('12')
    expect(found).toMatchObject({ value: { case: { id: `case-12-${Date.UTC(2026, 10, 23, 11) / 1000}` } } })
  })

  it.each([
    ['merged', ticket({ id: 3 }), { kind: 'merged', into: '3' }],
    ['deleted', ticket({ Status: 'deleted' }), { kind: 'deleted' }],
    ['not there', refusal(404, 'Not Found'), { kind: 'absent' }],
    ['out of sight', refusal(403, 'Forbidden'), { kind: 'forbidden' }],
  ])('is said to be %s', async (_, answer, value) => {
    const { tracker } = trackerUnderTest([...people, reading(answer)])
    expect(await tracker.case('12')).toEqual({ kind: 'answer', value })
  })

  it.each(['', '../user/14', '12/../../x', '1e3', '-1'])(
    'with the number %j is asked of nobody',
    async (number) => {
      const { tracker, requests } = trackerUnderTest([])
      await tracker.case(number)
      await tracker.change({ number, revision: '1' }, 'subject', ['x'])
      await tracker.addNote(number, { text: 'x', attachments: [], after: undefined })
      await tracker.link({ number, revision: '1' }, { kind: 'parent', target: '1' }, false)
      await tracker.attachment(number)
      expect(requests).toEqual([])
    },
  )
})

describe('a history', () => {
  const happened = [
    transaction(154, 'Create', { Creator: person('mme.t') }),
    transaction(155, 'EmailRecord'),
    transaction(157, 'Correspond', { Creator: person('mme.t') }),
    transaction(158, 'Correspond'),
    transaction(159, 'Comment'),
    transaction(160, 'Status', { Field: 'Status', OldValue: 'new', NewValue: 'open' }),
    transaction(161, 'Set', { Field: 'Owner', OldValue: '6', NewValue: '34' }),
    transaction(162, 'SetWatcher', { Field: 'Owner', OldValue: '6', NewValue: '34' }),
    transaction(163, 'Set', {
      Field: 'Due',
      OldValue: '1970-01-01 00:00:00',
      NewValue: '2026-12-01 10:00:00',
    }),
    transaction(164, 'CustomField', { Field: '3', OldValue: 'call', NewValue: 'chat' }),
    transaction(165, 'AddLink', { Field: 'RefersTo', NewValue: 'https://example.org/' }),
    transaction(166, 'AddLink', { Field: 'MergedInto', NewValue: 'fsck.com-rt://desk.test/ticket/3' }),
    transaction(167, 'CustomField', { Field: '99', OldValue: '', NewValue: 'unseen' }),
    transaction(168, 'Started'),
  ]
  const parts = [
    { id: '5', TransactionId: '154', ContentType: 'multipart/mixed', Filename: '', ContentLength: '0' },
    { id: '6', TransactionId: '154', ContentType: 'text/plain', Filename: '', ContentLength: '7' },
    { id: '7', TransactionId: '154', ContentType: 'image/png', Filename: 'scan.png', ContentLength: '3' },
  ]
  const texts = [
    { id: '6', TransactionId: '154', ContentType: 'text/plain', Content: 'Bonjour' },
    { id: '9', TransactionId: '157', ContentType: 'text/html', Content: '<p>Et alors&nbsp;?</p>' },
    { id: '10', TransactionId: '158', ContentType: 'text/plain', Content: 'Dear customer' },
    { id: '11', TransactionId: '158', ContentType: 'text/html', Content: '<p>not this one</p>' },
  ]
  const rules: readonly Rule[] = [
    ...people,
    reading(ticket({ Requestor: [person('mme.t')] }, '"168"')),
    { to: /POST \/ticket\/12\/history/, say: [items(...happened)] },
    {
      to: /POST \/ticket\/12\/attachments\?fields=TransactionId,ContentType,Filename,ContentLength/,
      say: paged(...parts),
    },
    {
      to: /POST \/ticket\/12\/attachments\?fields=TransactionId,ContentType,Filename,Content&/,
      say: paged(...texts),
    },
  ]

  it('tells who wrote what, and which field became what', async () => {
    const { tracker } = trackerUnderTest(rules)
    const heard = await tracker.history('12', undefined)
    const events = heard.kind === 'answer' ? heard.value : []
    expect(events.map(({ id, kind, by, text, change }) => [id, kind, by, text, change])).toEqual([
      ['154', 'created', 'mme.t', 'Bonjour', undefined],
      ['157', 'message', 'mme.t', 'Et alors ?', undefined],
      ['158', 'reply', 'agent1', 'Dear customer', undefined],
      ['159', 'note', 'agent1', '', undefined],
      ['160', 'changed', 'agent1', '', { field: 'status', before: ['new'], after: ['open'] }],
      ['161', 'changed', 'agent1', '', { field: 'owner', before: [], after: ['agent2'] }],
      ['163', 'changed', 'agent1', '', { field: 'due', before: [], after: ['2026-12-01T10:00:00Z'] }],
      ['164', 'changed', 'agent1', '', { field: 'custom:Channel', before: ['call'], after: ['chat'] }],
      ['165', 'linked', 'agent1', '', undefined],
      ['166', 'merged', 'agent1', '', undefined],
      ['167', 'changed', 'agent1', '', undefined],
      ['168', 'other', 'agent1', '', undefined],
    ])
    expect(events[0]?.attachments).toEqual([{ id: '7', name: 'scan.png', type: 'image/png', size: 3 }])
  })

  it('of which nothing is new is not read again', async () => {
    const { tracker, requests } = trackerUnderTest(rules)
    expect(await tracker.history('12', '168')).toEqual({ kind: 'answer', value: [] })
    expect(requests).toHaveLength(1)
  })

  it('goes on over a page from which RT has taken out what the agent may not see', async () => {
    const { tracker } = trackerUnderTest([
      ...people,
      reading(ticket({}, '"400"')),
      {
        to: /history/,
        say: [
          items(transaction(160, 'Status')),
          items(transaction(300, 'Status')),
          items(transaction(400, 'Status')),
        ],
      },
    ])
    const heard = await tracker.history('12', '159')
    expect(heard.kind === 'answer' && heard.value.map(({ id }) => id)).toEqual(['160', '300', '400'])
  })

  it('of a case that is not there is not an empty one, although RT says so', async () => {
    const { tracker } = trackerUnderTest([{ to: /history/, say: [items()] }])
    expect(await tracker.history('12', undefined)).toEqual({
      kind: 'refused',
      why: 'gone',
      detail: 'Not Found',
    })
  })
})

describe('a queue', () => {
  it('shows a field that somebody has just defined', async () => {
    const define = (id: string, Name: string, Type: string, MaxValues = '1') => ({
      ...{ id, Name, Type, MaxValues, LookupType: 'RT::Queue-RT::Ticket' },
    })
    const { tracker } = trackerUnderTest([
      { to: /queues\/all/, say: paged({ id: '3', Name: 'Contact Centre', Lifecycle: 'default' }) },
      {
        to: /queue\/3\/customfields/,
        say: paged(
          define('2', 'ClientUUID', 'Freeform'),
          define('9', 'Topics', 'Select', '0'),
          define('8', 'Born', 'Date'),
          define('11', 'Page', 'HTML'),
          {
            ...define('12', 'Of a transaction', 'Freeform'),
            LookupType: 'RT::Queue-RT::Ticket-RT::Transaction',
          },
        ),
      },
      { to: /customfield\/9/, say: [json({ Values: ['a', 'b', 7] })] },
    ])
    const heard = await tracker.queues()
    const [queue] = heard.kind === 'answer' ? heard.value : []
    const ask = { several: false, options: [], writable: true }
    expect(queue?.statuses).toEqual(['new', 'open', 'stalled', 'resolved', 'rejected'])
    expect(queue?.fields.filter(({ key }) => key.startsWith('custom:'))).toEqual([
      { ...ask, key: 'custom:Topics', label: 'Topics', kind: 'choice', several: true, options: ['a', 'b'] },
      { ...ask, key: 'custom:Born', label: 'Born', kind: 'date' },
      { ...ask, key: 'custom:Page', label: 'Page', kind: 'other', writable: false },
    ])
  })

  it('with a lifecycle of its own has the statuses that its cases show', async () => {
    const { tracker } = trackerUnderTest([
      { to: /queues\/all/, say: paged({ id: '3', Name: 'Permits', Lifecycle: 'permits' }) },
      { to: /queue\/3\/customfields/, say: paged() },
      {
        to: /GET \/tickets/,
        say: [
          items({ Status: 'draft', _hyperlinks: [{ ref: 'self' }, { ref: 'lifecycle', to: 'granted' }] }),
        ],
      },
    ])
    const heard = await tracker.queues()
    expect(heard.kind === 'answer' && heard.value[0]?.statuses).toEqual(['draft', 'granted'])
  })
})
