import { join } from 'node:path'

import type { Page } from 'playwright-core'

import { root } from '../../../build/bundles.ts'
import type { AudioRole } from '../../../renderer/domain/audio-devices.ts'
import type { CallFact } from '../../../renderer/domain/call.ts'
import type { CallId } from '../../../renderer/domain/ids.ts'
import type { TelephonyFact } from '../../../renderer/ports/telephony.ts'
import { openBrowserWithSound } from '../browser-with-sound.ts'

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

/** Opens the telephone adapter in a real browser with real sound devices. */
export async function openDeskPage(env: Readonly<Record<string, string>>): Promise<DeskPage> {
  const { browser, origin, stop } = await openBrowserWithSound({
    pages: join(root, 'test', 'contract', 'telephony', 'page'),
    input: ['index.html', 'peer.html'],
    env,
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
    stop,
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
