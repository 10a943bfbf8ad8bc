import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'

import { chromium } from 'playwright-core'
import type { Page } from 'playwright-core'
import { build } from 'vite'

import { findBrowser } from '../../../build/browser.ts'
import { root } from '../../../build/bundles.ts'
import type { AudioRole } from '../../../renderer/domain/audio-devices.ts'
import type { CallFact } from '../../../renderer/domain/call.ts'
import type { CallId } from '../../../renderer/domain/ids.ts'
import type { TelephonyFact } from '../../../renderer/ports/telephony.ts'

export interface DeskPage {
  readonly page: Page
  readonly origin: string
  /** Waits for a fact that has not been waited for before. */
  fact<K extends TelephonyFact['kind']>(kind: K): Promise<Extract<TelephonyFact, { kind: K }>>
  offered(): Promise<CallId>
  ended(): Promise<Extract<CallFact, { kind: 'call-ended' }>['cause']>
  /** Chooses a device by the name that the agent sees, as soon as it is listed; `undefined` is the system's own. */
  choose(role: AudioRole, label: string | undefined): Promise<void>
  /** A page for somebody else's telephone, in the same browser. */
  openPeer(): Promise<Page>
  stop(): Promise<void>
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' }

/** Opens the telephone adapter in a real browser with real sound devices. */
export async function openDeskPage(env: Readonly<Record<string, string>>): Promise<DeskPage> {
  // Two test files may build at the same moment.
  const folder = mkdtempSync(join(tmpdir(), 'foyer-pages-'))
  const pages = join(root, 'test', 'contract', 'telephony', 'page')
  await build({
    configFile: false,
    root: pages,
    logLevel: 'error',
    build: {
      ...{ outDir: folder, emptyOutDir: true, target: 'chrome140', modulePreload: false, minify: false },
      rolldownOptions: { input: ['index.html', 'peer.html'].map((page) => join(pages, page)) },
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
  const origin = `http://127.0.0.1:${address.port}`
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
  await page.goto(origin)
  await page.waitForFunction(() => 'telephony' in window)

  const fact: DeskPage['fact'] = async (kind) => {
    const waiting = page.waitForFunction((wanted) => window.facts.some((one) => one.kind === wanted), kind, {
      polling: 10,
      timeout: 10_000,
    })
    await waiting.catch(async () => {
      const facts = await page.evaluate(() => JSON.stringify(window.facts))
      throw new Error(`no ${kind} came; there were ${facts}`)
    })
    const found = await page.evaluate((wanted) => {
      const index = window.facts.findIndex((one) => one.kind === wanted)
      return window.facts.splice(index, 1)[0]
    }, kind)
    return found as Extract<TelephonyFact, { kind: typeof kind }>
  }
  return {
    page,
    origin,
    fact,
    offered: async () => (await fact('call-offered')).call,
    ended: async () => (await fact('call-ended')).cause,
    choose: (role, label) => choose(page, role, label),
    async openPeer() {
      const peer = await browser.newPage()
      await peer.goto(`${origin}/peer.html`)
      await peer.waitForFunction(() => 'openTelephone' in window)
      return peer
    },
    async stop() {
      await browser.close()
      await new Promise((resolve) => server.close(resolve))
      rmSync(folder, { recursive: true })
    },
  }
}

async function choose(page: Page, role: AudioRole, label: string | undefined): Promise<void> {
  const device = await page.waitForFunction(
    ([wanted, name]) => {
      const found = window.devices.devices().present[wanted].find((one) => one.label === name)
      return name === null ? { id: undefined } : found
    },
    [role, label ?? null] as const,
  )
  const id = await device.evaluate((found) => found?.id)
  await page.evaluate(([wanted, chosen]) => window.devices.choose(wanted, chosen), [role, id] as const)
}
