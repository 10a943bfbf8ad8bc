import { parseArgs } from 'node:util'

import '../../build/build.ts'
import type { Figure } from '../bench/figure.ts'
import { holds } from '../bench/figure.ts'
import { printFigures } from '../bench/print-figures.ts'
import { soakCalls } from './calls.ts'
import { outageFigures } from './outages/outage-figures.ts'
import { runOutages } from './outages/run-outages.ts'
import { drawOutages } from './outages/schedule.ts'

/**
 * `npm run soak -- calls [--calls 200] [--outages 200] [--seed 1]`: long seeded runs, for what only shows after hours.
 * First practice calls one after the other, then outages of 1 s to 60 s with a call in each; 0 leaves either out.
 */
const usage = 'Say which: npm run soak -- calls [--calls 200] [--outages 200] [--seed 1]'
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
    seed: { type: 'string', default: '1' },
  },
})
const counts = [Number(values.calls), Number(values.outages)] as const
const seed = Number(values.seed)
const isCount = (count: number): boolean => Number.isInteger(count) && count >= 0 && count <= 5_000
if (positionals.join() !== 'calls' || !counts.every(isCount) || !Number.isInteger(seed)) {
  console.error(usage)
  process.exit(2)
}
const figures = [
  ...(counts[0] > 0 ? await soakCalls(counts[0], seed) : []),
  ...(counts[1] > 0 ? await outages(counts[1], seed) : []),
]
printFigures(figures)
process.exitCode = figures.every(holds) ? 0 : 1
