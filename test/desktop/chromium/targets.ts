import { blankHost } from './app-server.ts'
import type { CdpSession } from './cdp.ts'
import type { Chromium } from './chromium.ts'

/** A window's page in the browser, paused before anything runs in it. */
export interface Target {
  readonly targetId: string
  readonly session: CdpSession
}

/** Milliseconds that a window which the app did not open may stay, if it asks for nothing. */
const strangerLimit = 300

/** Milliseconds within which a window must be there. */
const openLimit = 20_000

/** The browser's windows: opens the app's, and closes every other before it has loaded anything. */
export class Targets {
  readonly #chromium: Chromium
  readonly #browser: CdpSession
  readonly #headed: boolean
  readonly #awaited = new Map<string, (target: Target) => void>()
  readonly #gone = new Map<string, () => void>()
  #lastWindow = 0

  private constructor(chromium: Chromium, headed: boolean) {
    this.#chromium = chromium
    this.#browser = chromium.cdp.browser
    this.#headed = headed
  }

  static async watch(chromium: Chromium, headed: boolean): Promise<Targets> {
    const targets = new Targets(chromium, headed)
    const browser = targets.#browser
    browser.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      const { targetId, url } = targetInfo
      const target = { targetId, session: chromium.cdp.session(sessionId) }
      const awaiting = targets.#awaited.get(url)
      targets.#awaited.delete(url)
      if (awaiting) awaiting(target)
      else void targets.#refuse(target, url).catch(() => undefined)
    })
    browser.on('Target.targetDestroyed', ({ targetId }) => targets.#gone.get(targetId)?.())
    await browser.send('Target.setDiscoverTargets', { discover: true })
    await browser.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter: [{ type: 'page' }, { exclude: true }],
    })
    return targets
  }

  /** Opens an empty window. Its page is paused until it is told to run. */
  async open(): Promise<Target> {
    const number = ++this.#lastWindow
    const url = this.#headed ? `http://${blankHost}/${number}` : `about:blank#${number}`
    const opened = new Promise<Target>((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error('stand-in: no window was opened')), openLimit)
      this.#awaited.set(url, (target) => {
        clearTimeout(limit)
        resolve(target)
      })
    })
    if (this.#headed) this.#chromium.openWindow(url)
    else await this.#browser.send('Target.createTarget', { url, newWindow: true })
    return opened
  }

  watchEnd({ targetId }: Target, gone: () => void): void {
    this.#gone.set(targetId, gone)
  }

  async resize({ targetId }: Target, size: { width: number; height: number }): Promise<void> {
    const { windowId } = await this.#browser.send('Browser.getWindowForTarget', { targetId })
    await this.#browser.send('Browser.setContentsSize', { windowId, ...size })
  }

  async restore({ targetId }: Target): Promise<void> {
    const { windowId } = await this.#browser.send('Browser.getWindowForTarget', { targetId })
    await this.#browser.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } })
  }

  async close({ targetId }: Target): Promise<void> {
    await this.#browser.send('Target.closeTarget', { targetId })
  }

  /** The browser has ended, and every window with it. */
  endAll(): void {
    for (const gone of this.#gone.values()) gone()
  }

  /** A popup that came past the page's own guard: its request fails, then it is closed. */
  async #refuse({ session, targetId }: Target, url: string): Promise<void> {
    const resume = (): Promise<unknown> => session.send('Runtime.runIfWaitingForDebugger')
    if (url.startsWith('devtools://')) {
      await resume()
      return
    }
    const close = (): void =>
      void this.#browser.send('Target.closeTarget', { targetId }).catch(() => undefined)
    session.on('Fetch.requestPaused', ({ requestId }) => {
      void session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }).finally(close)
    })
    await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
    setTimeout(close, strangerLimit)
    // Its opener may share its thread and waits too.
    await resume()
  }
}
