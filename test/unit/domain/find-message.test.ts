import { describe, expect, it } from 'vitest'

import type { CaseEvent } from '../../../renderer/domain/case-event.ts'
import { findMessage } from '../../../renderer/domain/find-message.ts'
import type { OutboxEntry } from '../../../renderer/domain/outbox.ts'
import { shiftStart } from '../../make.ts'
import { makeEntry, states } from './outbox-entry.ts'

const file = { id: '7-0', name: 'form.pdf', type: 'application/pdf', size: 3 }

const event = (more: Partial<CaseEvent> = {}): CaseEvent => ({
  ...{ id: '7', kind: 'note', at: shiftStart, by: 'amelie', text: 'He has called.' },
  ...{ attachments: [], change: undefined },
  ...more,
})

const entry = makeEntry({ state: states.checking })

const find = (events: readonly CaseEvent[], more: { of?: OutboxEntry; claimed?: readonly string[] } = {}) =>
  findMessage(more.of ?? entry, { events, by: 'amelie', claimed: new Set(more.claimed) })?.id

const reply = makeEntry({ edit: { kind: 'reply', text: 'He has called.', attachments: [] } })
const withFile = makeEntry({
  edit: { kind: 'note', text: 'He has called.', attachments: [{ ...file, id: 'here' }], purpose: 'note' },
})

describe('a message of which nobody knows whether it has arrived', () => {
  it.each<[string, Partial<CaseEvent>]>([
    ['the same words', {}],
    ['line ends and space as a mail system leaves them', { text: 'He has called.  \r\n' }],
    ['a file that it did not have', { attachments: [file] }],
    ['a number with one digit more', { id: '10' }],
  ])('is the event with %s', (_, more) => {
    expect(find([event(more)])).toBe(event(more).id)
  })

  it.each([
    ['of somebody else', { by: 'benoit' }],
    ['that was there before it was written', { id: '5' }],
    ['that was there long before', { id: '4' }],
    ['of another kind', { kind: 'reply' as const }],
    ['with other words', { text: 'He has called' }],
    ['that the customer wrote', { kind: 'message' as const, by: 'luc@example.org' }],
  ])('is not an event %s', (_, more) => {
    expect(find([event(more)])).toBeUndefined()
  })

  it('is the first of two that are the same, and the second when the first is known to be another', () => {
    const both = [event({ id: '7' }), event({ id: '8' })]
    expect([find(both), find(both, { claimed: ['7'] }), find(both, { claimed: ['7', '8'] })]).toEqual([
      ...['7', '8', undefined],
    ])
  })

  it('has its files with it', () => {
    expect(find([event()], { of: withFile })).toBeUndefined()
    expect(find([event({ attachments: [{ ...file, name: 'other.pdf' }, file] })], { of: withFile })).toBe('7')
  })

  it('is a reply only where a reply stands', () => {
    expect([find([event()], { of: reply }), find([event({ kind: 'reply' })], { of: reply })]).toEqual([
      ...[undefined, '7'],
    ])
  })

  it('may be any of the history when the desk knew none of it', () => {
    expect(find([event({ id: '1' })], { of: { ...entry, after: undefined } })).toBe('1')
  })

  it('is not looked for when it is no message', () => {
    const edit = { kind: 'change', step: { field: 'subject', before: [], after: ['x'] } } as const
    expect(find([event({ text: '' })], { of: makeEntry({ edit }) })).toBeUndefined()
  })
})
