// @vitest-environment node
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, afterEach, describe, expect, it } from 'vitest'

import { findBrowser } from '../../build/browser.ts'
import { servePageByPipe } from '../faults/networks/page-by-pipe.ts'
import { startSoundDevices, type SoundDevices } from '../servers/sound-devices.ts'
import { heardTone, makeTone } from '../servers/tone.ts'

/** Hertz. */
const PLAYED = 660
const SPOKEN = 440

const directory = mkdtempSync(join(tmpdir(), 'foyer-sound-test-'))
let devices: SoundDevices
let browser: Browser
afterEach(async () => {
  await browser.close()
  await devices.stop()
})
afterAll(() => {
  rmSync(directory, { recursive: true, maxRetries: 20, retryDelay: 100 })
})

async function openPage(): Promise<Page> {
  const program = findBrowser()
  if (program === undefined) throw new Error('No browser: npm test installs chromium where it may.')
  browser = await chromium.launch({
    executablePath: program,
    ignoreDefaultArgs: ['--mute-audio'],
    env: { ...(process.env as Record<string, string>), ...devices.env },
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--autoplay-policy=no-user-gesture-required',
      '--use-fake-ui-for-media-stream',
    ],
  })
  const context = await browser.newContext()
  writeFileSync(join(directory, 'index.html'), '<!doctype html><title>Sound</title>')
  const page = await context.newPage()
  await page.goto(await servePageByPipe(context, directory))
  return page
}

/** How much of a device's next 0.6 seconds is the tone that the page plays. */
async function playedOn(device: string): Promise<number> {
  const file = join(directory, `${device}.wav`)
  const recording = await devices.record(device, file)
  await new Promise((settle) => setTimeout(settle, 600))
  await recording.stop()
  return heardTone(file, PLAYED).share
}

async function playTone(page: Page): Promise<void> {
  await page.evaluate((hertz) => {
    const context = new AudioContext()
    const tone = new OscillatorNode(context, { frequency: hertz })
    tone.connect(context.destination)
    tone.start()
  }, PLAYED)
}

/** Opens the default microphone; the page then tells how loud it is, 0 to 1. */
async function listen(page: Page): Promise<() => Promise<number>> {
  const level = await page.evaluateHandle(async () => {
    const raw = { echoCancellation: false, noiseSuppression: false, autoGainControl: false }
    const context = new AudioContext()
    const analyser = new AnalyserNode(context)
    context
      .createMediaStreamSource(await navigator.mediaDevices.getUserMedia({ audio: raw }))
      .connect(analyser)
    return () => {
      const samples = new Float32Array(analyser.fftSize)
      analyser.getFloatTimeDomainData(samples)
      return Math.max(...samples)
    }
  })
  return () => level.evaluate((measure) => measure())
}

const LIMIT = { timeout: 8000, interval: 50 }

describe('sound devices in the middle of use', () => {
  it('can be pulled out and plugged in again; a browser’s sound follows the default', async () => {
    devices = await startSoundDevices()
    const page = await openPage()
    await playTone(page)
    await expect.poll(() => playedOn('headset'), LIMIT).toBeGreaterThan(0.9)
    await devices.setDefault('ringer')
    await expect.poll(() => playedOn('ringer'), LIMIT).toBeGreaterThan(0.9)
    await devices.setDefault('headset')
    await expect.poll(() => playedOn('headset'), LIMIT).toBeGreaterThan(0.9)
    await devices.unplug('headset')
    await devices.setDefault('ringer')
    await expect.poll(() => playedOn('ringer'), LIMIT).toBeGreaterThan(0.9)
    await devices.plug('headset', 'Headset')
    await devices.setDefault('headset')
    await expect.poll(() => playedOn('headset'), LIMIT).toBeGreaterThan(0.9)
  })

  it('the default microphone can be changed under a browser that listens', async () => {
    devices = await startSoundDevices()
    await devices.plug('usb', 'UsbMouth')
    await devices.plug('usbmic', 'UsbMic', { picksUp: 'usb' })
    const file = join(directory, 'spoken.wav')
    writeFileSync(file, makeTone({ hz: SPOKEN, seconds: 20, rate: 48_000 }))
    await devices.play(file, 'usb')
    const level = await listen(await openPage())
    expect(await level()).toBeLessThan(0.01)
    await devices.setDefault('usbmic')
    await expect.poll(level, LIMIT).toBeGreaterThan(0.1)
    await devices.unplug('usbmic')
    await devices.setDefault('mic')
    await expect.poll(level, LIMIT).toBeLessThan(0.01)
  })
})
