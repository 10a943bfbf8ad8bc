import { join } from 'node:path'

import { chromium } from 'playwright-core'
import type { Page } from 'playwright-core'
import { build } from 'vite'

import { findBrowser } from '../../../build/browser.ts'
import { out, root } from '../../../build/bundles.ts'
import { servePageByPipe } from '../networks/page-by-pipe.ts'

export interface CallPage {
  readonly page: Page
  stop(): Promise<void>
}

/** Makes the bundle; returns its folder. */
export async function bundleCallPage(): Promise<string> {
  const folder = join(out, 'faults', 'call-page')
  await build({
    configFile: false,
    root: join(root, 'test', 'faults', 'call-page'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, target: 'chrome140', modulePreload: false, minify: false },
  })
  return folder
}

/**
 * Opens the page in a browser with a microphone that beeps.
 * @param runs where the browser runs, e.g. `networks.desk.runs`; default: here.
 */
export async function openCallPage(
  folder: string,
  runs: (program: string) => Promise<string> = (program) => Promise.resolve(program),
): Promise<CallPage> {
  const program = findBrowser()
  if (!program) throw new Error('No browser: npm test installs chromium where it may.')
  const browser = await chromium.launch({
    executablePath: await runs(program),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--allow-loopback-in-peer-connection',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      // Says its own addresses as they are: nothing that goes by a relay may depend on their being hidden.
      '--disable-features=WebRtcHideLocalIpsWithMdns',
    ],
  })
  const context = await browser.newContext()
  const origin = await servePageByPipe(context, folder)
  const page = await context.newPage()
  await page.goto(origin)
  await page.waitForFunction(() => 'candidates' in window)
  return { page, stop: () => browser.close() }
}
