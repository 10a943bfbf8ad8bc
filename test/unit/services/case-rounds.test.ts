import { expect, it, vi } from 'vitest'

import { createCaseRounds } from '../../../renderer/services/cases/case-rounds.ts'
import { shiftStart } from '../../make.ts'
import { createComputerStandIn } from '../../stand-ins/computer.ts'
import { createTimingStandIn } from '../../stand-ins/timing.ts'

it('looks every few seconds, rests when the agent has stopped a long look, and goes on when asked', async () => {
  const timing = createTimingStandIn(shiftStart)
  const look = vi.fn(() => Promise.resolve(true))
  const rounds = createCaseRounds({
    ...{ timing, look, random: () => 0, computer: createComputerStandIn().news },
    hurry: () => undefined,
  })
  const looksAfter = async (milliseconds: number): Promise<number> => {
    timing.pass(milliseconds)
    await new Promise((resolve) => setTimeout(resolve))
    return look.mock.calls.length
  }
  rounds.now()
  expect(await looksAfter(0)).toBe(1)
  expect(await looksAfter(10_000)).toBe(2)
  rounds.rest()
  expect(await looksAfter(20_000)).toBe(2)
  expect(await looksAfter(580_000)).toBe(3)
  rounds.rest()
  rounds.now()
  expect(await looksAfter(0)).toBe(4)
  expect(await looksAfter(10_000)).toBe(5)
  rounds.stop()
  expect(await looksAfter(600_000)).toBe(5)
})
