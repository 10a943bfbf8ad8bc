import { fakeMicrophone, openDeskWindow } from '../../shift/desk-window.ts'
import type { DeskWindow } from '../../shift/desk-window.ts'
import { bundlePage } from '../bundle-page.ts'

/** The first customer calls a moment after the agent has become available. */
const settings = { practice: { seed: 11, pauseSeconds: [0.5, 1], chatPauseSeconds: [3600, 3600] } }

/**
 * A desk in a shift of practice, with the bench in its page: the same database and key as the desk's own, and nothing in
 * the desk itself that knows of a bench.
 */
export async function openTimelinePage(): Promise<DeskWindow> {
  const script = await bundlePage('timeline', 'timeline-page')
  const desk = await openDeskWindow({ language: 'en', settings, switches: fakeMicrophone })
  const { page, say } = desk
  try {
    // By the debugger: the page's policy lets no script in from outside.
    await page.evaluate(script)
    await page.getByRole('button', { name: say('signin.go.practice') }).click()
    await page.getByRole('button', { name: say('agent.go-available') }).waitFor()
    await page.evaluate(() => window.timelineBench.openStore())
  } catch (error) {
    await desk.close()
    throw error
  }
  return desk
}
