import type { Page } from 'playwright-core'

import { tones } from './far-end.ts'
import type { Outcome, Tone } from './far-end.ts'
import { secondsOf } from './heard-sound.ts'
import type { PeerOrder } from './page/peer-telephone.ts'

/** What a customer's final answer to their INVITE means to them (RFC 3261 §21). */
export function outcomeOf(status: number | undefined): Outcome {
  if (status === 200) return 'answered'
  if (status === 487) return 'given-up'
  if (status === 486 || status === 480) return 'busy'
  return status === 603 ? 'declined' : 'failed'
}

/** A telephone in a page: SIP.js without anything of the desk's. */
export class Peer {
  readonly #page: Page

  private constructor(page: Page) {
    this.#page = page
  }

  static async open(page: Page, order: PeerOrder): Promise<Peer> {
    await page.evaluate((wanted) => window.openTelephone(wanted), order)
    return new Peer(page)
  }

  call(user: string): Promise<void> {
    return this.#page.evaluate((to) => window.peer.call(to), user)
  }

  hangUp(): Promise<void> {
    return this.#page.evaluate(() => window.peer.hangUp())
  }

  async over(): Promise<Outcome> {
    await this.#page.waitForFunction(() => window.peer.isIdle(), undefined, { polling: 20, timeout: 10_000 })
    return outcomeOf(await this.#page.evaluate(() => window.peer.outcome))
  }

  isIdle(): Promise<boolean> {
    return this.#page.evaluate(() => window.peer.isIdle())
  }

  hold(held: boolean): Promise<void> {
    return this.#page.evaluate((wanted) => window.peer.hold(wanted), held)
  }

  hush(quiet: boolean): Promise<void> {
    return this.#page.evaluate((wanted) => window.peer.hush(wanted), quiet)
  }

  recordingRests(): Promise<boolean> {
    return this.#page.evaluate(() => window.peer.recordingRests)
  }

  handOver(): Promise<void> {
    return this.#page.evaluate(() => window.peer.handOver())
  }

  async heard(tone: Tone): Promise<number> {
    const bytes = Buffer.from(await this.#page.evaluate(() => window.peer.heard()), 'base64')
    const samples = Float32Array.from(
      { length: bytes.length / 2 },
      (_, at) => bytes.readInt16LE(at * 2) / 32_768,
    )
    return secondsOf(samples, tones[tone])
  }

  close(): Promise<void> {
    return this.#page.close()
  }
}
