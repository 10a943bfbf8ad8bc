import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { languages } from '../../renderer/domain/language.ts'
import { startDisplay } from '../servers/display.ts'
import type { Display } from '../servers/display.ts'
import { startSoundDevices } from '../servers/sound-devices.ts'
import type { SoundDevices } from '../servers/sound-devices.ts'
import { heardTone } from '../servers/tone.ts'
import { openDeskWindow } from './desk-window.ts'
import { loudness } from './loudness.ts'

let display: Display
let sound: SoundDevices
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-practice-'))
  ;[display, sound] = await Promise.all([startDisplay({ width: 1400, height: 900 }), startSoundDevices()])
})
afterAll(async () => {
  await Promise.all([display.stop(), sound.stop()])
  rmSync(folder, { recursive: true, maxRetries: 20, retryDelay: 100 })
})

/** Both customers call soon, in an order that the seed fixes. */
const settings = { practice: { seed: 7, pauseSeconds: [0.5, 1], chatPauseSeconds: [3600, 3600] } }

describe.each(languages)('a practice shift in %s', (language) => {
  it('goes from the first screen through a call with sound to a record that a restart brings back', async () => {
    const setup = { language, settings, env: { ...display.env, ...sound.env } }
    const first = await openDeskWindow(setup)
    const { page, say } = first
    const button = (name: string) => page.getByRole('button', { name })
    await first.accessibleScreenshot('1-sign-in')
    await button(say('signin.go.practice')).click()
    await page.getByText(say('practice.banner')).waitFor()
    await first.accessibleScreenshot('2-not-ready')

    const headset = join(folder, `headset-${language}.wav`)
    const recording = await sound.record('headset', headset)
    await button(say('agent.go-available')).click()
    await button(say('offer.answer')).waitFor({ timeout: 20_000 })
    await page.waitForTimeout(1_000)
    await first.accessibleScreenshot('3-offer')
    expect(await page.title()).toBe(say('offer.title'))
    // The notice may show on a locked screen: it names nobody.
    expect(await first.notices()).toEqual([
      { title: say('notice.call-offered.title'), body: say('notice.call-offered.body'), isShown: true },
    ])
    // The desk rings with its own note, in the headset itself.
    await expect.poll(() => heardTone(headset, 659.25).seconds, { timeout: 8_000 }).toBeGreaterThan(0.2)
    const who = (await page.getByRole('heading', { level: 1 }).first().textContent()) ?? ''

    await page.keyboard.press('F2')
    await page.locator('.call-bar').getByText(say('call.state.connected'), { exact: true }).waitFor()
    expect((await first.notices()).map(({ isShown }) => isShown)).toEqual([false])
    await page.keyboard.type('Demande notée. Noted request.')
    await page.waitForTimeout(2_000)
    await first.accessibleScreenshot('4-call')
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.waitForTimeout(300) // the colours fade over
    await first.accessibleScreenshot('4-call-dark')
    await page.emulateMedia({ colorScheme: 'light' })
    // A small window, as it is when the text is twice as large: what ends the call must still be within reach.
    await page.setViewportSize({ width: 700, height: 430 })
    await page.getByRole('tab', { name: say('story.heading') }).click()
    await first.accessibleScreenshot('4-call-small')
    await button(say('call.hang-up')).click({ trial: true })
    await page.setViewportSize({ width: 1360, height: 860 })

    await button(say('call.mute')).click()
    await page.getByRole('main').getByText(say('call.muted')).waitFor()
    await button(say('call.unmute')).click()
    await button(say('call.hold')).click()
    await page.getByText(say('call.held')).waitFor()
    await first.accessibleScreenshot('5-hold')
    await button(say('call.resume')).click()
    await button(say('call.keypad')).click()
    await page.keyboard.type('42#')
    await page.getByText(say('call.keypad.sent', { digits: '42#' })).waitFor()
    await first.accessibleScreenshot('6-keypad')
    await button(say('call.hang-up')).click()
    await page.getByRole('main').getByText(say('end.agent-hung-up')).waitFor()
    await recording.stop()

    // The customer was heard to speak.
    expect(loudness(headset).secondsOfSpeech).toBeGreaterThan(1)

    await page.getByText(say('disposition.resolved')).click()
    await first.accessibleScreenshot('7-wrap-up')
    await button(say('wrapup.break')).click()
    await page.getByText(say('idle.not-ready.heading')).waitFor()
    await first.accessibleScreenshot('8-break')
    // The agent's own day and outcomes know of the call; the chart is fetched only now.
    await button(say('day.open')).click()
    await first.accessibleScreenshot('9-day')
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: say('outcomes.heading') }).click()
    await page.getByRole('table').waitFor()
    await page.locator('.outcome-chart svg').first().waitFor()
    await first.accessibleScreenshot('10-outcomes')
    expect(first.complaints).toEqual([])
    await first.close({ keep: true })

    const second = await openDeskWindow({ ...setup, userData: first.userData })
    await second.page.getByRole('button', { name: say('signin.go.practice') }).click()
    const recent = second.page.getByRole('region', { name: say('chat.recent.heading') })
    await recent.getByText('Demande notée. Noted request.').waitFor()
    const name = who.replace(say('offer.heading', { name: '' }).trim(), '').trim()
    await recent.getByText(name).first().waitFor()
    await recent.getByText(say('disposition.resolved')).waitFor()
    expect(second.complaints).toEqual([])
    await second.close()
  })
})
