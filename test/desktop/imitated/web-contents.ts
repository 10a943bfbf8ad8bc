import { ignoreClosed } from '../chromium/cdp.ts'
import { ImitatedEmitter, createEvent } from './imitated-emitter.ts'
import { NotImitatedError, strict } from './not-imitated.ts'
import type { NavigationAttempt } from '../chromium/navigation-guard.ts'
import type { OpenRequest, PageHost } from '../chromium/page-host.ts'
import { originOf } from '../chromium/schemes.ts'
import type { StandIn } from './stand-in.ts'
import { encode } from '../in-page/codec.ts'

type OpenHandler = (details: object) => { readonly action: string }

const events = [
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'will-attach-webview',
  'dom-ready',
  'did-finish-load',
  'did-fail-load',
  'render-process-gone',
  'preload-error',
  'console-message',
  'destroyed',
]

let lastId = 0

/** Electron's webContents: what one window shows. */
export class WebContents extends ImitatedEmitter {
  readonly id = ++lastId
  readonly session: object
  readonly mainFrame: object
  readonly #host: PageHost
  readonly #standIn: StandIn
  readonly #close: () => void
  #openHandler: OpenHandler | undefined

  constructor(standIn: StandIn, { host, close }: { host: PageHost; close: () => void }) {
    super('webContents', events)
    this.#standIn = standIn
    this.#host = host
    this.#close = close
    this.session = standIn.session
    this.mainFrame = createMainFrame(host)
  }

  getURL(): string {
    return this.#host.url
  }

  isDestroyed(): boolean {
    return this.#host.isGone
  }

  send(channel: string, ...args: unknown[]): void {
    this.#host.tell({ kind: 'send', channel, args: encode(args) })
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }

  focus(): void {
    this.#host.focus().catch(() => undefined)
  }

  reload(): void {
    this.#host.reload().catch(() => undefined)
  }

  /** Playwright's driver closes a page through its contents. */
  close(): void {
    this.#close()
  }

  /** Passes on what happens in the page; `self` is these contents as the app sees them. */
  static connect(contents: WebContents, self: WebContents): void {
    const host = contents.#host
    host.on('navigating', (attempt) => contents.#askToNavigate(attempt))
    host.on('open', (request) => contents.#askToOpen(request))
    host.on('dom-ready', () => contents.emit('dom-ready', createEvent()))
    host.on('loaded', () => contents.emit('did-finish-load', createEvent()))
    host.on('load-failed', ({ code, reason, url }) => {
      contents.emit('did-fail-load', createEvent(), code, reason, url, true)
    })
    host.on('crashed', () => {
      contents.emit('render-process-gone', createEvent(), { reason: 'crashed', exitCode: 1 })
    })
    host.on('console', (message) => contents.emit('console-message', createEvent(message)))
    host.on('gone', () => contents.emit('destroyed', createEvent()))
    contents.#answerPage(self)
  }

  #answerPage(self: WebContents): void {
    const host = this.#host
    host.on('invoke', ({ id, channel, args }, context) => {
      const event = strict('event', { sender: self, senderFrame: this.mainFrame })
      void this.#standIn.handlers.invoke(event, channel, args).then((result) => {
        if ('value' in result) host.tell({ kind: 'answer', id, value: result.value }, context)
        else host.tell({ kind: 'refusal', id, message: result.message }, context)
      })
    })
    host.on('ask', ({ id, question }, context) => {
      const asked = this.#standIn.permissions.ask({ webContents: self, url: host.url }, question)
      asked.then((answer) => host.tell({ kind: 'answer', id, value: answer }, context)).catch(ignoreClosed)
    })
  }

  #askToNavigate({ kind, url, isMainFrame, prevent }: NavigationAttempt): void {
    const frame = isMainFrame ? this.mainFrame : null
    const details = { url, isSameDocument: false, isMainFrame, frame, initiator: this.mainFrame }
    const names = kind === 'redirect' ? ['will-redirect'] : ['will-frame-navigate']
    if (kind === 'navigate' && isMainFrame) names.push('will-navigate')
    for (const name of names) {
      const event = createEvent(details)
      this.emit(name, event, url, false, isMainFrame)
      if (event.defaultPrevented) {
        prevent()
        return
      }
    }
  }

  #askToOpen({ url, name, features, disposition }: OpenRequest): void {
    const details = {
      url: this.#standIn.schemes.toApp(url),
      frameName: name,
      features,
      disposition,
      referrer: { url: '', policy: 'default' },
    }
    if (this.#openHandler?.(details).action !== 'deny')
      throw new NotImitatedError('a new window for window.open or a link (setWindowOpenHandler must deny it)')
  }
}

function createMainFrame(host: PageHost): object {
  const frame: object = strict('webFrameMain', {
    get url() {
      return host.url
    },
    get origin() {
      return originOf(host.url)
    },
    parent: null,
    get top() {
      return frame
    },
  })
  return frame
}
