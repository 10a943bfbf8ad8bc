import { describe, expect, it } from 'vitest'

import { drawOne, mayAskAgain } from '../../../../renderer/domain/moods/mood-sample.ts'
import { seededRandom } from '../../../../renderer/domain/seeded-random.ts'
import { shiftStart } from '../../../make.ts'

describe('what an agent is asked about', () => {
  it('is one utterance in fifty, whichever it is', () => {
    const random = seededRandom(7)
    const drawn = Array.from({ length: 100_000 }, (_, nth) => drawOne(random, [nth % 4])).filter(
      (one) => one !== undefined,
    )
    expect(drawn.length / 100_000).toBeCloseTo(1 / 50, 2)
    for (const one of [0, 1, 2, 3])
      expect(drawn.filter((each) => each === one).length / drawn.length).toBeCloseTo(0.25, 1)
  })

  it('is one of them where chance draws several, and the last as often as the first', () => {
    const random = seededRandom(8)
    const all = Array.from({ length: 60 }, (_, nth) => nth)
    const drawn = Array.from({ length: 20_000 }, () => drawOne(random, all)).filter(
      (one) => one !== undefined,
    )
    // 1 − 0.98⁶⁰ of the interactions have one.
    expect(drawn.length / 20_000).toBeCloseTo(0.702, 1)
    expect(drawn.filter((one) => one >= 30).length / drawn.length).toBeCloseTo(0.5, 1)
  })

  it('is nothing where nothing was read', () => {
    const nothing: readonly string[] = []
    expect(drawOne(() => 0, nothing)).toBeUndefined()
  })

  it('comes once in an hour at most', () => {
    expect(mayAskAgain(undefined, shiftStart)).toBe(true)
    expect(mayAskAgain(shiftStart, shiftStart + 3_599_999)).toBe(false)
    expect(mayAskAgain(shiftStart, shiftStart + 3_600_000)).toBe(true)
  })
})
