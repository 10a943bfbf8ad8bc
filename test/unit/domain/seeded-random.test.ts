// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { drawBetween, seededRandom, shuffled } from '../../../renderer/domain/seeded-random.ts'

const draw = (seed: number, count: number): number[] => {
  const random = seededRandom(seed)
  return Array.from({ length: count }, random)
}

describe('seeded random numbers', () => {
  it('are those of the published mulberry32', () => {
    expect(draw(0, 3)).toEqual([0.26642920868471265, 0.0003297457005828619, 0.2232720274478197])
  })

  it('come again with the same seed, and differ with another', () => {
    expect(draw(7, 50)).toEqual(draw(7, 50))
    expect(draw(7, 50)).not.toEqual(draw(8, 50))
  })

  it('lie evenly between 0 and 1', () => {
    const numbers = draw(1, 10_000)
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...numbers)).toBeLessThan(1)
    expect(numbers.reduce((sum, number) => sum + number, 0) / numbers.length).toBeCloseTo(0.5, 1)
  })

  it('fill a range', () => {
    const random = seededRandom(3)
    const numbers = Array.from({ length: 1000 }, () => drawBetween(random, 4, 9))
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(4)
    expect(Math.max(...numbers)).toBeLessThan(9)
  })

  it('shuffle without loss and leave the list as it was', () => {
    const items = ['a', 'b', 'c', 'd'] as const
    const orders = new Set<string>()
    const random = seededRandom(5)
    for (let round = 0; round < 500; round += 1) orders.add(shuffled(random, items).join(''))
    expect(orders.size).toBe(24)
    expect(items).toEqual(['a', 'b', 'c', 'd'])
  })
})
