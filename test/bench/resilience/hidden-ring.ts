import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

import { sayIn } from '../../../renderer/words/say.ts'
import { startSoundDevices } from '../../servers/sound-devices.ts'
import type { SoundDevices } from '../../servers/sound-devices.ts'
import { startOrUndo } from '../../servers/undo.ts'
import { readWav } from '../../servers/wav.ts'
import { openHiddenWindow } from '../../shift/hidden-window.ts'
import type { HiddenWindow } from '../../shift/hidden-window.ts'
import { watchCalls } from '../call-clock.ts'
import { percentile, spread } from '../figure.ts'
import type { Figure } from '../figure.ts'

const calls = 8
const say = sayIn('en')

/** From the INVITE to the ring in the headset, while nothing of the desk can be seen. */
export function hiddenRing(progress: (text: string) => void): Promise<readonly Figure[]> {
  return startOrUndo(async (undo) => {
    const folder = mkdtempSync(join(tmpdir(), 'foyer-hidden-ring-'))
    undo.add(() => rmSync(folder, { recursive: true, maxRetries: 20, retryDelay: 100 }))
    const sound = await startSoundDevices()
    undo.add(() => sound.stop())
    const settings = { practice: { seed: 5, pauseSeconds: [2, 3], chatPauseSeconds: [3600, 3600] } }
    const desk = await openHiddenWindow({ settings, env: sound.env })
    undo.add(() => desk.close())
    const { page } = desk
    await page.addInitScript({ content: `globalThis.__name = (f) => f; (${watchCalls.toString()})()` })
    await page.reload()
    await page.getByRole('button', { name: say('signin.go.practice') }).click()
    await page.getByRole('button', { name: say('agent.go-available') }).click()
    await page.getByRole('heading', { name: say('idle.available.heading') }).waitFor()
    await desk.hide()
    const taken: number[] = []
    while (taken.length < calls) {
      taken.push(await ring(desk, sound, join(folder, `${taken.length}.wav`)))
      progress(`hidden ring ${taken.length} of ${calls}`)
    }
    await undo.run()
    return [
      {
        name: 'INVITE → ring heard, window hidden, p95',
        value: percentile(taken, 0.95),
        unit: 'ms',
        atMost: 500,
        detail: `${spread(taken)}; ${taken.map((one) => one.toFixed(0)).join(' ')}`,
      },
    ]
  })
}

/** Milliseconds of one call, which is then given back to the queue. */
async function ring({ page }: HiddenWindow, sound: SoundDevices, file: string): Promise<number> {
  const recording = await sound.record('headset', file)
  const heardAt = await firstSound(file)
  await recording.stop()
  const [{ sentAt }, visibility] = await page.evaluate(
    () => [window.callTimes, document.visibilityState] as const,
  )
  if (visibility !== 'hidden') throw new Error('the window can be seen')
  if (sentAt === undefined) throw new Error('it rang, and nobody called')
  // A real click waits for the next frame, of which a hidden window has none.
  await page.getByRole('button', { name: say('offer.refuse') }).evaluate((button) => {
    if (button instanceof HTMLElement) button.click()
  })
  await page.getByRole('button', { name: say('offer.answer') }).waitFor({ state: 'detached' })
  return heardAt - sentAt
}

/** Epoch milliseconds at which something louder than silence was in the file; looked at all the time. */
async function firstSound(file: string): Promise<number> {
  for (let waited = 0; waited < 15_000; waited += 10) {
    if (existsSync(file) && readFileSync(file).length > 500) {
      const { samples } = readWav(readFileSync(file))
      if (samples.some((sample) => Math.abs(sample) > 0.01)) return Date.now()
    }
    await delay(10)
  }
  throw new Error('nothing was heard')
}
