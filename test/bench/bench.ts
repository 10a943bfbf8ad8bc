import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

import '../../build/build.ts'
import { calls } from './calls.ts'
import { cases } from './cases/cases.ts'
import { chat } from './chat/chat.ts'
import { holds } from './figure.ts'
import type { Bench, Figure } from './figure.ts'
import { guides } from './guides/guides.ts'
import { printFigures } from './print-figures.ts'
import { resilience } from './resilience/resilience.ts'
import { sentiment } from './sentiment/sentiment.ts'
import { start } from './start.ts'
import { timeline } from './timeline/timeline.ts'

/** `npm run bench -- NAME… [--json FILE]`: measures, compares with the goals; exit status 0 only where every goal holds. */
const benches: readonly Bench[] = [calls, cases, chat, guides, sentiment, start, timeline, resilience]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' } },
})
const chosen = benches.filter(({ name }) => positionals.includes(name))
const unknown = positionals.filter((name) => !benches.some((bench) => bench.name === name))
if (chosen.length === 0 || unknown.length > 0) {
  console.error(`Say which: npm run bench -- NAME… [--json FILE]\n`)
  for (const { name, about } of benches) console.error(`  ${name.padEnd(10)} ${about}`)
  process.exit(2)
}

const figures: Figure[] = []
for (const bench of chosen) figures.push(...(await bench.run()))

printFigures(figures)
if (values.json)
  writeFileSync(
    values.json,
    `${JSON.stringify(
      figures.map((figure) => ({ ...figure, holds: holds(figure) })),
      null,
      2,
    )}\n`,
  )
process.exitCode = figures.every(holds) ? 0 : 1
