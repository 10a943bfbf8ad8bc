import { join } from 'node:path'

import type { Page } from 'playwright-core'

import { root } from '../../../build/bundles.ts'
import { openBrowserWithSound } from '../browser-with-sound.ts'

export interface SoundPage {
  readonly page: Page
  stop(): Promise<void>
}

/**
 * Opens the desk's sound and its line check in a real browser with real sound devices.
 * @param env tells the browser where the sound devices are
 */
export async function openSoundPage(env: Readonly<Record<string, string>>): Promise<SoundPage> {
  const pages = join(root, 'test', 'contract', 'sound', 'page')
  const { browser, origin, stop } = await openBrowserWithSound({ pages, input: ['index.html'], env })
  const page = await browser.newPage()
  await page.goto(origin)
  await page.waitForFunction(() => 'farEnd' in window)
  return { page, stop }
}
