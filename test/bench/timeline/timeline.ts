import type { Page } from 'playwright-core'

import type { DeskWindow } from '../../shift/desk-window.ts'
import type { Bench } from '../figure.ts'
import { endProgress, progress } from '../cases/progress.ts'
import { openTimelinePage } from './open-timeline-page.ts'
import { eventsOfSeason } from './page/bench-story.ts'
import type { BenchCustomer } from './page/bench-story.ts'
import { correct, findSomebody, scrollBy, scrollThrough } from './reader.ts'
import { heapFigure, openingFigures, scrollingFigures, searchFigures } from './timeline-figures.ts'
import type { Heaps, Openings, Scrolled } from './timeline-figures.ts'

const [few, many, crowd] = [1_000, 100_000, 20_000]
/** Of each. */
const openings = 40
/** Seasons that are loaded between two words about how far it is. */
const step = 50
/** Seconds. */
const [stillFor, scrolledFor] = [10, 30]

const customer = (key: string, events: number): BenchCustomer => ({
  ...{ key, name: `Genevieve Story ${key}`, number: `+1604555${key.padStart(4, '0')}` },
  seasons: events / eventsOfSeason,
})

const long = customer('100', many)
/** Others like them: nothing may be quick because it was opened before. */
const short = ['101', '102', '103'].map((key) => customer(key, few))

/** How the desk bears a story of a hundred thousand events, all encrypted, in one run. */
export const timeline: Bench = {
  name: 'timeline',
  about: `a customer's story of ${many.toLocaleString('en')} events: opening, scrolling in a call, memory, search`,
  async run() {
    const desk = await openTimelinePage()
    try {
      await load(desk.page)
      const found = await findSomebody(desk, 'story', 20)
      const opened = await open(desk)
      const searched = await desk.page.evaluate(() => window.timelineBench.search('zzyzx'))
      const { heaps, scrolled } = await inCall(desk)
      endProgress()
      return [
        ...openingFigures(opened),
        ...scrollingFigures(scrolled),
        heapFigure(heaps),
        ...searchFigures(searched, found),
      ]
    } finally {
      await desk.close()
    }
  },
}

async function load(page: Page): Promise<void> {
  for (const one of [...short, long])
    for (let at = 0; at < one.seasons; at += step) {
      const range = [one, at, Math.min(one.seasons, at + step)] as const
      await page.evaluate((seasons) => window.timelineBench.load(...seasons), range)
      progress(`events loaded: ${String(range[2] * eventsOfSeason)}`)
    }
  progress(`customers loaded: ${String(crowd)}`)
  await page.evaluate((count) => window.timelineBench.crowd(count), crowd)
  await page.evaluate(() => window.timelineBench.closeStore())
}

const openOne = (page: Page, { name }: BenchCustomer): Promise<number> =>
  page.evaluate((who) => window.timelineBench.open(who), name)

/** The long one and the short ones in turn; then once more, each time after a correction. */
async function open(desk: DeskWindow): Promise<Openings> {
  const { page } = desk
  const opened = { many: [] as number[], few: [] as number[], corrected: [] as number[] }
  for (let nth = 0; nth < openings; nth += 1) {
    progress(`opened: ${String(nth)}`)
    const other = short[nth % short.length]
    if (other) opened.few.push(await openOne(page, other))
    opened.many.push(await openOne(page, long))
  }
  for (let nth = 0; nth < openings / 4; nth += 1) {
    progress(`opened after a correction: ${String(nth)}`)
    await correct(desk)
    const other = short[nth % short.length]
    if (other) await openOne(page, other)
    opened.corrected.push(await openOne(page, long))
  }
  return opened
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize
}

/** With a customer on the line. */
async function inCall(desk: DeskWindow): Promise<{ heaps: Heaps; scrolled: Scrolled }> {
  const { page, say } = desk
  await page.getByRole('button', { name: say('agent.go-available') }).click()
  await page.getByRole('button', { name: say('offer.answer') }).waitFor({ timeout: 20_000 })
  await page.keyboard.press('F2')
  await page.locator('.call-bar').getByText(say('call.state.connected'), { exact: true }).waitFor()
  await findSomebody(desk, 'story', 1)
  progress('a short story is scrolled')
  if (short[0]) await openOne(page, short[0])
  await scrollBy(page, 12)
  const heapWithFew = await heapOf(page)
  progress('a long story is scrolled')
  await openOne(page, long)
  await scrollBy(page, 12)
  const heapWithMany = await heapOf(page)
  await page.evaluate(() => window.timelineBench.watch())
  await page.waitForTimeout(stillFor * 1000)
  const still = await page.evaluate(() => window.timelineBench.watched())
  await page.evaluate(() => window.timelineBench.watch())
  await scrollThrough(desk, scrolledFor)
  const scrolling = await page.evaluate(() => window.timelineBench.watched())
  return { heaps: { few: heapWithFew, many: heapWithMany }, scrolled: { still, scrolling } }
}
