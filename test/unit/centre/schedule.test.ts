// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { callAfter, firstCall } from '../../../electron/centre/practice/schedule.ts'
import type { PlannedCall, Rota } from '../../../electron/centre/practice/schedule.ts'
import { seededRandom } from '../../../renderer/domain/seeded-random.ts'

const rota = (seed: number): Rota => ({
  customers: ['ellis', 'tremblay', 'okafor'],
  pauseSeconds: [4, 9],
  random: seededRandom(seed),
})

/** The first calls of a shift. */
function shift(seed: number, length: number): PlannedCall[] {
  const its = rota(seed)
  const calls = [firstCall(its)]
  while (calls.length < length) calls.push(callAfter(calls.at(-1) ?? firstCall(its), its))
  return calls
}

const brief = (calls: readonly PlannedCall[]) =>
  calls.map(({ customer, pauseMilliseconds }) => `${customer} ${pauseMilliseconds}`)

describe('who calls when', () => {
  it('is the same in every shift with seed 7', () => {
    expect(shift(7, 8)).toEqual(shift(7, 8))
    expect(brief(shift(7, 8))).not.toEqual(brief(shift(8, 8)))
  })

  it('lets everybody call once before anybody calls again', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const callers = shift(seed, 9).map(({ customer }) => customer)
      for (const start of [0, 3, 6]) {
        expect(callers.slice(start, start + 3).sort(), `seed ${seed}`).toEqual([
          'ellis',
          'okafor',
          'tremblay',
        ])
      }
    }
  })

  it('pauses between calls as ordered', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      for (const { pauseMilliseconds } of shift(seed, 3)) {
        expect(pauseMilliseconds, `seed ${seed}`).toBeGreaterThanOrEqual(4000)
        expect(pauseMilliseconds, `seed ${seed}`).toBeLessThanOrEqual(9000)
      }
    }
  })
})
