import { describe, expect, it } from 'vitest'

import type { CaseEvent, EventId } from '../../../renderer/domain/case-event.ts'
import { lastShared, writtenAfterShared } from '../../../renderer/domain/shared-history.ts'
import { shiftStart } from '../../make.ts'
import { makeEntry, states } from './outbox-entry.ts'

const event = (id: EventId, text: string): CaseEvent => ({
  ...{ id, kind: 'note', at: shiftStart, by: 'amelie', text, attachments: [], change: undefined },
})

const first = event('1', 'By letter.')
const kept = [first, event('4', 'Mine'), event('6', 'Seen.')]

describe('what a history as it is kept shares with the one that is told', () => {
  it.each<[string, readonly CaseEvent[], EventId | undefined]>([
    ['everything, when nothing has happened', kept, '6'],
    ['everything, when others have written since', [...kept, event('9', 'More')], '6'],
    ['what was there before the backup, when a number was given out again', [first, event('4', 'His')], '1'],
    ['the same when the number is not there any more', [first, event('6', 'Seen.')], '1'],
    ['nothing, when it is another case', [event('1', 'By telephone.')], undefined],
  ])('is %s', (_, told, expected) => expect(lastShared('6', { kept, told })).toBe(expected))

  it('is only looked at up to what was known when something was written', () => {
    expect(lastShared('4', { kept, told: kept.slice(0, 2) })).toBe('4')
  })

  it('leaves it as it is where there is nothing to compare', () => {
    expect(lastShared('6', { kept: [], told: kept })).toBe('6')
    expect(lastShared(undefined, { kept, told: [] })).toBeUndefined()
  })

  it('is what an entry that is still to be looked for comes after, and no other', () => {
    const open = { ...makeEntry({ state: states.checking }), after: '6' }
    const sent = { ...makeEntry({ state: states.sent }), after: '6' }
    expect(writtenAfterShared([open, sent], { kept, told: [first] })).toEqual([{ ...open, after: '1' }])
    expect(writtenAfterShared([open], { kept, told: kept })).toEqual([])
  })
})
