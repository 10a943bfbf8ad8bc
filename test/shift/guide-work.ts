import type { Locator } from 'playwright-core'

import type { DeskWindow } from './desk-window.ts'

/** More than a step and the page around it have. */
const mostTabs = 12

/** What an agent does with guides and articles, without the mouse. */
export function guideWork({ page, say }: Pick<DeskWindow, 'page' | 'say'>) {
  const press = (key: string): Promise<void> => page.keyboard.press(key)

  /** To the answer of a field, from wherever the step has put the cursor. */
  async function to(field: string): Promise<void> {
    for (let tabs = 0; tabs < mostTabs; tabs += 1) {
      const isThere = await page.evaluate(
        (name) => document.activeElement?.closest(`[data-guide-field="${name}"]`) !== null,
        field,
      )
      if (isThere) return
      await press('Tab')
    }
    throw new Error(`no key led to ${field}`)
  }

  return {
    /** The step in hand, by what is said or, where nothing is said, by its title. */
    step: (words: string): Locator => page.locator('p.guide-words', { hasText: words }),
    async answerCall(): Promise<void> {
      await page.getByRole('button', { name: say('offer.answer') }).waitFor()
      await press('F2')
      await page.locator('.call-bar').getByText(say('call.state.connected'), { exact: true }).waitFor()
    },
    /** To the guide, or to those that are suggested. */
    async toGuide(): Promise<void> {
      await press('Control+G')
      await page.locator('.guide-place:focus-within').waitFor()
    },
    /** A day, so many from now, as Chromium's field takes it in American English: month, day, year. */
    async typeDay(field: string, days: number): Promise<void> {
      await to(field)
      const [year = '', month = '', day = ''] = dayIn(days).split('-')
      await page.keyboard.type(`${month}${day}${year}`)
    },
    async type(field: string, text: string): Promise<void> {
      await to(field)
      await page.keyboard.type(text)
    },
    /** @param nth from 0 */
    async choose(field: string, nth: number): Promise<void> {
      await to(field)
      await press('Space')
      for (let below = 0; below < nth; below += 1) await press('ArrowDown')
    },
    /** The answers are handed in, and the next step is there. */
    async goOn(words: string): Promise<void> {
      await press('Enter')
      await this.step(words).waitFor()
    },
    /** Looks for it and opens the first that is found. */
    async readArticle(query: string, title: string): Promise<void> {
      await press('Control+I')
      await page.locator('.article-search:focus-within').waitFor()
      await page.keyboard.type(query)
      await page.getByRole('row', { name: title }).waitFor()
      await press('Enter')
      await page.locator('.article-list:focus-within').waitFor()
      await press('Enter')
      await page.getByRole('heading', { name: title, level: 2 }).waitFor()
    },
  }
}

/** As the desk writes a day in English. */
export const dayInWords = (days: number): string =>
  new Date(`${dayIn(days)}T12:00`).toLocaleDateString('en-CA', { dateStyle: 'medium' })

/** ISO 8601, where the desk is. */
function dayIn(days: number): string {
  const day = new Date()
  day.setDate(day.getDate() + days)
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${String(day.getFullYear())}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}
