import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { _electron } from 'playwright-core'
import type { ElectronApplication, Page } from 'playwright-core'

import { out, root } from '../../build/bundles.ts'
import type { Language } from '../../renderer/domain/language.ts'
import { sayIn } from '../../renderer/words/say.ts'
import type { Say } from '../../renderer/words/say.ts'
import { axeViolations } from './accessibility.ts'

export interface DeskWindowSetup {
  readonly language: Language
  /** `settings.json`, as IT would place it. */
  readonly settings?: unknown
  /** An earlier window's folder, for what is there again after a restart. */
  readonly userData?: string
  /** Screen and sound devices. */
  readonly env?: Readonly<Record<string, string>>
  /** Chromium's switches. */
  readonly switches?: readonly string[]
}

export interface ShownNotice {
  readonly title: string
  readonly body: string
  readonly isShown: boolean
}

export interface DeskWindow {
  readonly app: ElectronApplication
  readonly page: Page
  readonly say: Say
  readonly userData: string
  /** What the page's console said, problems only. */
  readonly complaints: readonly string[]
  /** Kept under out/screenshots for whoever wants to look. */
  screenshot(name: string): Promise<void>
  /** A screenshot, of a screen in which axe finds nothing wrong. @throws Error with what it found */
  accessibleScreenshot(name: string): Promise<void>
  /** The system's notices that the desk has shown; seen by the stand-in only. */
  notices(): Promise<readonly ShownNotice[]>
  /** Ends the app; the folder stays for a restart unless it is the last time. */
  close(options?: { readonly keep: boolean }): Promise<void>
}

// Electron's own hook, read where its package is loaded: in this process.
if (process.env['FOYER_ELECTRON'] !== 'real')
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = join(root, 'test', 'desktop')

/**
 * Opens the built desk as `npm start` does, through Playwright's Electron driver. Where the machine has no Electron
 * binary the stand-in is in its place; FOYER_ELECTRON=real drives the real one.
 */
export async function openDeskWindow(setup: DeskWindowSetup): Promise<DeskWindow> {
  const userData = setup.userData ?? mkdtempSync(join(tmpdir(), 'foyer-desk-'))
  writeFileSync(join(userData, 'preferences.json'), JSON.stringify({ language: setup.language }))
  if (setup.settings !== undefined)
    writeFileSync(join(userData, 'settings.json'), JSON.stringify(setup.settings))
  const app = await _electron.launch({
    cwd: root,
    args: [`--user-data-dir=${userData}`, ...(setup.switches ?? []), '.'],
    env: { ...(process.env as Record<string, string>), STANDIN_KEYSTORE: 'gnome_libsecret', ...setup.env },
  })
  const complaints: string[] = []
  const page = await app.firstWindow()
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.getByRole('heading', { level: 1 }).waitFor()
  const folder = join(out, 'screenshots')
  mkdirSync(folder, { recursive: true })
  const screenshot = async (name: string): Promise<void> => {
    await page.screenshot({ path: join(folder, `${name}.${setup.language}.png`) })
  }
  return {
    ...{ app, page, userData, complaints, screenshot },
    say: sayIn(setup.language),
    async accessibleScreenshot(name) {
      await screenshot(name)
      const violations = await axeViolations(page)
      if (violations.length > 0) throw new Error(`${name} is not accessible:\n${violations.join('\n')}`)
    },
    notices: () =>
      app.evaluate((electron) => {
        const { notifications } = Reflect.get(electron, '__standIn') as { notifications: ShownNotice[] }
        return notifications.map(({ title, body, isShown }) => ({ title, body, isShown }))
      }),
    async close({ keep } = { keep: false }) {
      await app.close()
      if (!keep) rmSync(userData, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}

/** A microphone that is always there, for what is not about sound. */
export const fakeMicrophone: readonly string[] = ['--use-fake-device-for-media-stream']
