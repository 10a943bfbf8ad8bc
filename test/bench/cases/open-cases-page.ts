import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { chromium } from 'playwright-core'
import type { Page } from 'playwright-core'
import { build } from 'vite'

import { findBrowser } from '../../../build/browser.ts'
import { out, root } from '../../../build/bundles.ts'
import { servePageByPipe } from '../../faults/networks/page-by-pipe.ts'

export interface CasesPage {
  readonly page: Page
  stop(): Promise<void>
}

/** The page in a browser with a profile on the disk: without one Chromium keeps IndexedDB in memory. */
export async function openCasesPage(): Promise<CasesPage> {
  const folder = join(out, 'bench', 'cases-page')
  await build({
    configFile: false,
    root: join(root, 'test', 'bench', 'cases', 'page'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, target: 'chrome140', modulePreload: false },
  })
  const program = findBrowser()
  if (!program) throw new Error('No browser: npm test installs chromium where it may.')
  const profile = mkdtempSync(join(tmpdir(), 'foyer-cases-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  const stop = async (): Promise<void> => {
    await context.close()
    rmSync(profile, { recursive: true, force: true })
  }
  try {
    const origin = await servePageByPipe(context, folder)
    const page = await context.newPage()
    await page.goto(origin)
    await page.waitForFunction(() => 'caseBench' in window)
    return { page, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
