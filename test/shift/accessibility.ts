import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import type * as Axe from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Deque's axe, run in the page: what breaks WCAG 2.2 A or AA, as `rule: element`. Empty is good. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(source)
  return page.evaluate(async () => {
    // React Aria's own announcer may still name a button that has gone from the screen.
    const context = { exclude: ['[data-live-announcer]'] }
    const { violations } = await window.axe.run(context, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
  })
}

declare global {
  interface Window {
    axe: typeof Axe
  }
}
