import { WebSocketServer } from 'ws'
import type { RawData, WebSocket } from 'ws'
import type { IncomingMessage } from 'node:http'
import type { Result } from '../../../renderer/domain/result.ts'
import { failed, ok } from '../../../renderer/domain/result.ts'
import { sameText } from './digest.ts'
import type { Log } from './log.ts'

/** One desk's connection (a "flow" in RFC 5626). */
export interface SipFlow {
  readonly isOpen: boolean
  /** Rejects when the connection is gone. */
  send(message: string): Promise<void>
}

export interface SipSocketMeans {
  /** 0 lets the system choose. */
  readonly port: number
  /** The only Origin that may enter (RFC 6455 §10.2): it keeps out pages in the user's browser. */
  readonly origin: string
  /** Must be the path; keeps out the other programs of this computer. */
  readonly secret: string
  readonly log: Log
  readonly onMessage: (flow: SipFlow, message: string) => void
  readonly onClosed: (flow: SipFlow) => void
}

export interface SipSocket {
  readonly port: number
  close(): Promise<void>
}

const loopback = '127.0.0.1'
/** An INVITE with its SDP takes some 5 kB. */
const largestMessageBytes = 65_536
/** RFC 5626 §3.5.1: a client asks with two line ends whether we live, and one is the answer. */
const ping = /^(?:\r\n){2,}$/
const pong = '\r\n'

/** SIP over WebSocket (RFC 7118) on the loopback interface alone. */
export function openSipSocket(means: SipSocketMeans): Promise<Result<SipSocket, 'port-taken'>> {
  const server = new WebSocketServer({
    host: loopback,
    port: means.port,
    maxPayload: largestMessageBytes,
    handleProtocols: () => 'sip',
    verifyClient: ({ req }: { req: IncomingMessage }, answer: (enter: boolean, status?: number) => void) => {
      const wrong = wrongWith(req, means)
      if (wrong) means.log(`REFUSED a connection: ${wrong}`)
      answer(!wrong, 403)
    },
  })
  server.on('connection', (socket) => serve(socket, means))
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(failed('port-taken'))
      else reject(error)
    })
    server.once('listening', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new TypeError('a server without a port'))
      else resolve(ok({ port: address.port, close: () => closeAll(server) }))
    })
  })
}

/** Why a connection may not enter, in words that hold neither a secret nor what the stranger sent. */
function wrongWith(request: IncomingMessage, { origin, secret }: SipSocketMeans): string | undefined {
  const { remoteAddress = '' } = request.socket
  if (!remoteAddress.replace('::ffff:', '').startsWith('127.')) return 'it does not come from this computer'
  if (request.headers.origin !== origin) return 'wrong origin'
  if (!sameText(request.url ?? '', `/${secret}`)) return 'wrong secret'
  const protocols = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim())
  return protocols.includes('sip') ? undefined : 'it does not speak SIP'
}

function serve(socket: WebSocket, { log, onMessage, onClosed }: SipSocketMeans): void {
  const flow = flowOver(socket)
  // Whatever goes wrong on a socket ends in its close event; without a listener it would end the process.
  socket.on('error', (error) => log(`a connection failed: ${error.name}`))
  socket.on('close', () => onClosed(flow))
  socket.on('message', (data) => {
    const message = textOf(data)
    if (ping.test(message)) {
      socket.send(pong)
      return
    }
    try {
      // RFC 3261 §7.5: line ends before a message mean nothing.
      const trimmed = message.replace(/^(?:\r\n)+/, '')
      if (trimmed !== '') onMessage(flow, trimmed)
    } catch (error) {
      log(`a message could not be handled: ${error instanceof Error ? error.name : 'unknown'}`)
    }
  })
}

const flowOver = (socket: WebSocket): SipFlow => ({
  get isOpen() {
    return socket.readyState === socket.OPEN
  },
  send: (message) =>
    new Promise((resolve, reject) => {
      socket.send(message, (error) => {
        if (error) reject(error)
        else resolve()
      })
    }),
})

/** RFC 7118 §5.2: a message may come as text or as bytes. */
function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8')
  return (data instanceof ArrayBuffer ? Buffer.from(data) : data).toString('utf8')
}

function closeAll(server: WebSocketServer): Promise<void> {
  for (const socket of server.clients) socket.terminate()
  return new Promise((resolve) => {
    server.close(() => resolve())
  })
}
