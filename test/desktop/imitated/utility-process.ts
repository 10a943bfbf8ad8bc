import { fork } from 'node:child_process'
import type { ChildProcess, StdioOptions } from 'node:child_process'
import type { Readable } from 'node:stream'

import { ImitatedEmitter } from './imitated-emitter.ts'
import { NotImitatedError, refuseUnknownOptions, strict } from './not-imitated.ts'
import { installParentPort } from './parent-port.ts'
import type { Schemes } from '../chromium/schemes.ts'

interface ForkOptions {
  readonly serviceName?: string
  readonly stdio?: 'inherit' | 'pipe' | 'ignore' | readonly string[]
  readonly env?: NodeJS.ProcessEnv
}

interface ForkNeeds {
  readonly node: string
  readonly schemes: Schemes
}

/** Electron's utilityProcess: children of Node's, which end with the app. */
export class UtilityProcesses {
  readonly #needs: ForkNeeds
  readonly #children = new Set<ChildProcess>()

  constructor(needs: ForkNeeds) {
    this.#needs = needs
  }

  fork(modulePath: string, args: readonly string[] = [], options: ForkOptions = {}): object {
    refuseUnknownOptions('utilityProcess', options, ['serviceName', 'stdio', 'env'])
    const { stdio = 'inherit', env = process.env } = options
    const child = fork(modulePath, [...args], {
      execPath: this.#needs.node,
      execArgv: ['--import', parentPortModule()],
      serialization: 'advanced',
      env,
      stdio: stdioOf(stdio),
    })
    this.#children.add(child)
    child.once('exit', () => this.#children.delete(child))
    return strict('utilityProcess', new UtilityProcess(child, this.#needs.schemes))
  }

  killAll(): void {
    for (const child of this.#children) child.kill('SIGKILL')
  }
}

class UtilityProcess extends ImitatedEmitter {
  readonly stdout: Readable | null
  readonly stderr: Readable | null
  readonly #child: ChildProcess
  readonly #schemes: Schemes

  constructor(child: ChildProcess, schemes: Schemes) {
    super('utilityProcess', ['spawn', 'message', 'exit'])
    this.#child = child
    this.#schemes = schemes
    this.stdout = child.stdout
    this.stderr = child.stderr
    child.once('spawn', () => this.emit('spawn'))
    child.on('message', (message) => this.emit('message', message))
    child.once('exit', (code) => this.emit('exit', code ?? 1))
    // A message to a child that has just ended is lost, as in Electron.
    child.on('error', () => undefined)
  }

  get pid(): number | undefined {
    return this.#child.exitCode === null && this.#child.signalCode === null ? this.#child.pid : undefined
  }

  postMessage(message: unknown, transfer?: readonly unknown[]): void {
    if (transfer && transfer.length > 0) throw new NotImitatedError('a MessagePort to a utility process')
    if (this.#child.connected) this.#child.send(this.#inBrowser(message) as object)
  }

  kill(): boolean {
    return this.#child.kill()
  }

  /** The browser sends another origin than the app's own: a server that checks it must be told that one. */
  #inBrowser(value: unknown): unknown {
    if (typeof value === 'string') return this.#schemes.originInBrowser(value) ?? value
    if (Array.isArray(value)) return value.map((item) => this.#inBrowser(item))
    if (Object.prototype.toString.call(value) !== '[object Object]') return value
    const entries = Object.entries(value as object)
    return Object.fromEntries(entries.map(([key, item]) => [key, this.#inBrowser(item)]))
  }
}

function stdioOf(stdio: NonNullable<ForkOptions['stdio']>): StdioOptions {
  if (typeof stdio !== 'string') return [...(stdio as ('inherit' | 'pipe' | 'ignore')[]), 'ipc']
  return ['ignore', stdio, stdio, 'ipc']
}

function parentPortModule(): string {
  const code = `import { EventEmitter } from 'node:events'
    const __name = (named) => named;
    (${installParentPort.toString()})(EventEmitter)`
  return `data:text/javascript,${encodeURIComponent(code)}`
}
