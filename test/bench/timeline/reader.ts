import type { Page } from 'playwright-core'

import type { DeskWindow } from '../../shift/desk-window.ts'

/** Pixels and milliseconds of a turn of the wheel. */
const [turn, betweenTurns] = [120, 40]

/** Goes to the customers and types; milliseconds from the last key to the list, each time. */
export async function findSomebody(
  { page, say }: DeskWindow,
  text: string,
  times: number,
): Promise<number[]> {
  const field = page.getByRole('searchbox', { name: say('customers.search') })
  if (!(await field.isVisible())) await page.keyboard.press('Control+u')
  const taken: number[] = []
  for (let nth = 0; nth < times; nth += 1) {
    await field.fill('')
    await page.locator('.found-customer').first().waitFor({ state: 'detached' })
    await field.fill(text.slice(0, -1))
    const begin = performance.now()
    await field.press(text.slice(-1))
    await page.locator('.found-customer').first().waitFor()
    taken.push(performance.now() - begin)
  }
  return taken
}

/** Turns the wheel over the open story. */
export async function scrollBy(page: Page, seconds: number, direction: 1 | -1 = 1): Promise<void> {
  await page.locator('.story-scroll').hover()
  const end = Date.now() + seconds * 1000
  while (Date.now() < end) {
    await page.mouse.wheel(0, turn * direction)
    await page.waitForTimeout(betweenTurns)
  }
}

/** Down and up again by the wheel, to a day far back, and on by keyboard. */
export async function scrollThrough({ page, say }: DeskWindow, seconds: number): Promise<void> {
  await scrollBy(page, seconds / 3)
  await scrollBy(page, seconds / 6, -1)
  await page.getByRole('button', { name: say('story.filters') }).click()
  await page.getByLabel(say('story.date'), { exact: true }).fill('2023-05-01')
  await page.getByRole('button', { name: say('story.date.go'), exact: true }).click()
  await scrollBy(page, seconds / 3)
  await page.locator('.story-line[tabindex="0"]').focus()
  const end = Date.now() + (seconds / 6) * 1000
  while (Date.now() < end) {
    await page.keyboard.press('PageDown')
    await page.waitForTimeout(100)
  }
}

/** Corrects how something was read, in whatever chat or call comes into sight first. */
export async function correct({ page }: DeskWindow): Promise<void> {
  const unfold = page.locator('.open-customer .story-unfold')
  for (let turns = 0; turns < 200 && (await unfold.count()) === 0; turns += 1) {
    await page.locator('.story-scroll').hover()
    await page.mouse.wheel(0, 4 * turn)
    await page.waitForTimeout(betweenTurns)
  }
  await unfold.first().click()
  const said = page.locator('.story-said-line[data-said]').first()
  await said.waitFor()
  await said.press('m')
  await page.waitForTimeout(200)
}
