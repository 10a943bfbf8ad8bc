import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Page } from 'playwright-core'
import { build } from 'vite'

import { out, root } from '../../../build/bundles.ts'
import { fakeMicrophone, openDeskWindow } from '../../shift/desk-window.ts'
import type { DeskWindow } from '../../shift/desk-window.ts'

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
  const script = await bundle()
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

async function bundle(): Promise<string> {
  const folder = join(out, 'bench', 'cases-page')
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ...{ outDir: folder, emptyOutDir: true, target: 'chrome140' },
      lib: {
        entry: join(root, 'test', 'bench', 'cases', 'page', 'cases-page.ts'),
        formats: ['iife'],
        name: 'casesPage',
        fileName: () => 'cases-page.js',
      },
    },
  })
  return readFileSync(join(folder, 'cases-page.js'), 'utf8')
}
