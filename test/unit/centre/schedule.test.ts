// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { callAfter, firstCall } from '../../../electron/centre/practice/schedule.ts'
import type { CallOutcome, PlannedCall, Rota } from '../../../electron/centre/practice/schedule.ts'
import { seededRandom } from '../../../renderer/domain/seeded-random.ts'

const rota = (seed: number): Rota => ({
  customers: ['ellis', 'tremblay', 'okafor'],
  pauseSeconds: [4, 9],
  random: seededRandom(seed),
})

/** The first calls of a shift in which each call comes out as told. */
function shift(seed: number, outcomes: readonly CallOutcome[]): PlannedCall[] {
  const its = rota(seed)
  const calls = [firstCall(its)]
  for (const outcome of outcomes) calls.push(callAfter(calls.at(-1) ?? firstCall(its), outcome, its))
  return calls
}

const brief = (calls: readonly PlannedCall[]) =>
  calls.map(({ customer, pauseMilliseconds }) => `${customer} ${pauseMilliseconds}`)

describe('who calls when', () => {
  it('is the same in every shift with seed 7', () => {
    const outcomes: CallOutcome[] = [
      'answered',
      'busy',
      'answered',
      'given-up',
      'declined',
      'failed',
      'answered',
    ]
    expect(shift(7, outcomes)).toEqual(shift(7, outcomes))
    expect(brief(shift(7, outcomes))).not.toEqual(brief(shift(8, outcomes)))
  })

  it('lets everybody call once before anybody calls again', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const callers = shift(seed, Array<CallOutcome>(8).fill('answered')).map(({ customer }) => customer)
      for (const start of [0, 3, 6]) {
        expect(callers.slice(start, start + 3).sort(), `seed ${seed}`).toEqual([
          'ellis',
          'okafor',
          'tremblay',
        ])
      }
    }
  })

  it('pauses between calls as ordered, and 2 to 4 s before the same customer tries again', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const [first, again, next] = shift(seed, ['busy', 'answered'])
      expect(again?.customer, `seed ${seed}`).toBe(first?.customer)
      expect(next?.customer, `seed ${seed}`).not.toBe(first?.customer)
      for (const call of [first, next]) {
        expect(call?.pauseMilliseconds, `seed ${seed}`).toBeGreaterThanOrEqual(4000)
        expect(call?.pauseMilliseconds, `seed ${seed}`).toBeLessThanOrEqual(9000)
      }
      expect(again?.pauseMilliseconds, `seed ${seed}`).toBeGreaterThanOrEqual(2000)
      expect(again?.pauseMilliseconds, `seed ${seed}`).toBeLessThanOrEqual(4000)
    }
  })
})
