import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'

import { CdpConnection } from './cdp.ts'
import { chromiumArgs, windowArgs } from './chromium-args.ts'
import type { ChromiumNeeds } from './chromium-args.ts'

/** Milliseconds that Chromium gets to write its storage before it is ended. */
const closeLimit = 5_000

/** Milliseconds to wait for an earlier Chromium to leave the profile: it may still be going down. */
const profileLimit = 5_000

const lastLines = 20

/** The Chromium that shows the app's windows. It ends when this process does: its debugging pipe breaks. */
export class Chromium {
  readonly cdp: CdpConnection
  /** Resolves when it has ended; to false when it crashed. */
  readonly ended: Promise<boolean>
  /** Epoch milliseconds, with fractions: just before the process was made. */
  readonly startedAt = performance.timeOrigin + performance.now()
  readonly #child: ChildProcess
  readonly #binary: string
  readonly #profile: string
  readonly #said: string[] = []

  private constructor(binary: string, needs: ChromiumNeeds) {
    this.#binary = binary
    this.#profile = needs.profile
    this.#child = spawn(binary, chromiumArgs(needs), { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] })
    this.cdp = new CdpConnection(this.#child)
    this.ended = new Promise((resolve) => {
      this.#child.once('exit', (code) => {
        resolve(code === 0)
      })
      this.#child.once('error', (error) => {
        this.#said.push(error.message)
        resolve(false)
      })
    })
    this.#listen()
  }

  /** Starts it; resolves when it answers. */
  static async start(binary: string, needs: ChromiumNeeds): Promise<Chromium> {
    mkdirSync(needs.profile, { recursive: true })
    await profileFree(needs.profile)
    const chromium = new Chromium(binary, needs)
    try {
      await chromium.cdp.browser.send('Browser.getVersion')
    } catch (cause) {
      throw new Error(`stand-in: ${binary} did not start:\n${chromium.lastWords()}`, { cause })
    }
    return chromium
  }

  /** Opens a window without a browser's toolbars; DevTools tells when it is there. */
  openWindow(url: string): void {
    spawn(this.#binary, windowArgs(this.#profile, url), { stdio: 'ignore' })
  }

  /** Ends it, after it has written its storage. */
  async close(): Promise<void> {
    void this.cdp.browser.send('Browser.close').catch(() => undefined)
    await Promise.race([this.ended, sleep(closeLimit, undefined, { ref: false })])
    this.kill()
  }

  kill(): void {
    this.#child.kill('SIGKILL')
  }

  /** What it said last on stderr. */
  lastWords(): string {
    return this.#said.join('\n')
  }

  #listen(): void {
    const { stderr } = this.#child
    if (!stderr) return
    createInterface({ input: stderr }).on('line', (line) => {
      // Playwright waits for this line.
      if (line.startsWith('DevTools listening on ')) process.stderr.write(`${line}\n`)
      else this.#said.push(line)
      if (this.#said.length > lastLines) this.#said.shift()
    })
  }
}

/** Chromium started on a profile that is still in use would hand over to the old one and end: wait for that one. */
async function profileFree(profile: string): Promise<void> {
  const lock = join(profile, 'SingletonLock')
  const end = Date.now() + profileLimit
  while (isRunning(lockHolder(lock)) && Date.now() < end) await sleep(25)
}

/** Chromium's lock is a link to `host-pid`. */
function lockHolder(lock: string): number {
  try {
    return Number(/-(\d+)$/.exec(readlinkSync(lock))?.[1] ?? Number.NaN)
  } catch {
    return Number.NaN
  }
}

function isRunning(pid: number): boolean {
  try {
    return Number.isInteger(pid) && process.kill(pid, 0)
  } catch {
    return false
  }
}
