import type { Figure } from '../../bench/figure.ts'
import { harms } from '../../model/invariants.ts'
import { runOnTracker, withTracker } from './run-tracker.ts'
import type { Ran } from './run-tracker.ts'

interface Seeded extends Ran {
  readonly seed: number
}

/** Two desks at a real Request Tracker; seed S + n alone is schedule n again. */
export async function soakTracker(schedules: number, seed: number): Promise<readonly Figure[]> {
  const all: Seeded[] = []
  await withTracker(seed, async (place) => {
    for (let run = 0; run < schedules; run += 1) {
      const ran = { seed: seed + run, ...(await runOnTracker(place, seed + run)) }
      all.push(ran)
      process.stderr.write(`\rschedule ${run + 1} of ${schedules} on Request Tracker `)
      if (ran.violations.length > 0) print(ran)
    }
  })
  process.stderr.write('\n')
  return figuresOf(all)
}

function figuresOf(all: readonly Seeded[]): Figure[] {
  const sum = (of: (ran: Ran) => number): number => all.reduce((total, ran) => total + of(ran), 0)
  const about = `of ${all.length}, with ${sum(({ written }) => written)} writes and ${sum(({ met }) => met)} faults`
  return harms.map((harm) => {
    const hit = all.filter(({ violations }) => violations.some((one) => one.harm === harm))
    return {
      name: `schedules on Request Tracker with something ${harm}`,
      ...{ value: hit.length, unit: '', atMost: 0 },
      detail: `${about}; seeds ${hit.map((ran) => ran.seed).join(', ') || 'none'}`,
    }
  })
}

function print({ seed, violations }: Seeded): void {
  console.log(`\nseed ${seed}`)
  for (const { harm, what } of violations) console.log(`  ${harm}: ${what}`)
}
