import * as v from 'valibot'
import type { PracticeOrder } from '../../../renderer/domain/practice.ts'

/** An hour: a longer pause is surely a mistake in the units. */
const longestPauseSeconds = 3600

const seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(longestPauseSeconds))

const practiceOrder: v.GenericSchema<unknown, PracticeOrder> = v.object({
  port: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535)),
  origin: v.pipe(v.string(), v.minLength(1)),
  seed: v.pipe(v.number(), v.safeInteger()),
  pauseSeconds: v.pipe(
    v.tuple([seconds, seconds]),
    v.check(([shortest, longest]) => shortest <= longest),
  ),
})

/** The order as it came from another process or a command line; `undefined` when it cannot be understood. */
export function parsePracticeOrder(value: unknown): PracticeOrder | undefined {
  const parsed = v.safeParse(practiceOrder, value)
  return parsed.success ? parsed.output : undefined
}
