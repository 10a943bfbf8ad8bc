import { join } from 'node:path'

import { chromium } from 'playwright-core'
import type { Page } from 'playwright-core'
import { build } from 'vite'

import { findBrowser } from '../../../build/browser.ts'
import { out, root } from '../../../build/bundles.ts'
import { servePageByPipe } from '../../faults/networks/page-by-pipe.ts'

export interface LineBrowser {
  /** A page of its own context, and so of its own process: Chromium slows down a whole process's failing WebSockets. */
  open(): Promise<Page>
  /** Signals every process of the browser, as the computer's sleep stops them all. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void
  stop(): Promise<void>
}

/** @param runs where the browser runs, e.g. `networks.desk.runs`; default: here. */
export async function startLineBrowser(
  runs: (program: string) => Promise<string> = (program) => Promise.resolve(program),
): Promise<LineBrowser> {
  const folder = join(out, 'soak', 'line-page')
  await build({
    configFile: false,
    root: join(root, 'test', 'soak', 'line-page'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, target: 'chrome140', modulePreload: false, minify: false },
  })
  const program = findBrowser()
  if (!program) throw new Error('No browser: npm test installs chromium where it may.')
  const server = await chromium.launchServer({
    executablePath: await runs(program),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--allow-loopback-in-peer-connection',
      '--autoplay-policy=no-user-gesture-required',
      // Says its own addresses as they are: nothing that goes by a relay may depend on their being hidden.
      '--disable-features=WebRtcHideLocalIpsWithMdns',
    ],
  })
  const { pid } = server.process()
  if (pid === undefined) throw new Error('a browser that runs has a process')
  const browser = await chromium.connect(server.wsEndpoint())
  return {
    async open() {
      const context = await browser.newContext()
      const origin = await servePageByPipe(context, folder)
      const page = await context.newPage()
      await page.goto(origin)
      await page.waitForFunction(() => 'openLine' in window)
      return page
    },
    // The driver starts it in a process group of its own.
    signal: (signal) => process.kill(-pid, signal),
    stop: () => server.close(),
  }
}
