import fc from 'fast-check'

import type { Harm, Violation } from './invariants.ts'
import { runSchedule } from './run-schedule.ts'
import { schedulePrinted, schedules } from './schedule.ts'
import type { Schedule } from './schedule.ts'
import type { Disk } from './world.ts'

export interface Failure {
  /** With it alone the same schedule is drawn again. */
  readonly seed: number
  readonly violations: readonly Violation[]
  /** The shortest schedule that was found to do the same harm. */
  readonly shortest: string
}

export interface Many {
  readonly run: number
  readonly harmed: Readonly<Record<Harm, number>>
  readonly failures: readonly Failure[]
}

interface Needs {
  readonly count: number
  /** Schedule number n is drawn from this seed and n. */
  readonly seed: number
  readonly disk: () => Disk
  /** How many failures are made shorter. */
  readonly shortened: number
  readonly onRun?: (run: number, failed: number) => void
}

/** Many schedules, one after the other. */
export async function runMany({ count, seed, disk, shortened, onRun }: Needs): Promise<Many> {
  const harmed = { lost: 0, doubled: 0, torn: 0, diverged: 0, stuck: 0 }
  const failures: Failure[] = []
  for (let run = 0; run < count; run += 1) {
    const [schedule] = fc.sample(schedules, { seed: seed + run, numRuns: 1 })
    if (!schedule) throw new Error('one was asked for')
    const { violations } = await runSchedule(schedule, { disk: disk() })
    for (const harm of new Set(violations.map((one) => one.harm))) harmed[harm] += 1
    if (violations.length > 0) {
      const shortest =
        failures.length < shortened ? await shorten(seed + run, violations, disk) : schedulePrinted(schedule)
      failures.push({ seed: seed + run, violations, shortest })
    }
    onRun?.(run + 1, failures.length)
  }
  return { run: count, harmed, failures }
}

/** Lets fast-check take away what does not matter to the first harm. */
async function shorten(seed: number, violations: readonly Violation[], disk: () => Disk): Promise<string> {
  const harm = violations[0]?.harm
  let last = ''
  const harmless = fc.asyncProperty(schedules, async (schedule: Schedule) => {
    const { violations: found } = await runSchedule(schedule, { disk: disk() })
    const same = found.find((one) => one.harm === harm)
    if (same) last = `${same.harm}: ${same.what}\n${schedulePrinted(schedule)}`
    return same === undefined
  })
  await fc.check(harmless, {
    seed,
    numRuns: 1,
    interruptAfterTimeLimit: 60_000,
    markInterruptAsFailure: true,
  })
  return last
}
