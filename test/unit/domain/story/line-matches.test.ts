import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { asCaseId, asContactId, asInteractionId } from '../../../../renderer/domain/ids.ts'
import { interactionLine } from '../../../../renderer/domain/story/interaction-line.ts'
import { hasWords, passes, peopleIn } from '../../../../renderer/domain/story/line-matches.ts'
import type { Said } from '../../../../renderer/domain/story/said.ts'
import { noFilter } from '../../../../renderer/domain/story/story-filter.ts'
import type { StoryItem } from '../../../../renderer/domain/story/story-item.ts'
import { makeContact, makeInteraction } from '../../../make.ts'

const merged = makeContact({ id: asContactId('contact-2'), name: 'A. Tremblay' })
const contact = makeContact({ merged: [{ contact: merged, at: 0 }] })
const call = interactionLine(makeInteraction({ note: 'Reçu de mars: cœur brisé', case: asCaseId('case-7') }))
const letter: StoryItem = {
  ...{ kind: 'event', key: 'event/case-7/1', at: 1 },
  case: { id: asCaseId('case-7'), number: '7', subject: 'Payment' },
  event: {
    ...{ id: '1', kind: 'message', at: 1, by: 'amelie@example.org', text: 'Never again!', attachments: [] },
    change: undefined,
  },
  mood: {
    ...{ mood: 'negative', corrected: 'positive', confidence: 1, score: -0.5, language: 'en' },
    ...{ phrases: [], evidence: [], readTo: 12 },
  },
}
const said = (text: string): Said => ({
  ...{ id: 'm1', interaction: asInteractionId('interaction-1'), at: 1, mood: undefined },
  ...{ by: { role: 'customer', name: 'Amélie' }, body: { kind: 'text', text } },
})

describe('a filter', () => {
  it('leaves what all of it holds for', () => {
    const left = (filter: Partial<typeof noFilter>) =>
      [call, letter]
        .filter((line) => passes(line, { ...noFilter, ...filter }, contact))
        .map(({ kind }) => kind)
    expect(left({})).toEqual(['interaction', 'event'])
    expect(left({ channel: 'mail' })).toEqual(['event'])
    expect(left({ case: asCaseId('case-7') })).toEqual(['interaction', 'event'])
    // The agent knows better than the reader.
    expect(left({ mood: 'negative' })).toEqual([])
    expect(left({ mood: 'positive' })).toEqual(['event'])
    expect(left({ person: 'amelie@example.org' })).toEqual(['event'])
    expect(left({ channel: 'call', person: 'amelie@example.org' })).toEqual([])
  })

  it('knows those who were merged by the name that they had', () => {
    const theirs = interactionLine(makeInteraction({ contact: merged.id }))
    expect([peopleIn(call, contact), peopleIn(theirs, contact)]).toEqual([
      ['Amélie Tremblay'],
      ['A. Tremblay'],
    ])
  })
})

describe('words that are looked for', () => {
  it('begin words of the line or of what was said, without regard to accents', () => {
    expect(hasWords(call, 'recu COEUR')).toBe(true)
    expect(hasWords(call, 'recu refund')).toBe(false)
    expect(hasWords(call, 'recu refund', [said('Refundable?')])).toBe(true)
    expect(hasWords(letter, 'gain')).toBe(false)
    expect(hasWords(letter, '  ')).toBe(true)
  })

  it('may be anything at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(typeof hasWords(call, text, [said(text)])).toBe('boolean')
      }),
    )
    expect(hasWords(letter, '__proto__ constructor')).toBe(false)
    expect(hasWords(call, `${'x'.repeat(50_000)} \ud800`)).toBe(false)
  })
})
