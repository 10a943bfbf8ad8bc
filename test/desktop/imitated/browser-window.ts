import { App } from './app.ts'
import { ImitatedEmitter, createEvent } from './imitated-emitter.ts'
import { strict } from './not-imitated.ts'
import { PageHost } from '../chromium/page-host.ts'
import type { StandIn } from './stand-in.ts'
import { WebContents } from './web-contents.ts'
import { checkWindowOptions } from './window-options.ts'
import type { WindowOptions } from './window-options.ts'

const events = ['closed', 'close', 'ready-to-show', 'focus', 'page-title-updated']

/** Electron's defaults, in device-independent pixels. */
const defaultSize = { width: 800, height: 600 }

let lastId = 0

/** Makes Electron's BrowserWindow class for one stand-in. */
export function createBrowserWindow(standIn: StandIn): object {
  return strict(
    'BrowserWindow',
    class BrowserWindow extends ImitatedEmitter {
      readonly id = ++lastId
      readonly webContents: WebContents
      readonly #host: PageHost
      #title: string
      #isVisible: boolean
      #isFocused = false
      #isHidden = false

      static getAllWindows(): object[] {
        return standIn.windows.all().map(({ window }) => window)
      }

      static fromWebContents(contents: object): object | null {
        return standIn.windows.of(contents)?.window ?? null
      }

      static getFocusedWindow(): object | null {
        return standIn.windows.all().find(({ isFocused }) => isFocused())?.window ?? null
      }

      constructor(options: WindowOptions = {}) {
        super('BrowserWindow', events)
        checkWindowOptions(options)
        const { targets, schemes } = standIn
        if (!targets) throw new Error('Cannot create BrowserWindow before app is ready')
        this.#title = options.title ?? standIn.app.name
        this.#isVisible = options.show ?? true
        this.#host = new PageHost({
          targets,
          schemes,
          size: { width: options.width ?? defaultSize.width, height: options.height ?? defaultSize.height },
          preload: options.webPreferences?.preload,
          additionalArguments: options.webPreferences?.additionalArguments ?? [],
        })
        const contents = new WebContents(standIn, { host: this.#host, close: () => this.close() })
        this.webContents = strict('webContents', contents, () => this.#host.isGone)
        WebContents.connect(contents, this.webContents)
        const self = strict('BrowserWindow', this, () => this.#host.isGone)
        this.#connect(self)
        standIn.app.emit('web-contents-created', createEvent(), this.webContents)
        standIn.app.emit('browser-window-created', createEvent(), self)
        return self
      }

      loadURL(url: string): Promise<void> {
        const loaded = standIn.permissions
          .applyChecks({ webContents: this.webContents, url })
          .then(() => this.#host.load(url))
        // As in Electron: whoever does not wait for it need not handle its failure.
        loaded.catch(() => undefined)
        return loaded
      }

      show(): void {
        this.#isVisible = true
        this.focus()
      }

      focus(): void {
        this.#host.focus().catch(() => undefined)
      }

      restore(): void {
        this.#host.restore().catch(() => undefined)
      }

      isMinimized(): boolean {
        return this.#isHidden
      }

      isVisible(): boolean {
        return this.#isVisible && !this.#isHidden
      }

      isFocused(): boolean {
        return this.#isFocused
      }

      isDestroyed(): boolean {
        return this.#host.isGone
      }

      flashFrame(flag: boolean): void {
        standIn.record.log.push({ what: 'BrowserWindow.flashFrame', with: [flag] })
      }

      setTitle(title: string): void {
        this.#title = title
      }

      getTitle(): string {
        return this.#title
      }

      close(): void {
        standIn.windows.of(this.webContents)?.close()
      }

      destroy(): void {
        standIn.windows.of(this.webContents)?.destroy()
      }

      #connect(self: object): void {
        let wasAsked = false
        const destroy = (): void => {
          wasAsked = true
          this.#host.close().catch(() => undefined)
        }
        standIn.windows.add({
          window: self,
          contents: this.webContents,
          targetId: () => this.#host.targetId,
          isFocused: () => this.#isFocused,
          destroy,
          close: () => {
            const event = createEvent()
            this.emit('close', event)
            if (!event.defaultPrevented) destroy()
            return !event.defaultPrevented
          },
        })
        this.#host.on('titled', (title) => this.#retitle(title))
        this.#host.on('state', ({ focused, hidden }) => {
          const gained = focused && !this.#isFocused
          this.#isFocused = focused
          this.#isHidden = hidden
          if (gained) this.emit('focus', createEvent())
        })
        this.#host.once('gone', () => {
          // The user closed it: that cannot be prevented here.
          if (!wasAsked) this.emit('close', createEvent())
          standIn.windows.remove(this.webContents)
          this.emit('closed', createEvent())
          App.windowClosed(standIn.app)
        })
        this.#announceFirstPaint()
      }

      #announceFirstPaint(): void {
        const host = this.#host
        const announce = (): void => {
          host.off('painted', announce)
          host.off('loaded', announce)
          this.emit('ready-to-show', createEvent())
        }
        // An empty page never paints anything.
        host.on('painted', announce)
        host.on('loaded', announce)
      }

      #retitle(title: string): void {
        const event = createEvent()
        this.emit('page-title-updated', event, title, true)
        if (!event.defaultPrevented) this.#title = title
      }
    },
  )
}
