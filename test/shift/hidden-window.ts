import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { chromium } from 'playwright-core'
import type { Page } from 'playwright-core'

import { root } from '../../build/bundles.ts'

export interface HiddenWindow {
  readonly page: Page
  /** Minimises the window; resolves when the page says that it is hidden. */
  hide(): Promise<void>
  close(): Promise<void>
}

export interface HiddenWindowSetup {
  readonly settings: unknown
  /** Sound devices. */
  readonly env: Readonly<Record<string, string>>
}

/**
 * The built desk in a window that can be hidden. Playwright's drivers pretend that every page is in front
 * (Emulation.setFocusEmulationEnabled), so this one joins the browser from outside and pretends nothing. Hidden timers
 * are slowed down as any browser does it.
 */
export async function openHiddenWindow({ settings, env }: HiddenWindowSetup): Promise<HiddenWindow> {
  const userData = mkdtempSync(join(tmpdir(), 'foyer-hidden-'))
  writeFileSync(join(userData, 'settings.json'), JSON.stringify(settings))
  writeFileSync(join(userData, 'preferences.json'), JSON.stringify({ language: 'en' }))
  const child = spawn(
    process.execPath,
    [
      join(root, 'test', 'desktop', 'electron'),
      '--remote-debugging-port=0',
      `--user-data-dir=${userData}`,
      root,
    ],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      // Without a window manager only a browser without a screen can be minimised.
      env: {
        ...process.env,
        ...env,
        STANDIN_HEADLESS: '1',
        STANDIN_THROTTLE_HIDDEN: '1',
        STANDIN_KEYSTORE: 'gnome_libsecret',
      },
    },
  )
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    })
    void ended.then(() => reject(new Error(`the desk ended before its window was there: ${said}`)))
  })
  const browser = await chromium.connectOverCDP(address, { noDefaults: true })
  const context = browser.contexts()[0]
  if (!context) throw new Error('the browser has no window')
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  const close = async (): Promise<void> => {
    await browser.close()
    child.kill()
    await ended
    rmSync(userData, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
  try {
    await page.getByRole('heading', { level: 1 }).waitFor()
  } catch (error) {
    await close()
    throw error
  }
  return {
    ...{ page, close },
    async hide() {
      const session = await context.newCDPSession(page)
      const { windowId } = await session.send('Browser.getWindowForTarget')
      await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'minimized' } })
      for (let waited = 0; waited < 5_000; waited += 50) {
        if ((await page.evaluate(() => document.visibilityState)) === 'hidden') return
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      throw new Error('the window is still visible')
    },
  }
}
