import { describe, expect, it } from 'vitest'

import { seededRandom } from '../../../renderer/domain/seeded-random.ts'
import { drawDelay, NO_DELAY } from '../../faults/relay/delay.ts'

describe('how late a link delivers', () => {
  it('is exactly what was said where there is no jitter, and draws nothing', () => {
    const never = (): number => {
      throw new Error('drawn')
    }
    expect([drawDelay(never, NO_DELAY), drawDelay(never, { ms: 40 })]).toEqual([0, 40])
  })

  it('is within the jitter, and the same for the same seed', () => {
    const draws = (seed: number): number[] => {
      const random = seededRandom(seed)
      return Array.from({ length: 100 }, () => drawDelay(random, { ms: 40, jitterMs: 20 }))
    }
    expect(draws(1)).toEqual(draws(1))
    expect(draws(1)).not.toEqual(draws(2))
    expect(draws(1).every((ms) => ms >= 40 && ms < 60)).toBe(true)
  })
})
