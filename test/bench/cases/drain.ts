import type { CasesPage } from './open-cases-page.ts'
import type { Frames } from './page/frames.ts'
import { progress } from './progress.ts'
import { signIn } from './sign-in.ts'

export interface Drained {
  /** Entries that waited when the frames began to be counted. */
  readonly entries: number
  /** Of which the case system has not taken these. */
  readonly left: number
  readonly seconds: number
  readonly frames: Frames
}

/** Milliseconds in which a thousand entries must have been sent. */
const patience = 300_000

/**
 * Signs in to practice, whose case system is there: the desk sends what waits, with the list of it on the screen. The
 * frames count from the moment when that list is shown.
 */
export async function drain(opened: CasesPage): Promise<Drained> {
  const { desk, page } = opened
  const { say } = desk
  await opened.reload()
  await signIn(opened)
  await page.getByRole('button', { name: say('cases.rail.open') }).click()
  await page.getByRole('radio', { name: say('cases.view.unsent') }).click()
  await page.locator('.case-item').first().waitFor()
  const begin = Date.now()
  let last = ''
  const entries = await page.evaluate(async () => {
    window.caseBench.watchFrames()
    return (await window.caseBench.waiting()).underWay
  })
  while (Date.now() - begin < patience) {
    const { underWay, needsAgent } = await page.evaluate(() => window.caseBench.waiting())
    if (underWay === 0) {
      const frames = await page.evaluate(() => window.caseBench.frames())
      return { entries, left: needsAgent, seconds: (Date.now() - begin) / 1000, frames }
    }
    last = `${underWay} under way, ${needsAgent} for the agent to decide`
    progress(`entries to send: ${underWay}`)
    await page.waitForTimeout(1_000)
  }
  throw new Error(`the outbox was not emptied: ${last}`)
}
