import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'

import type { Schemes } from './schemes.ts'

export type ProtocolHandler = (request: Request) => Response | Promise<Response>

/** Host of the blank page that a new window opens on, before the app loads its own. */
export const blankHost = 'blank.stand-in.localhost'

/** Headers whose value may name one of the app's URLs. */
const urlHeaders = ['location', 'access-control-allow-origin']
const policyHeaders = ['content-security-policy', 'content-security-policy-report-only']

/** Answers the browser's requests for the app's own schemes, on a random loopback port, with the app's handlers. */
export class AppServer {
  readonly #schemes: Schemes
  readonly #handlers = new Map<string, ProtocolHandler>()
  readonly #server = createServer((request, response) => void this.#answer(request, response))

  constructor(schemes: Schemes) {
    this.#schemes = schemes
  }

  handle(scheme: string, handler: ProtocolHandler): void {
    if (this.#handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    this.#handlers.set(scheme, handler)
  }

  /** Listens; resolves to the rules by which the browser finds this server under the app's origins. */
  async start(): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(0, '127.0.0.1', resolve)
    })
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new TypeError('a TCP server has a port')
    const hosts = [...this.#schemes.names().map((scheme) => `*.${scheme}.localhost`), blankHost]
    return hosts.map((host) => `MAP ${host} 127.0.0.1:${address.port}`).join(',')
  }

  async #answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    try {
      const host = incoming.headers.host ?? ''
      const path = incoming.url ?? '/'
      // Chromium asks for an icon by itself; Electron does not.
      if (path === '/favicon.ico') return void outgoing.writeHead(204).end()
      if (host === blankHost) return void outgoing.writeHead(200, { 'content-type': 'text/html' }).end()
      // Only the app's origins are answered: another page of this machine cannot read the app through its port.
      const url = this.#schemes.toApp(`http://${host}${path}`)
      const handler = this.#handlers.get(url.slice(0, url.indexOf(':')))
      if (!handler) return void outgoing.writeHead(404).end()
      await this.#send(await handler(await this.#requestOf(incoming, url)), outgoing)
    } catch (error) {
      console.error('stand-in: the protocol handler failed:', error)
      if (outgoing.headersSent) outgoing.destroy()
      else outgoing.writeHead(500).end()
    }
  }

  async #requestOf(incoming: IncomingMessage, url: string): Promise<Request> {
    const method = incoming.method ?? 'GET'
    const headers = new Headers()
    for (const [name, value] of Object.entries(incoming.headers)) {
      if (value === undefined || name === 'host' || name === 'connection') continue
      const text = String(value)
      headers.set(name, name === 'origin' || name === 'referer' ? this.#schemes.toApp(text) : text)
    }
    if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers })
    return new Request(url, { method, headers, body: Buffer.concat((await incoming.toArray()) as Buffer[]) })
  }

  async #send(response: Response, outgoing: ServerResponse): Promise<void> {
    // Electron keeps no cache of what a handler answers.
    const headers: Record<string, string> = { 'cache-control': 'no-store' }
    response.headers.forEach((value, name) => {
      headers[name] = this.#headerInBrowser(name, value)
    })
    outgoing.writeHead(response.status, headers)
    if (response.body === null) return void outgoing.end()
    await pipeline(Readable.fromWeb(response.body as ReadableStream), outgoing).catch((error: unknown) => {
      // The page may leave before it has read everything.
      if (!outgoing.destroyed) throw error
    })
  }

  #headerInBrowser(name: string, value: string): string {
    if (policyHeaders.includes(name)) return this.#schemes.policyInBrowser(value)
    if (!urlHeaders.includes(name)) return value
    return this.#schemes.originInBrowser(value) ?? this.#schemes.toBrowser(value)
  }
}
