import 'fake-indexeddb/auto'

import type { Figure } from '../bench/figure.ts'
import { createDexieDisk, createMemoryDisk } from '../model/disks.ts'
import { harms } from '../model/invariants.ts'
import { runMany } from '../model/many-schedules.ts'
import type { Failure, Many } from '../model/many-schedules.ts'

/** Of so many schedules one runs on the desk's own database; the others are a hundred times as quick without. */
const oneIn = 10
/** How many failing schedules are made shorter, and shown. */
const most = 3

/** Seeded schedules of the desk and the case system, in which everything goes wrong that can. */
export async function soakCases(schedules: number, seed: number): Promise<readonly Figure[]> {
  const onDatabase = Math.ceil(schedules / oneIn)
  const parts = [
    { name: 'in memory', count: schedules - onDatabase, seed: seed + onDatabase, disk: createMemoryDisk },
    { name: 'on the database', count: onDatabase, seed, disk: createDexieDisk },
  ]
  const figures: Figure[] = []
  for (const { name, ...needs } of parts) {
    const onRun = (run: number, failed: number) =>
      process.stderr.write(`\rschedule ${run} of ${needs.count} ${name}, ${failed} failed `)
    const many = await runMany({ ...needs, shortened: most, onRun })
    process.stderr.write('\n')
    many.failures.slice(0, most).forEach(print)
    figures.push(...figuresOf(name, many))
  }
  return figures
}

const figuresOf = (where: string, { run, harmed, failures }: Many): Figure[] =>
  harms.map((harm) => ({
    name: `schedules ${where} with something ${harm}`,
    ...{ value: harmed[harm], unit: '', atMost: 0 },
    detail: `of ${run}; seeds ${seedsWith(harm, failures)}`,
  }))

const seedsWith = (harm: (typeof harms)[number], failures: readonly Failure[]): string =>
  failures
    .filter(({ violations }) => violations.some((one) => one.harm === harm))
    .slice(0, 5)
    .map(({ seed }) => seed)
    .join(', ') || 'none'

function print({ seed, violations, shortest }: Failure): void {
  console.log(`seed ${seed}`)
  for (const { harm, what } of violations) console.log(`  ${harm}: ${what}`)
  console.log(`shortest:\n${shortest}\n`)
}
