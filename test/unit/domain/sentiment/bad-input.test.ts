import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { moods } from '../../../../renderer/domain/sentiment/mood.ts'
import type { UtteranceMood } from '../../../../renderer/domain/sentiment/mood.ts'
import { createMoodReader } from '../../../../renderer/domain/sentiment/read-mood.ts'

const reader = createMoodReader()

/** Whether an offset lies between the two halves of a surrogate pair. */
const cutsAPair = (text: string, at: number): boolean =>
  at > 0 && isPair(text.charCodeAt(at - 1), text.charCodeAt(at))
const isPair = (high: number, low: number): boolean =>
  high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff

function expectSane(text: string, read: UtteranceMood): void {
  expect(moods).toContain(read.mood)
  expect(read.confidence).toBeGreaterThanOrEqual(0)
  expect(read.confidence).toBeLessThanOrEqual(1)
  expect(Math.abs(read.score)).toBeLessThanOrEqual(1)
  expect(read.readTo).toBeLessThanOrEqual(text.length)
  expect(read.evidence.length).toBeLessThanOrEqual(6)
  expect(read.mood === 'neutral' || read.evidence.length > 0).toBe(true)
  for (const { score } of read.phrases) expect(Math.abs(score)).toBeLessThanOrEqual(1)
  for (const { weight } of read.evidence) expect(Number.isFinite(weight)).toBe(true)
  for (const { from, to } of [...read.evidence, ...read.phrases]) {
    expect(from).toBeGreaterThanOrEqual(0)
    expect(to).toBeGreaterThan(from)
    expect(to).toBeLessThanOrEqual(read.readTo)
    expect(cutsAPair(text, from)).toBe(false)
    expect(cutsAPair(text, to)).toBe(false)
  }
}

/** Pieces that break readers, in any order. */
const pieces = fc.constantFrom(
  ...[
    'never again ',
    'merci ',
    'ne ',
    'pas ',
    'mais ',
    'but ',
    'not ',
    '!!!',
    '?',
    ', ',
    '👍🏽',
    '👩‍👩‍👧',
    '🇨🇦',
    ':)',
    '<3',
  ],
  ...['\ud83d', '\udc4d', 'e\u0301', '\u202e', 'constructor ', '__proto__ ', 'toString ', 'hasOwnProperty '],
  ...[
    'رائع ',
    'נהדר ',
    'l’',
    "d'",
    'SOOOO ',
    'İ',
    'ß',
    'ﬁ',
    '\0',
    'f*** ',
    'https://a.b/c ',
    'x@y.z ',
    '4e fois ',
    '…',
  ],
)

describe('whatever is read', () => {
  it('gives a sane mood for any letters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom('en', 'fr'),
        (text, hint) => {
          expectSane(text, reader.read(text, hint))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('gives a sane mood for any mixture of what breaks readers', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), fc.constantFrom('en', 'fr'), (parts, hint) => {
        const text = parts.join('')
        expectSane(text, reader.read(text, hint))
      }),
      { numRuns: 500 },
    )
  })

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])(
    'takes "%s" for a word',
    (word) => {
      const read = reader.read(`the ${word} is great, thank you so much`, 'en')
      expect(read.mood).toBe('positive')
      expect(Number.isFinite(read.score)).toBe(true)
    },
  )

  it('reads beyond a word of 50,000 letters, up to its limit', () => {
    const word = 'a'.repeat(50_000)
    expectSane(word, reader.read(word, 'en'))
    const patient = createMoodReader({ mostLetters: 100_000 })
    const text = `${word} and I am furious, this is a disgrace`
    expect(patient.read(text, 'en').mood).toBe('negative')
  })

  it('says how far it has read, and never cuts an emoji in two', () => {
    const text = `a${'😡'.repeat(20_000)}`
    const read = reader.read(text, 'en')
    expect(read.readTo).toBe(19_999)
    expectSane(text, read)
  })

  it.each([
    ['speech', 'I have waited for weeks, and nobody called! Ça fait trois fois que j’appelle. '],
    ['one word', 'a'],
    ['emoji', '👍🏽'],
    ['halves of pairs', '\ud83d'],
    ['marks', '!?'],
    ['addresses', 'a.b@'],
    ['right to left', 'مرحبا '],
  ])('is done with 10 MB of %s at once', (_, shape) => {
    const text = shape.repeat(10_000_000 / shape.length)
    const start = performance.now()
    const read = reader.read(text, 'fr')
    expect(performance.now() - start).toBeLessThan(5000)
    expectSane(text, read)
  })
})
