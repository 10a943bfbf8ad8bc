import type { Page } from 'playwright-core'

import { fakeMicrophone, openDeskWindow } from '../../shift/desk-window.ts'
import type { DeskWindow } from '../../shift/desk-window.ts'
import { bundlePage } from '../bundle-page.ts'

export interface CasesPage {
  readonly desk: DeskWindow
  readonly page: Page
  /** Loads the desk's page anew, as it is after a start. */
  reload(): Promise<void>
  stop(): Promise<void>
}

/**
 * The started desk at its first screen, with the bench in its page: the same database, key and journal as a shift of
 * practice has, and nothing in the desk itself that knows of a bench.
 */
export async function openCasesPage(): Promise<CasesPage> {
  const script = await bundlePage('cases', 'cases-page')
  const desk = await openDeskWindow({ language: 'en', switches: fakeMicrophone })
  const { page } = desk
  const start = async (): Promise<void> => {
    // By the debugger: the page's policy lets no script in from outside.
    await page.evaluate(script)
    await page.evaluate(() => window.startCaseBench())
  }
  const stop = (): Promise<void> => desk.close()
  try {
    await start()
  } catch (error) {
    await stop()
    throw error
  }
  return {
    ...{ desk, page, stop },
    async reload() {
      await page.reload()
      await page.getByRole('heading', { level: 1 }).waitFor()
      await start()
    },
  }
}
