import type { Page } from 'playwright-core'

import type { Bench } from '../figure.ts'
import { drainFigures, editFigures, loadFigure, openingFigures, pageFigure } from './case-figures.ts'
import type { Loaded } from './case-figures.ts'
import { drain } from './drain.ts'
import { openCasesPage } from './open-cases-page.ts'
import type { Written } from './page/written.ts'
import { endProgress, progress } from './progress.ts'
import { beUpToDate } from './sign-in.ts'

const [few, many] = [1_000, 100_000]
/** Cases that are loaded between two words about how far it is. */
const step = 5_000
/** Of each kind. */
const measured = 300
/** Entries that wait when the desk signs in. */
const waiting = 1_000

/** As many numbers below `most`, spread over them. */
const someOf = (most: number): number[] =>
  Array.from({ length: measured }, (_, nth) => Math.floor((nth * most) / measured))

/** How the desk bears a hundred thousand cases, all encrypted, in one run. */
export const cases: Bench = {
  name: 'cases',
  about: `the desk with ${many.toLocaleString('en')} encrypted cases: opening, pages, bulk load, edits, the outbox`,
  async run() {
    const opened = await openCasesPage()
    const { page } = opened
    try {
      await beUpToDate(opened)
      await load(page, 0, few)
      const openedOfFew = await open(page, few)
      const loaded = await load(page, few, many)
      const openedOfMany = await open(page, many)
      progress('pages')
      const pages = await page.evaluate((count) => window.caseBench.pages(count), measured)
      const edits = await write(page)
      const drained = await drain(opened)
      endProgress()
      return [
        ...openingFigures(openedOfFew, openedOfMany),
        pageFigure(pages),
        loadFigure(loaded),
        ...editFigures(edits),
        ...drainFigures(drained),
      ]
    } finally {
      await opened.stop()
    }
  },
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
  return { cases: to - from, ours, plain }
}

/** Every one a first time, in a store of this many: nothing is kept from another round. */
async function open(page: Page, most: number): Promise<number[]> {
  progress(`cases opened of ${most}`)
  return page.evaluate(async (some) => {
    await window.caseBench.loadHistories(some)
    return window.caseBench.open(some)
  }, someOf(most))
}

/** A shift without a link, at whose end a thousand entries wait. */
async function write(page: Page): Promise<Written[]> {
  progress('a shift begins')
  await page.evaluate(() => window.caseBench.beginShift())
  progress('edits')
  const edits = await page.evaluate((some) => window.caseBench.edit(some), someOf(many))
  progress('the outbox is filled')
  await page.evaluate((entries) => window.caseBench.writeDay(entries), waiting)
  await page.evaluate(() => window.caseBench.endShift())
  return edits
}
