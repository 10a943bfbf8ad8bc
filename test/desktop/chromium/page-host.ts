import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

import { forwardConsole } from './console-messages.ts'
import type { ConsoleMessage } from './console-messages.ts'
import type { FromPage, ToPage } from '../in-page/messages.ts'
import { bindingName, pageSource, preloadSource, preloadWorldName, receiverName } from '../in-page/source.ts'
import { guardNavigation } from './navigation-guard.ts'
import type { NavigationAttempt } from './navigation-guard.ts'
import type { Schemes } from './schemes.ts'
import type { Target, Targets } from './targets.ts'

export type OpenRequest = Omit<Extract<FromPage, { kind: 'open' }>, 'kind'>

/** What happens in a page; `context` names the document that asked, for the answer. */
export interface PageHostEvents {
  'dom-ready': []
  loaded: []
  painted: []
  'load-failed': [failure: { readonly code: number; readonly reason: string; readonly url: string }]
  navigating: [NavigationAttempt]
  open: [OpenRequest]
  invoke: [message: Extract<FromPage, { kind: 'invoke' }>, context: number]
  ask: [message: Extract<FromPage, { kind: 'ask' }>, context: number]
  'preload-failed': [message: string]
  console: [ConsoleMessage]
  crashed: []
  titled: [title: string]
  state: [state: { readonly focused: boolean; readonly hidden: boolean }]
  gone: []
}

export interface PageHostNeeds {
  readonly targets: Targets
  readonly schemes: Schemes
  readonly size: { readonly width: number; readonly height: number }
  /** Path of the app's preload script; undefined for none. */
  readonly preload: string | undefined
  readonly additionalArguments: readonly string[]
}

/** One window's page in the browser, with the app's preload in a world of its own. */
export class PageHost extends EventEmitter<PageHostEvents> {
  /** The app's URL of the document. */
  url = ''
  isGone = false
  /** DevTools' name of the page; undefined until its window is there. */
  targetId: string | undefined
  readonly #needs: PageHostNeeds
  readonly #opened: Promise<Target>
  /** The preload's world of the current document. */
  #context: number | undefined
  #expectLoad: () => void = () => undefined

