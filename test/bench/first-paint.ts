import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { _electron } from 'playwright-core'
import type { ElectronApplication, Page } from 'playwright-core'

import { root } from '../../build/bundles.ts'
import { openDeskWindow } from '../shift/desk-window.ts'

/** Milliseconds from the start of the browser process. */
export interface Paints {
  /** The first thing on the screen. */
  readonly first: number
  /** The largest thing so far: of the desk, its sign-in. */
  readonly largest: number
}

async function spawnToPaint(app: ElectronApplication, page: Page): Promise<Paints> {
  const startedAt = await app.evaluate((electron): number => {
    const standIn: unknown = Reflect.get(electron, '__standIn')
    if (typeof standIn !== 'object' || standIn === null) return process.getCreationTime() ?? NaN
    const log = Reflect.get(standIn, 'log') as { what: string; with: number[] }[]
    return log.find(({ what }) => what === 'browser.start')?.with[0] ?? NaN
  })
  await page.getByRole('heading', { level: 1 }).waitFor()
  // The paint of what has just been found is told a moment later.
  await page.waitForTimeout(300)
  const [first = NaN, largest = NaN] = await page.evaluate(async () => {
    const [paint] = performance.getEntriesByName('first-contentful-paint')
    const last = await new Promise<PerformanceEntry | undefined>((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries().at(-1))).observe({
        type: 'largest-contentful-paint',
        buffered: true,
      })
    })
    return [paint, last].map((entry) => performance.timeOrigin + (entry?.startTime ?? NaN))
  })
  return { first: first - startedAt, largest: largest - startedAt }
}

export async function deskPaints(): Promise<Paints> {
  const desk = await openDeskWindow({ language: 'en' })
  try {
    return await spawnToPaint(desk.app, desk.page)
  } finally {
    await desk.close()
  }
}

export async function blankPaints(): Promise<Paints> {
  const userData = mkdtempSync(join(tmpdir(), 'foyer-blank-'))
  const app = await _electron.launch({
    cwd: root,
    args: [`--user-data-dir=${userData}`, join('test', 'bench', 'blank')],
  })
  try {
    return await spawnToPaint(app, await app.firstWindow())
  } finally {
    await app.close()
    rmSync(userData, { recursive: true, force: true })
  }
}
