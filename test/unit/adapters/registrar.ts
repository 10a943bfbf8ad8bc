import { WebSocketServer } from 'ws'
import type { WebSocket as Socket } from 'ws'

/** A request as it came, with what tests look at. */
export interface Received {
  readonly at: number
  readonly method: string
  readonly target: string
  readonly head: (name: string) => string
  readonly body: string
}

export interface Answer {
  readonly status: number
  readonly headers?: readonly string[]
  readonly body?: string
}

export interface RegistrarOptions {
  readonly answersLineEnds?: boolean
  readonly gruu?: boolean
  /** Milliseconds before an answer to a REGISTER. */
  readonly delay?: number
  /** `undefined`: no answer at all. */
  readonly answer?: (request: Received, before: readonly Received[]) => Answer | undefined
}

/** A SIP server of a few lines on a real socket, which can die in the ways in which servers and links die. */
export class Registrar {
  readonly requests: Received[] = []
  readonly #options: RegistrarOptions
  #server: WebSocketServer | undefined
  port = 0
  connections = 0
  /** REGISTERs that came while another was not answered yet whose connection still stood. */
  overlapping = 0
  #dead = false
  readonly #registering = new Set<Socket>()

  constructor(options: RegistrarOptions = {}) {
    this.#options = options
  }

  get url(): string {
    return `ws://127.0.0.1:${this.port}`
  }

  of(method: string): readonly Received[] {
    return this.requests.filter((request) => request.method === method)
  }

  async start(): Promise<this> {
    const server = new WebSocketServer({ host: '127.0.0.1', port: this.port, handleProtocols: () => 'sip' })
    this.#server = server
    this.#dead = false
    server.on('connection', (socket) => this.#serve(socket))
    await new Promise((resolve) => server.once('listening', resolve))
    const address = server.address()
    if (address === null || typeof address === 'string') throw new TypeError('a server without a port')
    this.port = address.port
    return this
  }

  /** Every connection is cut; new ones are welcome. */
  cut(): void {
    for (const socket of this.#server?.clients ?? []) socket.terminate()
  }

  /** Half dead: TCP stays as it is, and nothing is read or answered any more on the connections that are there. */
  fallSilent(): void {
    for (const socket of this.#server?.clients ?? []) socket.removeAllListeners('message')
  }

  /** As `fallSilent`, for new connections too: they open, and nobody answers. */
  die(): void {
    this.#dead = true
    this.fallSilent()
  }

  revive(): void {
    this.#dead = false
  }

  async stop(): Promise<void> {
    this.cut()
    await new Promise((resolve) => this.#server?.close(resolve))
  }

  #serve(socket: Socket): void {
    this.connections++
    socket.on('error', () => undefined)
    if (this.#dead) return
    socket.on('message', (data: Buffer) => {
      const message = data.toString('utf8')
      if (/^(\r\n)+$/.test(message)) {
        if (this.#options.answersLineEnds ?? true) socket.send('\r\n')
        return
      }
      const request = read(message)
      if (request.method.startsWith('SIP/')) return
      const answer =
        (this.#options.answer ?? (() => undefined))(request, this.requests) ?? this.#usual(request)
      this.requests.push(request)
      if (answer.status === 0) return
      if (request.method === 'REGISTER') this.#answerLater(socket, write(request, answer))
      else socket.send(write(request, answer))
    })
  }

  #answerLater(socket: Socket, answer: string): void {
    if (this.#registering.size > 0) this.overlapping++
    this.#registering.add(socket)
    socket.once('close', () => this.#registering.delete(socket))
    setTimeout(() => {
      this.#registering.delete(socket)
      socket.send(answer, () => undefined)
    }, this.#options.delay ?? 0)
  }

  #usual(request: Received): Answer {
    if (request.method !== 'REGISTER') return { status: request.method === 'ACK' ? 0 : 200 }
    return registered(request, this.#options.gruu ?? true)
  }
}

export const silence: Answer = { status: 0 }

/** RFC 3261 §10.3, with a lasting address (RFC 5627 §5.1). */
export function registered(request: Received, gruu = true): Answer {
  const contact = request.head('Contact')
  const instance = /urn:uuid:[^>]+/.exec(contact)?.[0] ?? ''
  const lasting = gruu ? `;pub-gruu="sip:agent1@foyer.test;gr=${instance}"` : ''
  return { status: 200, headers: contact.endsWith('expires=0') ? [] : [`Contact: ${contact}${lasting}`] }
}

/** RFC 3261 §22.4. */
export const challenge = (nonce: string): Answer => ({
  status: 401,
  headers: [`WWW-Authenticate: Digest realm="foyer.test", nonce="${nonce}", algorithm=MD5, qop="auth"`],
})

function read(message: string): Received {
  const [top = '', body = ''] = message.split('\r\n\r\n', 2)
  const [first = '', ...lines] = top.split('\r\n')
  const [method = '', target = ''] = first.split(' ')
  const head = (name: string): string =>
    lines
      .find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
      ?.slice(name.length + 1)
      .trim() ?? ''
  return { at: Date.now(), method, target, head, body }
}

const write = (request: Received, { status, headers = [], body = '' }: Answer): string =>
  [
    `SIP/2.0 ${status} Because`,
    ...['Via', 'From', 'Call-ID', 'CSeq'].map((name) => `${name}: ${request.head(name)}`),
    `To: ${request.head('To')}${request.head('To').includes(';tag=') ? '' : ';tag=far'}`,
    ...headers,
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n')
