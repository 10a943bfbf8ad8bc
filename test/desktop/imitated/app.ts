import type { CommandLine, AppPackage } from '../command-line.ts'
import { ImitatedEmitter, createEvent } from './imitated-emitter.ts'
import { systemLocale } from './locale.ts'
import { strict } from './not-imitated.ts'
import { Paths } from './paths.ts'
import { requestLock } from './single-instance.ts'
import type { WindowList } from './window-list.ts'

const events = [
  'ready',
  'window-all-closed',
  'second-instance',
  'open-url',
  'activate',
  'web-contents-created',
  'before-quit',
  'will-quit',
  'quit',
  'browser-window-created',
]

export interface AppNeeds {
  readonly commandLine: CommandLine
  readonly package: AppPackage
  readonly windows: WindowList
  /** Node's own executable. */
  readonly node: string
  /** Ends the browser, the children and this process. */
  readonly end: (exitCode: number) => void
}

/** Electron's app: when it starts, where its files are, how it ends. */
export class App extends ImitatedEmitter {
  readonly isPackaged = false
  readonly commandLine: object
  readonly #needs: AppNeeds
  readonly #paths: Paths
  readonly #ready: Promise<void>
  #setReady: () => void = () => undefined
  #isReady = false
  #phase: 'running' | 'quitting' | 'ended' = 'running'

  constructor(needs: AppNeeds) {
    super('app', events)
    this.#needs = needs
    const { switches } = needs.commandLine
    this.#paths = new Paths(needs.package.name, switches)
    this.#ready = new Promise((resolve) => (this.#setReady = resolve))
    this.commandLine = strict('app.commandLine', {
      appendSwitch: (name: string, value?: string) => switches.append(name, value),
      hasSwitch: (name: string) => switches.has(name),
      getSwitchValue: (name: string) => switches.value(name),
    })
  }

  get name(): string {
    return this.#needs.package.name
  }

  getName(): string {
    return this.name
  }

  getVersion(): string {
    return this.#needs.package.version
  }

  getAppPath(): string {
    return this.#needs.commandLine.appPath
  }

  getPath(name: string): string {
    return this.#paths.get(name)
  }

  getLocale(): string {
    const given = this.#needs.commandLine.switches.value('lang')
    return given === '' ? systemLocale(process.env) : given
  }

  getPreferredSystemLanguages(): string[] {
    return [systemLocale(process.env)]
  }

  isReady(): boolean {
    return this.#isReady
  }

  whenReady(): Promise<void> {
    return this.#ready
  }

  requestSingleInstanceLock(additionalData: unknown = null): boolean {
    return requestLock({
      userData: this.getPath('userData'),
      node: this.#needs.node,
      start: { argv: process.argv, workingDirectory: process.cwd(), additionalData },
      onSecond: ({ argv, workingDirectory, additionalData: data }) => {
        this.emit('second-instance', createEvent(), argv, workingDirectory, data)
      },
    })
  }

  /** Every window is sandboxed here, whether the app says so or not. */
  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready')
  }

  /** Windows' taskbar has no place here. */
  setAppUserModelId(): void {
    return
  }

  /** Asks the app and its windows, then ends; any of them may prevent it. */
  quit(): void {
    if (this.#phase !== 'running') return
    const event = createEvent()
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    this.#phase = 'quitting'
    const windows = this.#needs.windows.all()
    if (!windows.every(({ close }) => close())) this.#phase = 'running'
    else if (windows.length === 0) this.#finishQuitting()
  }

  /** Ends without asking anybody. */
  exit(exitCode = 0): void {
    if (this.#phase === 'ended') return
    this.#phase = 'ended'
    this.emit('quit', createEvent(), exitCode)
    this.#needs.end(exitCode)
  }

  /** A window is gone: the last one may end the app. */
  static windowClosed(app: App): void {
    if (app.#needs.windows.all().length > 0) return
    if (app.#phase === 'quitting') app.#finishQuitting()
    else if (app.#phase === 'running' && !app.emit('window-all-closed')) app.quit()
  }

  /** The browser is there. */
  static becomeReady(app: App): void {
    app.#isReady = true
    // Playwright's loader keeps this event's arguments for when its own whenReady resolves.
    app.emit('ready', createEvent(), {})
    app.#setReady()
  }

  static hasEnded(app: App): boolean {
    return app.#phase === 'ended'
  }

  #finishQuitting(): void {
    const event = createEvent()
    this.emit('will-quit', event)
    if (event.defaultPrevented) this.#phase = 'running'
    else this.exit()
  }
}
