import { parseArgs } from 'node:util'

import type { Figure } from '../bench/figure.ts'
import { holds } from '../bench/figure.ts'
import { printFigures } from '../bench/print-figures.ts'
import { soakCalls } from './calls.ts'
import { soakCases } from './cases.ts'
import { soakChat } from './chat/soak-chat.ts'
import { soakKills } from './kills/soak-kills.ts'
import { outageFigures } from './outages/outage-figures.ts'
import { runOutages } from './outages/run-outages.ts'
import { drawOutages } from './outages/schedule.ts'
import { soakTracker } from './tracker/soak-tracker.ts'

/**
 * Long seeded runs, for what only shows after hours; 0 leaves a part out.
 * `calls`: practice calls one after the other, then outages of 1 s to 60 s with a call in each.
 * `cases`: schedules of the desk and the case system, seed S + n alone is schedule n again; then real desks that are
 * killed; then two desks at a real Request Tracker.
 * `chat`: chats through a link that fails, with reloads and a killed server, on each chat server.
 */
const usage = `Say which:
  npm run soak -- calls [--calls 200] [--outages 200] [--seed 1]
  npm run soak -- cases [--schedules 10000] [--kills 200] [--rt 300] [--seed 1]
  npm run soak -- chat [--runs 100] [--seed 1]`
const range = { shortest: 1_000, longest: 60_000 }
/** As many outages go on side by side: what two cores keep up with. */
const lanes = 8

async function outages(count: number, first: number): Promise<readonly Figure[]> {
  const result = await runOutages({
    ...{ outages: drawOutages(count, first, range), seed: first, lanes: Math.min(lanes, count) },
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
    kills: { type: 'string', default: '200' },
    rt: { type: 'string', default: '300' },
    runs: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
  },
})
const seed = Number(values.seed)
const counts = {
  calls: Number(values.calls),
  outages: Number(values.outages),
  schedules: Number(values.schedules),
  kills: Number(values.kills),
  rt: Number(values.rt),
  runs: Number(values.runs),
}

const isCount = (count: number): boolean => Number.isInteger(count) && count >= 0 && count <= 100_000

type Part = readonly [keyof typeof counts, (count: number, seed: number) => Promise<readonly Figure[]>]

const parts: Readonly<Partial<Record<string, readonly Part[]>>> = {
  calls: [
    ['calls', soakCalls],
    ['outages', outages],
  ],
  cases: [
    ['schedules', soakCases],
    ['kills', soakKills],
    ['rt', soakTracker],
  ],
  chat: [['runs', soakChat]],
}

async function soak(which: string): Promise<readonly Figure[] | undefined> {
  const chosen = parts[which]
  if (!chosen || !Number.isInteger(seed) || !Object.values(counts).every(isCount)) return undefined
  // Chats are between the desk's services and the servers: no window is opened.
  if (which !== 'chat') await import('../../build/build.ts')
  const all: Figure[] = []
  for (const [name, run] of chosen) if (counts[name] > 0) all.push(...(await run(counts[name], seed)))
  return all
}

const figures = await soak(positionals.join(' '))
if (!figures) {
  console.error(usage)
  process.exit(2)
}
printFigures(figures)
process.exitCode = figures.every(holds) ? 0 : 1
