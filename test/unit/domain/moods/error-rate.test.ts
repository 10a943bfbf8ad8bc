import { describe, expect, it } from 'vitest'

import { errorRateOf, wilson } from '../../../../renderer/domain/moods/error-rate.ts'
import { judgement } from './judge.ts'

const text = 'I will never again trust this office'
const right = judgement(text, 'negative', { how: 'asked' })
const wrong = judgement(text, 'neutral', { how: 'asked' })

describe('how often the reader is wrong', () => {
  it('is said of those alone that were picked at random', () => {
    expect(errorRateOf([])).toBeUndefined()
    expect(errorRateOf([judgement(text, 'neutral')])).toBeUndefined()
    const rate = errorRateOf([right, wrong, right, right, judgement(text, 'neutral')])
    expect([rate?.asked, rate?.wrong]).toEqual([4, 1])
    expect(rate?.from).toBeCloseTo(0.0456, 3)
    expect(rate?.to).toBeCloseTo(0.6994, 3)
  })

  // Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [29, 29, 0.883, 1],
  ])('has the interval of Wilson for %i of %i', (hits, of, from, to) => {
    const interval = wilson(hits, of)
    expect(interval.from).toBeCloseTo(from, 3)
    expect(interval.to).toBeCloseTo(to, 3)
  })
})
