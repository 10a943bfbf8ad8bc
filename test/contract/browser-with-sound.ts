import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'

import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { build } from 'vite'

import { findBrowser } from '../../build/browser.ts'

export interface BrowserWithSound {
  readonly browser: Browser
  /** Where the pages are. */
  readonly origin: string
  readonly stop: () => Promise<void>
}

export interface BrowserSetup {
  /** The folder of the pages' sources. */
  readonly pages: string
  /** The pages in it. */
  readonly input: readonly string[]
  /** Tells the browser where the sound devices are. */
  readonly env: Readonly<Record<string, string>>
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' }

/** A real browser with real sound devices, and pages of the desk's own parts for it, served on loopback. */
export async function openBrowserWithSound({ pages, input, env }: BrowserSetup): Promise<BrowserWithSound> {
  // Two test files may build at the same moment.
  const folder = mkdtempSync(join(tmpdir(), 'foyer-pages-'))
  await build({
    configFile: false,
    root: pages,
    logLevel: 'error',
    build: {
      ...{ outDir: folder, emptyOutDir: true, target: 'chrome140', modulePreload: false, minify: false },
      rolldownOptions: { input: input.map((page) => join(pages, page)) },
    },
  })
  const server = createServer(({ url = '/' }, response) => {
    const file = url === '/' ? '/index.html' : url
    response.setHeader('content-type', types[extname(file)] ?? 'text/plain')
    try {
      response.end(readFileSync(join(folder, file)))
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('a TCP server has a port')
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('No browser: npm test installs chromium where it may.')
  const browser = await chromium.launch({
    executablePath,
    ignoreDefaultArgs: ['--mute-audio'],
    env: { ...(process.env as Record<string, string>), ...env },
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--allow-loopback-in-peer-connection',
      '--autoplay-policy=no-user-gesture-required',
      '--use-fake-ui-for-media-stream',
    ],
  })
  return {
    browser,
    origin: `http://127.0.0.1:${address.port}`,
    async stop() {
      await browser.close()
      await new Promise((resolve) => server.close(resolve))
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}
