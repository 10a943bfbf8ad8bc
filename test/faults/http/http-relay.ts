import { createServer, request as ask } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

import { leasePorts } from '../../servers/ports.ts'
import { startOrUndo } from '../../servers/undo.ts'
import {
  noFault,
  type HttpFault,
  type HttpFaultKind,
  type HttpPlan,
  type HttpQuestion,
} from './http-fault.ts'

/** What has happened to a request so far. */
export interface Passage extends HttpQuestion {
  readonly fault: HttpFaultKind
  /** The status with which the server has answered; `undefined` where it has not. */
  readonly served: number | undefined
}

export interface HttpRelay {
  /** The server's address with the relay's own port. */
  readonly url: string
  /** Every request so far, in the order in which they came. */
  passages(): readonly Passage[]
  /** From now on this decides. */
  follow(plan: HttpPlan): void
  /** From now on everything passes. What waits goes on waiting. */
  heal(): void
  stop(): Promise<void>
}

/**
 * Starts a relay for HTTP/1.1 on a free loopback port. It repeats nothing: whatever reaches the server was asked once.
 * @param to the server's address, which may have a path
 */
export function startHttpRelay(to: string): Promise<HttpRelay> {
  return startOrUndo(async (undo) => {
    const port = await leasePorts(1, 'tcp')
    undo.add(() => port.release())
    const relay = new Relay(new URL(to))
    await relay.listen(port.first)
    undo.add(() => relay.stop())
    const url = new URL(to)
    url.host = `127.0.0.1:${String(port.first)}`
    return {
      url: url.href.replace(/\/$/, ''),
      passages: () => relay.passages.map((passage) => ({ ...passage })),
      follow: (plan) => void (relay.plan = plan),
      heal: () => void (relay.plan = () => noFault),
      stop: () => undo.run(),
    }
  })
}

interface Served {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  /** The length that the headers tell, where it is more than what follows before the connection breaks. */
  readonly promised?: number
}

type Outcome = Served | 'reset'

interface Exchange {
  readonly question: IncomingMessage
  readonly body: Buffer
  readonly passage: { served: number | undefined }
}

/** Headers of one connection, which do not go with the message (RFC 9110 §7.6.1). */
const ofTheConnection = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'host'])

class Relay {
  plan: HttpPlan = () => noFault
  readonly passages: Passage[] = []
  readonly #to: URL
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  readonly #timers = new Set<NodeJS.Timeout>()

  constructor(to: URL) {
    this.#to = to
    this.#server = createServer((question, answer) => {
      this.#relay(question, answer).catch(() => reset(answer))
    })
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket)
      socket.on('close', () => this.#sockets.delete(socket))
    })
  }

  listen(port: number): Promise<void> {
    return new Promise((settle, fail) => {
      this.#server.once('error', fail)
      this.#server.listen(port, '127.0.0.1', settle)
    })
  }

  async stop(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer)
    for (const socket of this.#sockets) socket.destroy()
    await new Promise<void>((settle) => this.#server.close(() => settle()))
  }

  async #relay(question: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/' } = question
    const fault = this.plan({ method, path })
    const passage: Passage & Exchange['passage'] = { method, path, fault: fault.kind, served: undefined }
    this.passages.push(passage)
    const outcome = await this.#outcome(fault, { question, passage, body: await bodyOf(question) })
    if (outcome === 'reset') reset(answer)
    else give(answer, outcome)
  }

  async #outcome(fault: HttpFault, exchange: Exchange): Promise<Outcome> {
    switch (fault.kind) {
      case 'none':
        return this.#serve(exchange)
      case 'lose-request':
        return 'reset'
      case 'lose-answer':
        await this.#serve(exchange)
        return 'reset'
      case 'cut-answer': {
        const served = await this.#serve(exchange)
        return { ...half(served), promised: served.body.length }
      }
      case 'half-answer':
        return half(await this.#serve(exchange))
      case 'other-answer': {
        if (fault.reachesServer) await this.#serve(exchange)
        const { status, type, body } = fault
        return { status, headers: { 'content-type': type }, body: Buffer.from(body) }
      }
      case 'late-request':
        await this.#wait(fault.ms)
        return this.#serve(exchange)
      case 'late-answer': {
        const served = await this.#serve(exchange)
        await this.#wait(fault.ms)
        return served
      }
    }
  }

  #serve({ question, body, passage }: Exchange): Promise<Served> {
    return new Promise((settle, fail) => {
      const { method, url, headers } = question
      const { hostname, port } = this.#to
      const sent = { ...passable(headers), host: this.#to.host, 'content-length': String(body.length) }
      const asked = ask({ hostname, port, method, path: url, headers: sent, agent: false }, (said) => {
        bodyOf(said)
          .then((bytes) => {
            passage.served = said.statusCode
            settle({ status: said.statusCode ?? 502, headers: said.headers, body: bytes })
          })
          .catch(fail)
      })
      asked.on('error', fail)
      asked.end(body)
    })
  }

  #wait(ms: number): Promise<void> {
    return new Promise((settle) => {
      const timer = setTimeout(() => {
        this.#timers.delete(timer)
        settle()
      }, ms)
      this.#timers.add(timer)
    })
  }
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of message as AsyncIterable<Buffer>) pieces.push(piece)
  return Buffer.concat(pieces)
}

const passable = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !ofTheConnection.has(name)))

const half = ({ status, headers, body }: Served): Served => ({
  ...{ status, headers },
  body: body.subarray(0, Math.floor(body.length / 2)),
})

function give(answer: ServerResponse, { status, headers, body, promised }: Served): void {
  if (answer.destroyed) return
  answer.writeHead(status, { ...passable(headers), 'content-length': String(promised ?? body.length) })
  if (promised === undefined) answer.end(body)
  else answer.write(body, () => reset(answer))
}

function reset(answer: ServerResponse): void {
  answer.socket?.resetAndDestroy()
}
