import * as v from 'valibot'
import { languages } from '../../../renderer/domain/language.ts'
import type { PracticeOrder } from '../../../renderer/domain/practice.ts'

/** An hour: a longer pause is surely a mistake in the units. */
const longestPauseSeconds = 3600

const seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(longestPauseSeconds))

const pause = v.pipe(
  v.tuple([seconds, seconds]),
  v.check(([shortest, longest]) => shortest <= longest),
)

/** Extensions have four digits and start at 1001. */
const mostAgents = 100

const agent = v.object({
  // Part of a SIP address, and never to be taken for an extension.
  user: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9._-]{0,30}$/i)),
  queues: v.array(v.pipe(v.string(), v.minLength(1))),
  languages: v.array(v.picklist(languages)),
})

const port = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535))

const practiceOrder: v.GenericSchema<unknown, PracticeOrder> = v.object({
  port,
  casesPort: v.exactOptional(port),
  chatPort: v.exactOptional(port),
  origin: v.pipe(v.string(), v.minLength(1)),
  seed: v.pipe(v.number(), v.safeInteger()),
  pauseSeconds: pause,
  chatPauseSeconds: v.exactOptional(pause),
  secondCalls: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  agents: v.exactOptional(
    v.pipe(
      v.array(agent),
      v.minLength(1),
      v.maxLength(mostAgents),
      v.check((agents) => new Set(agents.map(({ user }) => user)).size === agents.length),
    ),
  ),
})

/** The order as it came from another process or a command line; `undefined` when it cannot be understood. */
export function parsePracticeOrder(value: unknown): PracticeOrder | undefined {
  const parsed = v.safeParse(practiceOrder, value)
  return parsed.success ? parsed.output : undefined
}
