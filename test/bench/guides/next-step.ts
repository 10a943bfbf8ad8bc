import { fakeMicrophone, openDeskWindow } from '../../shift/desk-window.ts'
import { percentile, spread } from '../figure.ts'
import type { Figure } from '../figure.ts'

/** Answers that are measured. */
const times = 40

/** The customer comes at once; by the fixed order it is one of the passport line. */
const settings = { practice: { seed: 7, pauseSeconds: [0.2, 0.4], chatPauseSeconds: [3600, 3600] } }

declare global {
  interface Window {
    /** Milliseconds of each answer: from the key until the step after it was painted. */
    benchSteps: number[]
  }
}

/** In the page: what a key that answers leads to, and when it is seen. */
function watchSteps(): void {
  window.benchSteps = []
  let pressed: number | undefined
  const observer = new MutationObserver(() => {
    if (pressed === undefined || !document.querySelector('[data-guide-field="old_passport"]')) return
    const begin = pressed
    pressed = undefined
    // The frame that has it is drawn when the turn after it begins.
    requestAnimationFrame(() => setTimeout(() => window.benchSteps.push(performance.now() - begin)))
  })
  observer.observe(document.body, { subtree: true, childList: true })
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter' && document.querySelector('[data-guide-field="already_sent"]'))
        pressed = event.timeStamp
    },
    true,
  )
}

/** A call of practice with a guide: its first question is answered, and again after each way back. */
export async function nextStep(): Promise<Figure> {
  const desk = await openDeskWindow({ language: 'en', switches: fakeMicrophone, settings })
  const { page, say } = desk
  const button = (name: string) => page.getByRole('button', { name })
  try {
    await button(say('signin.go.practice')).click()
    await button(say('agent.go-available')).click()
    await button(say('offer.answer')).waitFor()
    await page.keyboard.press('F2')
    await page.locator('.call-bar').getByText(say('call.state.connected'), { exact: true }).waitFor()
    await page.keyboard.type('renew renewal expired')
    await button(say('guide.begin', { guide: 'Renew a passport' })).press('Enter')
    await page.getByRole('radio', { name: 'not yet' }).press('Space')
    await page.evaluate(watchSteps)
    for (let nth = 1; nth <= times; nth += 1) {
      await page.getByRole('radio', { name: 'not yet' }).press('Enter')
      await page.waitForFunction((count) => window.benchSteps.length === count, nth)
      await button(say('guide.back')).press('Enter')
      await page.locator('[data-guide-field="already_sent"]').waitFor()
    }
    const took = await page.evaluate(() => window.benchSteps)
    return {
      ...{ name: 'the next step shown after an answer, p95', value: percentile(took, 0.95), unit: 'ms' },
      ...{ atMost: 50, detail: `${spread(took)}; from the key to the frame, in a call, saved in between` },
    }
  } finally {
    await desk.close()
  }
}
