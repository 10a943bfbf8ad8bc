import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { sayIn } from '../../renderer/words/say.ts'
import { watchCalls } from '../bench/call-clock.ts'
import { startSoundDevices } from '../servers/sound-devices.ts'
import type { SoundDevices } from '../servers/sound-devices.ts'
import { readWav } from '../servers/wav.ts'
import { openHiddenWindow } from './hidden-window.ts'
import type { HiddenWindow } from './hidden-window.ts'

const say = sayIn('en')

let folder: string
let sound: SoundDevices
let desk: HiddenWindow

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-hidden-ring-'))
  sound = await startSoundDevices()
  desk = await openHiddenWindow({
    settings: { practice: { seed: 5, pauseSeconds: [3, 4], chatPauseSeconds: [3600, 3600] } },
    env: sound.env,
  })
})
afterAll(async () => {
  await desk.close()
  await sound.stop()
  rmSync(folder, { recursive: true, maxRetries: 20, retryDelay: 100 })
})

/** Epoch milliseconds at which something louder than silence was in the file; looked at all the time. */
async function firstSound(file: string): Promise<number> {
  for (let waited = 0; waited < 15_000; waited += 10) {
    if (existsSync(file) && readFileSync(file).length > 500) {
      const { samples } = readWav(readFileSync(file))
      if (samples.some((sample) => Math.abs(sample) > 0.01)) return Date.now()
    }
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('nothing was heard')
}

describe('a desk behind another window', () => {
  it('rings within half a second, though nothing of it can be seen', async () => {
    const { page } = desk
    await page.addInitScript({ content: `globalThis.__name = (f) => f; (${watchCalls.toString()})()` })
    await page.reload()
    await page.getByRole('button', { name: say('signin.go.practice') }).click()
    await page.getByRole('button', { name: say('agent.go-available') }).click()
    await page.getByRole('heading', { name: say('idle.available.heading') }).waitFor()
    await desk.hide()
    const file = join(folder, 'headset.wav')
    const recording = await sound.record('headset', file)
    const heardAt = await firstSound(file)
    const { sentAt } = await page.evaluate(() => window.callTimes)
    await recording.stop()
    expect(await page.evaluate(() => document.visibilityState)).toBe('hidden')
    if (sentAt === undefined) throw new Error('no customer called')
    expect(heardAt - sentAt).toBeGreaterThan(0)
    expect(heardAt - sentAt).toBeLessThan(500)
  })
})
