import { parseArgs } from 'node:util'

import '../../build/build.ts'
import type { Figure } from '../bench/figure.ts'
import { holds } from '../bench/figure.ts'
import { printFigures } from '../bench/print-figures.ts'
import { soakCalls } from './calls.ts'
import { soakCases } from './cases.ts'
import { outageFigures } from './outages/outage-figures.ts'
import { runOutages } from './outages/run-outages.ts'
import { drawOutages } from './outages/schedule.ts'

/**
 * Long seeded runs, for what only shows after hours; 0 leaves a part out.
 * `calls`: practice calls one after the other, then outages of 1 s to 60 s with a call in each.
 * `cases`: schedules of the desk and the case system; seed S + n alone is schedule n again.
 */
const usage = `Say which:
  npm run soak -- calls [--calls 200] [--outages 200] [--seed 1]
  npm run soak -- cases [--schedules 10000] [--seed 1]`
const range = { shortest: 1_000, longest: 60_000 }
/** As many outages go on side by side: what two cores keep up with. */
const lanes = 8

async function outages(count: number, seed: number): Promise<readonly Figure[]> {
  const result = await runOutages({
    ...{ outages: drawOutages(count, seed, range), seed, lanes: Math.min(lanes, count) },
    clients: [
      { name: 'desk', client: 'desk' },
      { name: 'session-manager', client: 'session-manager' },
    ],
    onOutage: (done) => process.stderr.write(`\routage ${done} of ${count}`),
  })
  process.stderr.write('\n')
  return outageFigures(result)
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    calls: { type: 'string', default: '200' },
    outages: { type: 'string', default: '200' },
    schedules: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
  },
})
const seed = Number(values.seed)
const [calls, disturbances, schedules] = [values.calls, values.outages, values.schedules].map(Number)

const isCount = (count: number | undefined): count is number =>
  Number.isInteger(count) && count !== undefined && count >= 0 && count <= 100_000

async function soak(which: string): Promise<readonly Figure[] | undefined> {
  if (!Number.isInteger(seed) || !isCount(calls) || !isCount(disturbances) || !isCount(schedules))
    return undefined
  if (which === 'cases') return soakCases(schedules, seed)
  if (which !== 'calls') return undefined
  return [
    ...(calls > 0 ? await soakCalls(calls, seed) : []),
    ...(disturbances > 0 ? await outages(disturbances, seed) : []),
  ]
}

const figures = await soak(positionals.join(' '))
if (!figures) {
  console.error(usage)
  process.exit(2)
}
printFigures(figures)
process.exitCode = figures.every(holds) ? 0 : 1
