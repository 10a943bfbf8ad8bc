import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { suggestGuides } from '../../../../renderer/domain/knowledge/suggest-guides.ts'
import type { Guide, Suggestion } from '../../../../renderer/domain/knowledge/guide.ts'
import { endIt, makeFacts, makeGuide } from './make-guide.ts'

const suggested = (id: string, suggest: Partial<Suggestion>): Guide =>
  makeGuide(id, [endIt('end')], {
    suggest: { queues: [], numbers: [], words: { en: [], fr: [] }, when: undefined, ...suggest },
  })

const packs = [
  {
    name: 'benefits',
    guides: [
      suggested('queue', { queues: ['benefits'] }),
      suggested('case', { when: 'case.status = "open" and channel = "call"' }),
      suggested('number', { numbers: ['+1 800 555-0100'] }),
      suggested('move', { queues: ['benefits'], words: { en: ['moved', 'new address'], fr: ['déménagé'] } }),
      suggested('late', { words: { en: ['late'], fr: ["n'est pas arrivé"] } }),
      suggested('sub-guide', {}),
    ],
  },
]
const facts = makeFacts({
  queue: 'benefits',
  case: { ...makeFacts().case, known: true, status: 'open' },
})
const suggest = (...utterances: readonly string[]) =>
  suggestGuides(packs, { facts, called: '+18005550100', utterances }).map(
    ({ guide, why }) => `${guide}: ${why}`,
  )

describe('guides are suggested', () => {
  it('by number, case and queue before anything was said, the nearest first', () => {
    expect(suggest()).toEqual(['number: number', 'case: case', 'queue: queue', 'move: queue'])
  })

  it('by what was said, before everything else', () => {
    expect(suggest('My cheque is late', 'I have MOVED, to a new address.').slice(0, 2)).toEqual([
      'move: words',
      'late: words',
    ])
  })

  it.each(['J’ai demenage hier', 'déménagé?', 'DÉMÉNAGÉ'])(
    'without accents and signs, in French: %s',
    (said) => {
      expect(suggest(said)[0]).toBe('move: words')
    },
  )

  it('with either apostrophe', () => {
    expect(suggest('mon paiement n’est pas arrivé')[0]).toBe('late: words')
  })

  it('by whole words alone', () => {
    expect(suggest('the latest removed addresses')).toEqual(suggest())
  })

  it('by what was said last, however long it took', () => {
    expect(suggest('late', 'word '.repeat(2_000_000))).toEqual(suggest())
    expect(suggest('word '.repeat(2_000_000), 'late')[0]).toBe('late: words')
  })

  it('none that was not asked to be, and none without a reason', () => {
    expect(suggestGuides(packs, { facts: makeFacts(), called: undefined, utterances: [] })).toEqual([])
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (utterances) => {
        expect(suggest(...utterances)).not.toContain('sub-guide: words')
      }),
    )
  })
})
