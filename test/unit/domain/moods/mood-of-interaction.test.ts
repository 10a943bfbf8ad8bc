import { describe, expect, it } from 'vitest'

import { asInteractionId } from '../../../../renderer/domain/ids.ts'
import { isUpToDate, moodOfInteraction } from '../../../../renderer/domain/moods/mood-of-interaction.ts'
import type { ReadUtterance } from '../../../../renderer/domain/moods/mood-of-interaction.ts'
import { shiftStart } from '../../../make.ts'
import { flagged, said } from './judge.ts'

const id = asInteractionId('interaction-1')
const of = (read: readonly ReadUtterance[]) => moodOfInteraction(id, 'v1', read)

/** Utterances of these scores. */
const scored = (...scores: readonly number[]): readonly ReadUtterance[] =>
  scores.map((score, nth) => ({ said: `m${nth}`, at: shiftStart + nth, text: '', mood: flagged(score) }))

describe('the mood of an interaction', () => {
  it('is neutral, of nothing, where the customer said nothing', () => {
    expect(of([])).toEqual({
      ...{ interaction: id, version: 'v1', utterances: 0, to: 0 },
      ...{ mood: 'neutral', score: 0, start: 0, end: 0, quotes: [] },
    })
  })

  it('weighs the end most, and says how it began and ended', () => {
    const mood = of(scored(0.9, 0.9, 0.3, -0.3, -0.9, -0.9))
    expect(mood).toMatchObject({ utterances: 6, to: shiftStart + 5, mood: 'negative' })
    expect(mood.start).toBeCloseTo(0.9)
    expect(mood.end).toBeCloseTo(-0.9)
    expect(mood.score).toBeCloseTo(-0.2122, 3)
    expect(of(scored(-0.9, -0.9, -0.3, 0.3, 0.9, 0.9)).mood).toBe('positive')
  })

  it('has one beginning and end where less than three things were said', () => {
    expect(of(scored(0.8, -0.4))).toMatchObject({ start: 0.2, end: 0.2 })
  })

  it('quotes what weighed most, with the words around it, and nothing that is neutral', () => {
    const { quotes } = of(
      said(
        'my number is 4520',
        'I will never again trust this office, and that is that',
        'can you hear me?',
        'you have been wonderful today, thank you so much',
      ),
    )
    expect(quotes.map(({ said: from, mood }) => [from, mood])).toEqual([
      ['m4', 'positive'],
      ['m2', 'negative'],
    ])
    expect(quotes[1]?.text).toContain('never again')
    for (const { text } of quotes) expect(text.length).toBeLessThanOrEqual(60)
  })

  it('counts what the agent has corrected as they say', () => {
    const [first] = said('I will never again trust this office')
    if (!first) throw new Error('something was said')
    const corrected = { ...first, mood: { ...first.mood, corrected: 'neutral' as const } }
    expect(of([first]).mood).toBe('negative')
    expect(of([corrected])).toMatchObject({ mood: 'neutral', score: 0, quotes: [] })
  })

  it('is out of date with another version, more utterances or later ones', () => {
    const mood = of(scored(0.1, 0.2))
    expect(isUpToDate(mood, mood)).toBe(true)
    expect(isUpToDate(undefined, mood)).toBe(false)
    expect(isUpToDate(mood, { ...mood, version: 'v2' })).toBe(false)
    expect(isUpToDate(mood, { ...mood, utterances: 3 })).toBe(false)
    expect(isUpToDate(mood, { ...mood, to: mood.to + 1 })).toBe(false)
  })
})
