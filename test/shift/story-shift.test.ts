import { describe, expect, it } from 'vitest'

import { languages } from '../../renderer/domain/language.ts'
import { fakeMicrophone, openDeskWindow } from './desk-window.ts'
import type { DeskWindow } from './desk-window.ts'

/** A customer tells their story once: it is there at the next call, can be found, corrected, and taken along. */

const settings = { practice: { seed: 11, pauseSeconds: [0.5, 1], chatPauseSeconds: [3600, 3600] } }
/** Of the customer who calls first with that seed. */
const caller = { name: 'Ruth Abrams', number: '(604) 555-0168', word: 'calling' }

/** A call in which the customer has said where they live now, written up. */
async function firstCall(desk: DeskWindow): Promise<void> {
  const { page, say } = desk
  await page.getByRole('button', { name: say('agent.go-available') }).click()
  await page.getByRole('button', { name: say('offer.answer') }).waitFor({ timeout: 20_000 })
  await page.keyboard.press('F2')
  // What is open, and what was promised.
  const head = page.locator('.story-head')
  await head.getByText(say('story.head.cases', { count: 1 })).waitFor()
  await head.locator('.promised').waitFor()
  const spoken = page.getByRole('log', { name: say('mood.spoken') })
  await spoken.getByText('I moved in March').waitFor({ timeout: 20_000 })
  await page.keyboard.type('Moved. Déménagement.')
  await desk.accessibleScreenshot('st1-call')
  await page.getByRole('button', { name: say('call.hang-up') }).click()
  await page.getByText(say('disposition.resolved'), { exact: true }).click()
  await page.getByRole('button', { name: say('wrapup.break') }).click()
  await page.getByText(say('idle.not-ready.heading')).waitFor()
}

/** Looked up by a part of the number, with the keyboard alone. */
async function lookUp(desk: DeskWindow): Promise<void> {
  const { page, say } = desk
  await page.keyboard.press('Control+u')
  await page.keyboard.type('555-0168')
  await page.getByText(say('customers.found', { count: 1 })).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.getByRole('row', { name: caller.name }).press('Enter')
  await page.getByRole('heading', { name: caller.name }).waitFor()
}

/** What the window hands to the browser's own way of saving files, where a button is pressed. */
async function savedFile({ page }: DeskWindow, name: string): Promise<{ name: string; text: string }> {
  const saved = page.evaluate(
    () =>
      new Promise<{ name: string; text: string }>((resolve) => {
        let bytes = new Blob()
        const addressOf = URL.createObjectURL.bind(URL)
        URL.createObjectURL = (blob) => {
          if (blob instanceof Blob) bytes = blob
          return addressOf(blob)
        }
        HTMLAnchorElement.prototype.click = function () {
          const { download } = this
          void bytes.text().then((text) => resolve({ name: download, text }))
        }
      }),
  )
  await page.getByRole('button', { name, exact: true }).click()
  return saved
}

describe.each(languages)('a customer’s story in %s', (language) => {
  it('is known at the next call, found, corrected, written down, and there after a restart', async () => {
    const setup = { language, settings, switches: fakeMicrophone, env: { STANDIN_HEADLESS: '1' } }
    const desk = await openDeskWindow(setup)
    const { page, say } = desk
    await page.getByRole('button', { name: say('signin.go.practice') }).click()
    await firstCall(desk)

    await lookUp(desk)
    const feed = page.getByRole('feed')
    const call = feed.getByRole('article').filter({ hasText: 'Moved. Déménagement.' })
    await call.waitFor()
    await page.locator('.story-head').getByText(say('disposition.resolved')).waitFor()
    await page.getByRole('searchbox', { name: say('story.search') }).fill(caller.word)
    await page.getByText(say('story.search.found', { count: 1 })).waitFor()
    await call.press('Enter')
    const said = call.getByRole('listitem').filter({ hasText: 'I moved in March' })
    await said.locator('mark').waitFor()
    await page.getByText(say('speech.heading')).waitFor()
    await desk.accessibleScreenshot('st2-found')

    // One key corrects how it was read.
    await said.focus()
    await page.keyboard.press('m')
    await said.locator('.mood-flag').waitFor()
    await page.getByRole('searchbox', { name: say('story.search') }).fill('')

    await page.getByRole('button', { name: say('contact.change') }).click()
    await page.getByText(say('need.large-print')).click()
    await desk.accessibleScreenshot('st3-details')
    await page.getByRole('button', { name: say('contact.form.save') }).click()
    await page.locator('.story-head').getByText(say('need.large-print')).waitFor()

    await page.getByRole('button', { name: say('story.filters') }).click()
    await desk.accessibleScreenshot('st4-tools')
    const file = await savedFile(desk, say('story.export'))
    expect(file.name).toBe(`${say('story.export.file')}-Ruth-Abrams.txt`)
    expect(file.text).toContain('Moved. Déménagement.')
    expect(file.text).toContain('I moved in March, and nobody knows my new address.')

    // On paper the story stands alone.
    await page.evaluate(() => (window.print = () => undefined))
    await page.getByRole('button', { name: say('story.print') }).click()
    await page.locator('.printed-story').waitFor({ state: 'attached' })
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.printed-story').isVisible()).toBe(true)
    expect(await page.getByRole('feed').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    expect(await page.locator('.printed-story').isVisible()).toBe(false)
    expect(desk.complaints).toEqual([])
    await desk.close({ keep: true })

    const again = await openDeskWindow({ ...setup, userData: desk.userData })
    await again.page.getByRole('button', { name: say('signin.go.practice') }).click()
    await again.page.getByRole('button', { name: say('agent.go-available') }).waitFor()
    await lookUp(again)
    await again.page.locator('.story-head').getByText(say('need.large-print')).waitFor()
    await again.page.getByRole('article').filter({ hasText: 'Moved. Déménagement.' }).waitFor()
    expect(again.complaints).toEqual([])
    await again.close()
  })
})
