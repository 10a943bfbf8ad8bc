import type { Page } from 'playwright-core'

import { fakeMicrophone, openDeskWindow } from '../../shift/desk-window.ts'
import type { DeskWindow } from '../../shift/desk-window.ts'
import { bundlePage } from '../bundle-page.ts'

export interface GuidesPage {
  readonly desk: DeskWindow
  readonly page: Page
  /** Loads the desk's page anew, as it is after a start: nothing of the packs is in memory. */
  reload(): Promise<void>
  stop(): Promise<void>
}

/** Keeps a hand on the desk's own worker, by whose side the bench asks its questions. */
const keepWorkers = `
  window.benchWorkers = [];
  window.Worker = class extends Worker {
    constructor(...given) {
      super(...given);
      window.benchWorkers.push(this);
    }
  };`

/** The started desk at its first screen, with the bench in its page; the worker is the desk's own, as it is built. */
export async function openGuidesPage(settings: unknown): Promise<GuidesPage> {
  const script = await bundlePage('guides', 'guides-page')
  const desk = await openDeskWindow({ language: 'en', switches: fakeMicrophone, settings })
  const { page } = desk
  const reload = async (): Promise<void> => {
    await page.reload()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForFunction(() => window.benchWorkers.length > 0)
    // By the debugger: the page's policy lets no script in from outside.
    await page.evaluate(script)
  }
  try {
    await page.addInitScript(keepWorkers)
    await reload()
  } catch (error) {
    await desk.close()
    throw error
  }
  return { desk, page, reload, stop: () => desk.close() }
}
