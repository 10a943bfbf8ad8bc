import type { Page } from 'playwright-core'

import { fakeMicrophone, openDeskWindow } from '../shift/desk-window.ts'
import type { DeskWindow } from '../shift/desk-window.ts'
import { watchCalls } from './call-clock.ts'
import type { CallTimes } from './call-clock.ts'
import { percentile, spread } from './figure.ts'
import type { Bench } from './figure.ts'

const count = 20

/** From the INVITE to the ring on the screen, and from the click to the customer's first sound. */
export const calls: Bench = {
  name: 'calls',
  about: `INVITE→ring painted and answer click→first sound, over ${count} practice calls`,
  async run() {
    const desk = await openDeskWindow({
      language: 'en',
      settings: { practice: { seed: 20_261_123, pauseSeconds: [0.2, 0.5], chatPauseSeconds: [3600, 3600] } },
      switches: fakeMicrophone,
    })
    const taken: CallTimes[] = []
    try {
      // tsx names functions through a helper that the page does not have.
      await desk.page.addInitScript({ content: `globalThis.__name = (f) => f; (${watchCalls.toString()})()` })
      await desk.page.reload()
      await desk.page.getByRole('button', { name: desk.say('signin.go.practice') }).click()
      await desk.page.getByRole('button', { name: desk.say('agent.go-available') }).click()
      while (taken.length < count) {
        taken.push(await takeCall(desk))
        process.stderr.write(`\rcall ${taken.length} of ${count}`)
      }
      process.stderr.write('\n')
    } finally {
      await desk.close()
    }
    const ring = taken.map(({ sentAt, ringPaintedAt }) => between(sentAt, ringPaintedAt))
    const sound = taken.map(({ clickedAt, firstSoundAt }) => between(clickedAt, firstSoundAt))
    return [
      {
        name: 'INVITE → ring painted, p95',
        value: percentile(ring, 0.95),
        unit: 'ms',
        atMost: 100,
        detail: spread(ring),
      },
      {
        name: 'answer click → first sound, p95',
        value: percentile(sound, 0.95),
        unit: 'ms',
        atMost: 300,
        detail: spread(sound),
      },
    ]
  },
}

async function takeCall({ page, say }: DeskWindow): Promise<CallTimes> {
  const button = (name: string) => page.getByRole('button', { name })
  await button(say('offer.answer')).waitFor()
  // An agent looks before they answer; and the two measurements must not disturb each other.
  await page.waitForTimeout(300)
  await button(say('offer.answer')).click()
  const times = await soundHeard(page)
  await button(say('call.hang-up')).click()
  await page.getByRole('main').getByText(say('disposition.resolved')).click()
  await button(say('wrapup.next')).click()
  return times
}

/** Asked from outside: the page's policy forbids what Playwright's own waiting would run inside. */
async function soundHeard(page: Page): Promise<CallTimes> {
  for (let waited = 0; waited < 10_000; waited += 20) {
    const times = await page.evaluate(() => window.callTimes)
    if (times.firstSoundAt !== undefined) return times
    await page.waitForTimeout(20)
  }
  throw new Error('the customer was never heard')
}

function between(from: number | undefined, to: number | undefined): number {
  if (from === undefined || to === undefined) throw new Error('a call was taken without being timed')
  return to - from
}
