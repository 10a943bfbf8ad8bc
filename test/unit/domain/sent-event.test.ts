import { describe, expect, it } from 'vitest'

import type { CaseEvent } from '../../../renderer/domain/case-event.ts'
import type { OutboxEntry } from '../../../renderer/domain/outbox.ts'
import { isStillOf } from '../../../renderer/domain/sent-event.ts'
import { shiftStart } from '../../make.ts'
import { makeEntry } from './outbox-entry.ts'

const event = (more: Partial<CaseEvent> = {}): CaseEvent => ({
  ...{ id: '7', kind: 'note', at: shiftStart, by: 'amelie', text: 'He has called.' },
  ...{ attachments: [], change: undefined },
  ...more,
})

const note = makeEntry({ edit: { kind: 'note', text: 'He has called.', attachments: [], purpose: 'note' } })
const change = makeEntry({
  edit: { kind: 'change', step: { field: 'priority', before: [], after: ['90'] } },
})
const link = makeEntry({
  edit: { kind: 'link', link: { kind: 'refers-to', target: '3' }, remove: false },
})

const isOf = (entry: OutboxEntry, of: CaseEvent, entries: readonly OutboxEntry[] = [entry]) =>
  isStillOf(entry, of, { by: 'amelie', entries })

const stepOf = (field: 'priority' | 'subject') => ({ field, before: [], after: ['90'] })

describe('the event that has the number of something that was sent', () => {
  it.each<[string, OutboxEntry, CaseEvent]>([
    ['as it was written', note, event()],
    ['with words that the case system has altered', note, event({ text: 'He has called' })],
    ['that changes the same field', change, event({ kind: 'changed', change: stepOf('priority') })],
    ['that says no field', change, event({ kind: 'changed' })],
    ['of a kind that the desk does not know', link, event({ kind: 'other' })],
  ])('is still it: %s', (_, entry, of) => expect(isOf(entry, of)).toBe(true))

  it.each<[string, OutboxEntry, CaseEvent]>([
    ['of somebody else', note, event({ by: 'benoit' })],
    ['that is a reply', note, event({ kind: 'reply' })],
    ['that is a change', note, event({ kind: 'changed' })],
    ['that is a note, of a change', change, event()],
    ['that changes another field', change, event({ kind: 'changed', change: stepOf('subject') })],
  ])('is another after a restored backup: %s', (_, entry, of) => expect(isOf(entry, of)).toBe(false))

  it('is another when it reads as what was written later', () => {
    const later = makeEntry({
      edit: { kind: 'note', text: 'She has called.', attachments: [], purpose: 'note' },
    })
    const other = { ...later, id: 'another' as OutboxEntry['id'] }
    expect(isOf(note, event({ text: 'She has called.' }), [note, other])).toBe(false)
    expect(isOf(note, event(), [note, other])).toBe(true)
  })
})
