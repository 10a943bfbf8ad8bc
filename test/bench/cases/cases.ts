import type { Page } from 'playwright-core'

import { percentile, spread } from '../figure.ts'
import type { Bench, Figure } from '../figure.ts'
import { openCasesPage } from './open-cases-page.ts'

const [few, many] = [1_000, 100_000]
/** Cases that are loaded between two words about how far it is. */
const step = 5_000
/** Of each kind. */
const measured = 300

/** As many numbers below `most`, spread over them. */
const someOf = (most: number): number[] =>
  Array.from({ length: measured }, (_, nth) => Math.floor((nth * most) / measured))

const progress = (text: string): void => void process.stderr.write(`\r${text.padEnd(60)}`)

const median = (values: readonly number[]): number => percentile(values, 0.5)

/** How the store of cases bears a hundred thousand of them, all encrypted, in one run. */
export const cases: Bench = {
  name: 'cases',
  about: `the store with ${many.toLocaleString('en')} encrypted cases: opening, pages, bulk load, edits`,
  async run() {
    const opened = await openCasesPage()
    const { page } = opened
    try {
      await load(page, 0, few)
      const openedOfFew = await open(page, few)
      const loaded = await load(page, few, many)
      const openedOfMany = await open(page, many)
      progress('pages')
      const pages = await page.evaluate((count) => window.caseBench.pages(count), measured)
      progress('edits')
      const edits = await page.evaluate((some) => window.caseBench.edit(some), someOf(many))
      process.stderr.write('\n')
      return [
        ...openingFigures(openedOfFew, openedOfMany),
        pageFigure(pages),
        loadFigure(loaded),
        edit(edits),
      ]
    } finally {
      await opened.stop()
    }
  },
}

interface Loaded {
  readonly ours: number
  readonly plain: number
}

async function load(page: Page, from: number, to: number): Promise<Loaded> {
  let [ours, plain] = [0, 0]
  for (let at = from; at < to; at += step) {
    const taken = await page.evaluate(([first, last]) => window.caseBench.load(first, last), [
      at,
      Math.min(to, at + step),
    ] as const)
    ours += taken.ours
    plain += taken.plain
    progress(`cases loaded: ${Math.min(to, at + step)}`)
  }
  return { ours, plain }
}

/** Every one a first time, in a store of this many: nothing is kept from another round. */
async function open(page: Page, most: number): Promise<number[]> {
  progress(`cases opened of ${most}`)
  return page.evaluate(async (some) => {
    await window.caseBench.loadHistories(some)
    return window.caseBench.open(some)
  }, someOf(most))
}

const openingFigures = (few: readonly number[], many: readonly number[]): Figure[] => [
  {
    name: 'opening one of 100,000 cases, p95',
    value: percentile(many, 0.95),
    unit: 'ms',
    atMost: 50,
    detail: `with 20 events; ${spread(many)}`,
  },
  {
    name: 'opening one of 100,000 ÷ one of 1,000, median',
    value: median(many) / median(few),
    unit: '×',
    atMost: 1.5,
    detail: `of 1,000: ${spread(few)}, p95 ${percentile(few, 0.95).toFixed(1)}`,
  },
]

const pageFigure = ({ ours, raw }: { readonly ours: number[]; readonly raw: number[] }): Figure => ({
  name: 'page of 50 ÷ raw getAll and decryption, median',
  value: median(ours) / median(raw),
  unit: '×',
  atMost: 1.2,
  detail: `ms: ours ${spread(ours)}; raw ${spread(raw)}`,
})

const loadFigure = ({ ours, plain }: Loaded): Figure => ({
  name: 'bulk load, cases a second ÷ plain Dexie’s',
  value: plain / ours,
  unit: '×',
  atLeast: 0.7,
  detail: `${perSecond(ours)} encrypted, ${perSecond(plain)} plain, 500 at a time, in turn`,
})

const edit = (taken: readonly number[]): Figure => ({
  name: 'edit and outbox on the disk, without the journal, p95',
  value: percentile(taken, 0.95),
  unit: 'ms',
  detail: spread(taken),
})

const perSecond = (milliseconds: number): string =>
  `${Math.round(((many - few) / milliseconds) * 1000).toLocaleString('en')}/s`
