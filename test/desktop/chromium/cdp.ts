import type { ChildProcess } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'

import type { CDPSession } from 'playwright-core'

import type { CdpEvents } from './cdp-events.ts'

/** One session of the Chrome DevTools Protocol: with the browser, or with one page. */
export interface CdpSession {
  readonly send: CDPSession['send']
  on<E extends keyof CdpEvents>(event: E, listener: (payload: CdpEvents[E]) => void): void
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly sessionId?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

interface Pending {
  readonly resolve: (result: never) => void
  readonly reject: (error: Error) => void
  readonly method: string
}

/** The browser went away before it answered. */
export class CdpClosedError extends Error {
  override readonly name = 'CdpClosedError'
}

/** For `catch`: what the end of the browser cuts short needs no answer. */
export function ignoreClosed(error: unknown): void {
  if (!(error instanceof CdpClosedError)) throw error
}

/** The DevTools Protocol over a pair of pipes (`--remote-debugging-pipe`): JSON messages, each ended by a NUL. */
export class CdpConnection {
  readonly browser: CdpSession
  readonly #input: Writable
  readonly #pending = new Map<number, Pending>()
  readonly #listeners = new Map<string, ((payload: never) => void)[]>()
  #lastId = 0
  #rest = ''
  #closed = false

  constructor(child: ChildProcess) {
    this.#input = child.stdio[3] as Writable
    const output = child.stdio[4] as Readable
    // A write to a browser that is going down fails; its exit tells the rest.
    this.#input.on('error', () => undefined)
    output.setEncoding('utf8').on('data', (text: string) => this.#receive(text))
    output.on('error', () => undefined).on('close', () => this.#close())
    this.browser = this.session()
  }

  session(sessionId?: string): CdpSession {
    const send: CDPSession['send'] = (method, params) => this.#request({ method, params, sessionId })
    return {
      send,
      on: (event, listener) => {
        const key = `${sessionId ?? ''}/${event}`
        this.#listeners.set(key, [...(this.#listeners.get(key) ?? []), listener])
      },
    }
  }

  #request(message: { method: string; params: unknown; sessionId: string | undefined }): Promise<never> {
    const { method } = message
    if (this.#closed) return Promise.reject(new CdpClosedError(`${method}: the browser has ended`))
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject, method })
      this.#input.write(`${JSON.stringify({ id, ...message })}\0`)
    })
  }

  #receive(text: string): void {
    const parts = (this.#rest + text).split('\0')
    this.#rest = parts.pop() ?? ''
    for (const part of parts) this.#dispatch(JSON.parse(part) as Message)
  }

  #dispatch({ id, method, sessionId, params, result, error }: Message): void {
    if (id === undefined) {
      for (const listener of this.#listeners.get(`${sessionId ?? ''}/${method ?? ''}`) ?? [])
        listener(params as never)
      return
    }
    const pending = this.#pending.get(id)
    this.#pending.delete(id)
    if (error) pending?.reject(new Error(`${pending.method}: ${error.message}`))
    else pending?.resolve(result as never)
  }

  #close(): void {
    this.#closed = true
    for (const { reject, method } of this.#pending.values())
      reject(new CdpClosedError(`${method}: the browser has ended`))
    this.#pending.clear()
  }
}
