import { percentile, spread } from './figure.ts'
import type { Bench } from './figure.ts'
import { blankPaints, deskPaints } from './first-paint.ts'
import type { Paints } from './first-paint.ts'
import { firstScreenBytes } from './first-screen.ts'

const runs = 10

const median = (paints: readonly Paints[], which: keyof Paints): number =>
  percentile(
    paints.map((one) => one[which]),
    0.5,
  )

/** How heavy the first screen is, and how soon it shows beside a page with nothing in it. */
export const start: Bench = {
  name: 'start',
  about: `first screen's JavaScript, and browser spawn→first paint beside a blank page (${runs} each, in turn)`,
  async run() {
    const { bytes, files } = firstScreenBytes()
    const [desk, blank]: [Paints[], Paints[]] = [[], []]
    for (let run = 0; run < runs; run += 1) {
      blank.push(await blankPaints())
      desk.push(await deskPaints())
      process.stderr.write(`\rstart ${run + 1} of ${runs}`)
    }
    process.stderr.write('\n')
    return [
      {
        name: 'first screen’s JavaScript, gzip',
        value: bytes / 1000,
        unit: 'kB',
        atMost: 250,
        detail: `${files} files; the rest is fetched later`,
      },
      {
        name: 'spawn → first paint, desk ÷ blank page',
        value: median(desk, 'first') / median(blank, 'first'),
        unit: '×',
        atMost: 1.35,
        detail: `desk ${spread(desk.map(({ first }) => first))} ms; blank ${spread(blank.map(({ first }) => first))} ms; the sign-in after ${median(desk, 'largest').toFixed(0)} ms`,
      },
    ]
  },
}
