import { describe, expect, it } from 'vitest'

import { languages } from '../../renderer/domain/language.ts'
import { fakeMicrophone, openDeskWindow } from './desk-window.ts'

/** What an agent does with the telephone besides answering it, in the whole window; the sound is proved elsewhere. */

const settings = { practice: { seed: 11, pauseSeconds: [0.5, 1], chatPauseSeconds: [3600, 3600] } }

describe('before the shift', () => {
  it('the whole way of a call is tested, and the test is kept', async () => {
    const desk = await openDeskWindow({
      ...{ language: 'fr', settings, switches: fakeMicrophone, env: { STANDIN_HEADLESS: '1' } },
    })
    const { page, say } = desk
    const button = (name: string) => page.getByRole('button', { name })
    await button(say('signin.go.practice')).click()
    await button(say('check.open')).click()
    await button(say('check.start')).click()
    await button(say('check.heard.yes')).click()
    const verdict = page.locator('.verdict')
    await verdict.waitFor({ timeout: 30_000 })
    // All of the panel: where the test was not passed, it says which step was not, and its figures.
    expect(await page.locator('.panel', { has: verdict }).innerText()).toContain(say('check.overall.passed'))
    expect(await page.getByText(say('check.finding.good')).count()).toBe(5)
    expect(
      await page
        .getByRole('region', { name: say('check.history') })
        .getByRole('row')
        .count(),
    ).toBe(2)
    await desk.accessibleScreenshot('t1-check')
    await desk.close()
  })
})

describe.each(languages)('an agent’s telephone in %s', (language) => {
  it('takes a call, asks a colleague, hands over, calls by a link, and shows what came of it', async () => {
    const setup = { language, settings, switches: fakeMicrophone, env: { STANDIN_HEADLESS: '1' } }
    const desk = await openDeskWindow(setup)
    const { app, page, say } = desk
    const button = (name: string) => page.getByRole('button', { name })
    const finish = async (words = say('wrapup.break')): Promise<void> => {
      await button(words).click()
      await page.getByRole('heading', { name: say('idle.not-ready.heading') }).waitFor()
    }

    await button(say('signin.go.practice')).click()
    await button(say('sound.open')).click()
    await desk.accessibleScreenshot('t2-sound')
    await page.keyboard.press('Escape')

    // A customer, a word with a colleague, and over to them.
    await button(say('agent.go-available')).click()
    await button(say('offer.answer')).waitFor({ timeout: 20_000 })
    await page.keyboard.press('F2')
    await page.locator('.call-bar').getByText(say('call.state.connected'), { exact: true }).waitFor()
    await button(say('call.transfer')).click()
    await page.getByRole('searchbox', { name: say('dial.field') }).fill('2001')
    await desk.accessibleScreenshot('t3-transfer')
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: say('consult.label') }).waitFor()
    await expect.poll(() => button(say('consult.complete')).isEnabled(), { timeout: 10_000 }).toBe(true)
    await page.waitForTimeout(500)
    await desk.accessibleScreenshot('t4-consultation')
    const customer = page.locator('.call-bar').getByText(say('call.state.connected'), { exact: true })
    await page.keyboard.press('F9')
    await button(say('consult.swap.to-colleague')).waitFor()
    await customer.waitFor()
    await page.keyboard.press('F9')
    await button(say('consult.swap.to-customer')).waitFor()
    await button(say('consult.complete')).click()
    await page.getByRole('main').getByText(say('end.transferred')).waitFor()
    await page.getByRole('main').getByText(say('disposition.passed-on')).click()
    await finish()

    // Another program asks to call somebody, who is busy.
    await app.evaluate((electron) => {
      electron.app.emit('second-instance', {}, ['foyer', 'tel:2486'], '', undefined)
    })
    await page.getByRole('searchbox', { name: say('dial.field') }).waitFor()
    expect(await button(say('call.hang-up')).count()).toBe(0)
    await desk.accessibleScreenshot('t5-dial')
    await page
      .getByRole('region', { name: say('dial.heading') })
      .getByRole('button', { name: say('dial.go'), exact: true })
      .click()
    await page.getByRole('main').getByText(say('end.busy')).waitFor({ timeout: 10_000 })
    // Called from a break, and back to it.
    await finish(say('wrapup.stay', { reason: say('agent.reason.break') }))
    await desk.accessibleScreenshot('t6-history')
    const history = page.getByRole('region', { name: say('chat.recent.heading') })
    expect(await history.getByText(say('outcome.busy')).count()).toBe(1)
    expect(await history.getByText(say('outcome.talked')).count()).toBeGreaterThan(0)

    // The computer sleeps and wakes; no emergency is ever called from here.
    await app.evaluate((electron) => {
      const standIn = Reflect.get(electron, '__standIn') as { wake: () => void }
      standIn.wake()
    })
    await page.keyboard.press('F3')
    await page.getByRole('searchbox', { name: say('dial.field') }).fill('911')
    await page.keyboard.press('Enter')
    await page.getByText(say('dial.emergency.practice')).first().waitFor()
    // The first empties the field, the second closes the panel.
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.keyboard.press('F1')
    await desk.accessibleScreenshot('t7-keys')
    await page.locator('.link').getByText(say('link.up')).waitFor()
    expect(desk.complaints).toEqual([])
    await desk.close()
  })
})
