import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { quoteOf } from '../../../renderer/domain/moods/mood-quote.ts'
import { wholeCharacters } from '../../../renderer/domain/moods/whole-characters.ts'
import { createMoodReader } from '../../../renderer/domain/sentiment/read-mood.ts'
import { moodPieces } from '../../../renderer/ui/desk/mood/mood-pieces.ts'
import { nextMood } from '../../../renderer/ui/desk/mood/next-mood.ts'

const reader = createMoodReader()
const quote = (text: string): string | undefined => quoteOf(text, reader.read(text, 'en'))

describe('the words that are quoted', () => {
  it('are the part of the sentence around what weighed most', () => {
    expect(
      [
        'I will never again call you.',
        'I would not recommend this to anybody, but the agent was very kind.',
        'Merci beaucoup 😊👍🏽',
        'Where is my passport?',
      ].map(quote),
    ).toEqual([
      'I will never again call you',
      'I would not recommend this to anybody',
      'Merci beaucoup 😊👍🏽',
      undefined,
    ])
  })

  it('are cut at words where the part is long, and say so', () => {
    expect(quote('This is the third time I call and nobody has helped me')).toBe(
      '…the third time I call and nobody has helped me',
    )
    expect(quote(`${'x'.repeat(5000)} terrible ${'y'.repeat(5000)}`)).toBe('…terrible…')
  })

  it('turn nothing around them, and stand in one line', () => {
    expect(quote('This is a terrible\u202e \tthing\u2069 to do')).toBe('This is a terrible thing to do')
  })

  it('are short and never throw, whatever was written', () => {
    const words = fc.array(
      fc.constantFrom('terrible', 'not', 'great', '👨‍👩‍👧', 'é', '\ud800', ',', '\n', 'but', 'شكرا'),
    )
    fc.assert(
      fc.property(words, fc.string({ unit: 'binary' }), (some, odd) => {
        const text = `${some.join(' ')}${odd}`
        expect((quote(text) ?? '').length).toBeLessThanOrEqual(70)
      }),
    )
  })
})

describe('marks', () => {
  it('hold whole characters: a family, a flag, a letter with its accent', () => {
    const text = 'a👨‍👩‍👧b🇨🇦e\u0301'
    const whole = wholeCharacters(text)
    const cut = (from: number, to: number): string => {
      const span = whole({ from, to })
      return text.slice(span.from, span.to)
    }
    expect([cut(2, 3), cut(1, 4), cut(11, 12), cut(14, 15), cut(-5, 99)]).toEqual([
      '👨‍👩‍👧',
      '👨‍👩‍👧',
      '🇨🇦',
      'e\u0301',
      text,
    ])
  })

  it('cut the text into pieces that are the text again, also where they overlap or lie outside', () => {
    const span = fc.record({ from: fc.integer({ min: -9, max: 60 }), to: fc.integer({ min: -9, max: 60 }) })
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.array(span), (text, spans) => {
        const evidence = spans.map((one) => ({ ...one, weight: 1, turns: [] }))
        const pieces = moodPieces(text, evidence).map((piece) => piece.text)
        expect(pieces.join('')).toBe(text)
      }),
    )
  })
})

describe('the key', () => {
  it('goes round once, and the fourth press takes it back', () => {
    expect(
      [undefined, 'positive', 'negative', 'neutral'].map((corrected) =>
        nextMood({ mood: 'neutral', corrected: corrected as never }),
      ),
    ).toEqual(['positive', 'negative', 'neutral', undefined])
  })
})