  constructor(needs: PageHostNeeds) {
    super()
    this.#needs = needs
    this.#opened = this.#open()
    // Whoever waits for the window is told; an app that does not wait must not end for it.
    this.#opened.catch((error: unknown) => {
      if (!this.isGone) console.error(error)
    })
  }

  /** Loads one of the app's URLs, or any other; resolves when the page has loaded. */
  async load(url: string): Promise<void> {
    const { session } = await this.#opened
    const loaded = new Promise<void>((resolve, reject) => {
      this.once('loaded', resolve)
      this.once('gone', () => reject(new Error(`ERR_ABORTED (-3) loading '${url}'`)))
    })
    loaded.catch(() => undefined)
    this.#expectLoad()
    const result = await session.send('Page.navigate', { url: this.#needs.schemes.toBrowser(url) })
    if (result.errorText !== undefined) this.#failLoad(url, result.errorText.replace('net::', ''))
    // A jump within the document loads nothing.
    if (result.loaderId !== undefined) await loaded
  }

  async reload(): Promise<void> {
    const { session } = await this.#opened
    this.#expectLoad()
    await session.send('Page.reload')
  }

  async focus(): Promise<void> {
    const { session } = await this.#opened
    await session.send('Page.bringToFront')
  }

  async restore(): Promise<void> {
    await this.#needs.targets.restore(await this.#opened)
  }

  async close(): Promise<void> {
    await this.#needs.targets.close(await this.#opened)
  }

  /** Tells the preload's world something: that of the document in `context`, or the current one if there is one. */
  tell(message: ToPage, context = this.#context): void {
    if (context === undefined) return
    const functionDeclaration = `function (message) { ${receiverName}(message) }`
    const call = async (): Promise<void> => {
      const { session } = await this.#opened
      const params = { functionDeclaration, executionContextId: context, arguments: [{ value: message }] }
      await session.send('Runtime.callFunctionOn', params)
    }
    // A document that has gone meanwhile needs no answer.
    call().catch(() => undefined)
  }

  async #open(): Promise<Target> {
    const { targets, size } = this.#needs
    const target = await targets.open()
    const { session } = target
    this.targetId = target.targetId
    targets.watchEnd(target, () => this.#end())
    this.#forward(target)
    await Promise.all([
      session.send('Page.enable'),
      session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      session.send('Runtime.enable'),
      session.send('Log.enable'),
      this.#guard(target),
      this.#inject(target),
    ])
    const resumed = session.send('Runtime.runIfWaitingForDebugger')
    await Promise.all([targets.resize(target, size), resumed])
    return target
  }

  async #inject({ session }: Target): Promise<void> {
    const { preload, additionalArguments } = this.#needs
    const process = {
      platform: globalThis.process.platform,
      type: 'renderer',
      versions: { electron: globalThis.process.versions['electron'] },
      argv: [globalThis.process.execPath, ...additionalArguments],
      env: {},
    }
    const code = preload === undefined ? '' : readFileSync(preload, 'utf8')
    const url = preload === undefined ? 'no-preload' : pathToFileURL(preload).href
    await Promise.all([
      session.send('Runtime.addBinding', { name: bindingName, executionContextName: preloadWorldName }),
      // The page's world is prepared first: the preload's asks it for its end of the link.
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: pageSource() }),
      session.send('Page.addScriptToEvaluateOnNewDocument', {
        source: preloadSource({ code, url, process }),
        worldName: preloadWorldName,
      }),
    ])
  }

  async #guard({ session, targetId }: Target): Promise<void> {
    this.#expectLoad = await guardNavigation(session, {
      mainFrame: targetId,
      schemes: this.#needs.schemes,
      attempt: (attempt) => this.emit('navigating', attempt),
    })
  }

  #forward({ session, targetId }: Target): void {
    const { schemes } = this.#needs
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === bindingName) this.#hear(JSON.parse(payload) as FromPage, executionContextId)
    })
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.#context) this.#context = undefined
    })
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.id === targetId) this.url = schemes.toApp(frame.url)
    })
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId === targetId) this.url = schemes.toApp(url)
    })
    session.on('Page.domContentEventFired', () => this.emit('dom-ready'))
    session.on('Page.loadEventFired', () => this.emit('loaded'))
    session.on('Page.lifecycleEvent', ({ frameId, name }) => {
      if (frameId === targetId && name === 'firstContentfulPaint') this.emit('painted')
    })
    session.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
      const features = windowFeatures.join(',')
      this.emit('open', { url, name: windowName, features, disposition: 'foreground-tab' })
    })
    session.on('Inspector.targetCrashed', () => this.emit('crashed'))
    forwardConsole(session, (message) => this.emit('console', message))
  }

  #hear(message: FromPage, context: number): void {
    switch (message.kind) {
      case 'begun':
        this.#context = context
        this.url = this.#needs.schemes.toApp(message.url)
        return
      case 'invoke':
        return void this.emit('invoke', message, context)
      case 'ask':
        return void this.emit('ask', message, context)
      case 'open':
        return void this.emit('open', message)
      case 'state':
        return void this.emit('state', message)
      case 'titled':
        return void this.emit('titled', message.title)
      case 'preload-failed':
        return void this.emit('preload-failed', message.message)
    }
  }

  #failLoad(url: string, reason: string): never {
    const code = loadErrors[reason] ?? -2
    this.emit('load-failed', { code, reason, url })
    throw new Error(`${reason} (${code}) loading '${url}'`)
  }

  #end(): void {
    if (this.isGone) return
    this.isGone = true
    this.emit('gone')
  }
}

/** Chromium's net_error_list.h, for what a desk may meet. */
const loadErrors: Readonly<Record<string, number>> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_CONNECTION_REFUSED: -102,
  ERR_NAME_NOT_RESOLVED: -105,
}
