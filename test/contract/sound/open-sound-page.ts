import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'

import { chromium } from 'playwright-core'
import type { Page } from 'playwright-core'
import { build } from 'vite'

import { findBrowser } from '../../../build/browser.ts'
import { out, root } from '../../../build/bundles.ts'

export interface SoundPage {
  readonly page: Page
  stop(): Promise<void>
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' }

/**
 * Opens the desk's sound and its line check in a real browser with real sound devices.
 * @param env tells the browser where the sound devices are
 */
export async function openSoundPage(env: Readonly<Record<string, string>>): Promise<SoundPage> {
  const folder = join(out, 'contract', 'sound')
  await build({
    configFile: false,
    root: join(root, 'test', 'contract', 'sound', 'page'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, target: 'chrome140', modulePreload: false, minify: false },
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
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${address.port}`)
  await page.waitForFunction(() => 'farEnd' in window)
  return {
    page,
    async stop() {
      await browser.close()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
