import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { languages } from '../../renderer/domain/language.ts'
import { startDisplay } from '../servers/display.ts'
import type { Display } from '../servers/display.ts'
import { startSipServers } from '../servers/sip-servers.ts'
import type { SipServers } from '../servers/sip-servers.ts'
import { startSoundDevices } from '../servers/sound-devices.ts'
import type { SoundDevices } from '../servers/sound-devices.ts'
import { startTelephone } from '../servers/telephone.ts'
import { heardTone, makeTone } from '../servers/tone.ts'
import { openDeskWindow } from './desk-window.ts'

let display: Display
let sound: SoundDevices
let servers: SipServers
let folder: string

/** Hertz: one tone for each side, so that whoever hears their own voice is found out. */
const agentTone = 523
const customerTone = 880

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-real-call-'))
  writeFileSync(join(folder, 'agent.wav'), makeTone({ hz: agentTone, seconds: 6, rate: 48_000 }))
  ;[display, sound, servers] = await Promise.all([
    startDisplay({ width: 1400, height: 900 }),
    startSoundDevices(),
    startSipServers({ users: { agent1: 'S3cret-words' }, queues: { benefits: 'agent1' } }),
  ])
})
afterAll(async () => {
  await Promise.all([display.stop(), sound.stop(), servers.stop()])
  rmSync(folder, { recursive: true, maxRetries: 20, retryDelay: 100 })
})

describe.each(languages)('a call from a real telephone, in %s', (language) => {
  it('is heard on both sides, written up, and known at the next call', async () => {
    const centre = {
      id: 'benefits',
      name: language === 'fr' ? 'Bureau des prestations' : 'Benefits office',
      telephony: { servers: [servers.webSocket], domain: servers.domain },
    }
    const env = { ...display.env, ...sound.env }
    const desk = await openDeskWindow({ language, env, settings: { centres: [centre] } })
    const telephone = await startTelephone({
      name: 'customer',
      user: '+15145550123',
      displayName: 'Amélie Tremblay',
      servers,
      speaks: { hz: customerTone },
      answer: 'manual',
    })
    const { page, say } = desk
    const button = (name: string) => page.getByRole('button', { name })

    await page.getByLabel(say('signin.user')).fill('agent1')
    await page.getByLabel(say('signin.password')).fill('not-the-password')
    await button(say('signin.go')).click()
    await page.getByText(say('problem.wrong-password')).waitFor()
    await desk.screenshot('real-1-wrong-password')
    await page.getByLabel(say('signin.password')).fill('S3cret-words')
    await button(say('signin.go')).click()
    await button(say('agent.go-available')).click()
    await page.getByText(say('idle.available.heading')).waitFor()
    expect(await page.getByText(say('practice.banner')).count()).toBe(0)

    await telephone.dial('benefits')
    await page.getByRole('heading', { name: say('offer.heading', { name: 'Amélie Tremblay' }) }).waitFor()
    await page.getByText(say('offer.queue', { queue: 'benefits' })).waitFor()
    await desk.screenshot('real-2-offer')
    await page.keyboard.press('F2')
    await telephone.waitFor('CALL_ESTABLISHED')
    const headset = join(folder, `headset-${language}.wav`)
    const recording = await sound.record('headset', headset)
    const speaking = await sound.play(join(folder, 'agent.wav'))
    await page.waitForTimeout(2_500)
    await desk.screenshot('real-3-call')
    await recording.stop()
    expect(heardTone(headset, customerTone)).toMatchObject({
      seconds: expect.toSatisfy((heard) => heard > 1.5) as number,
    })
    expect(heardTone(headset, agentTone).seconds).toBe(0)

    await button(say('call.keypad')).click()
    await page.keyboard.type('19#')
    await page.getByText(say('call.keypad.sent', { digits: '19#' })).waitFor()
    // Three digits are played for half a second, and then a telephone writes them down.
    await expect.poll(() => telephone.digitsHeard(), { timeout: 10_000 }).toBe('19#')

    await button(say('call.hold')).click()
    await page.getByText(say('call.held')).waitFor()
    const onHold = join(folder, `hold-${language}.wav`)
    const silence = await sound.record('headset', onHold)
    await page.waitForTimeout(800)
    await silence.stop()
    expect(heardTone(onHold, customerTone).seconds).toBeLessThan(0.2)
    await button(say('call.resume')).click()
    await page.locator('.call-bar').getByText(say('call.state.connected'), { exact: true }).waitFor()

    await page
      .getByRole('textbox', { name: say('note.label') })
      .fill('March payment never came. Prestation de mars.')
    await page.getByLabel(say('contact.name')).fill('Amélie Tremblay-Roy')
    await button(say('contact.name.save')).click()
    await page.getByRole('heading', { name: 'Amélie Tremblay-Roy' }).first().waitFor()
    await speaking.stop()
    await telephone.hangUp()
    await page.getByRole('main').getByText(say('end.customer-hung-up')).waitFor()
    expect(heardTone(telephone.recording(), agentTone).seconds).toBeGreaterThan(1)
    expect(heardTone(telephone.recording(), customerTone).seconds).toBe(0)
    await page.getByText(say('disposition.call-back-promised')).click()
    await button(say('wrapup.next')).click()
    await page.getByText(say('idle.available.heading')).waitFor()

    await telephone.dial('benefits')
    await page.getByRole('heading', { name: say('offer.heading', { name: 'Amélie Tremblay-Roy' }) }).waitFor()
    await page.getByText('March payment never came. Prestation de mars.').first().waitFor()
    await desk.screenshot('real-4-known-caller')
    await button(say('offer.refuse')).click()
    await telephone.waitFor('CALL_CLOSED')
    expect(desk.complaints).toEqual([])
    await telephone.stop()
    await desk.close()
  })
})
