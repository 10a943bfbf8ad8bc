import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { RawData, WebSocket } from 'ws'
import { failed, ok } from '../../../../renderer/domain/result.ts'
import type { Result } from '../../../../renderer/domain/result.ts'
import { sameText } from '../digest.ts'
import type { Log } from '../log.ts'
import type { CustomerPage } from './customer-page.ts'
import { serveCustomerPage } from './customer-page.ts'
import { ClientStream } from './server/client-stream.ts'
import type { StreamMeans } from './server/client-stream.ts'
import { serveUpload } from './upload-site.ts'
import type { Uploads } from './uploads.ts'

export interface ChatDoorMeans {
  /** 0 lets the system choose. */
  readonly port: number
  /** The desk's Origin; the customer's page comes from this door itself. */
  readonly origin: string
  /** Path of the socket and the page; keeps out the other programs of this computer. */
  readonly secret: string
  /** Path of the files, which those who only get a link need not share with the socket. */
  readonly filesSecret: string
  readonly stream: StreamMeans
  readonly uploads: Uploads
  readonly page: CustomerPage | undefined
  readonly log: Log
}

export interface ChatDoor {
  readonly port: number
  /** Connections end without a word. */
  dropAll(): void
  close(): Promise<void>
}

/** More than the largest stanza, so that it can be refused by name; what is larger still is cut off (RFC 6455 §7.4.1, 1009). */
const largestFrameBytes = 2 * 1024 * 1024
const longestRequestMilliseconds = 60_000

/** XMPP over WebSocket (RFC 7395), files and the customer's page, on the loopback interface alone. */
export function openChatDoor(means: ChatDoorMeans): Promise<Result<ChatDoor, 'port-taken'>> {
  const http = createServer({ requestTimeout: longestRequestMilliseconds }, (request, response) => {
    serve(request, response, means).catch((error: unknown) => {
      means.log(`BROKEN: ${error instanceof Error ? error.name : 'unknown'} in the chat server`)
      response.destroy()
    })
  })
  const sockets = new WebSocketServer({
    ...{ noServer: true, maxPayload: largestFrameBytes },
    handleProtocols: () => 'xmpp',
  })
  let port = 0
  http.on('upgrade', (request, socket, head) => {
    const wrong = wrongWith(request, means, port)
    if (wrong === undefined) sockets.handleUpgrade(request, socket, head, (client) => carry(client, means))
    else refuse(socket, { log: means.log, wrong })
  })
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(failed('port-taken'))
      else reject(error)
    })
    http.listen(means.port, '127.0.0.1', () => {
      const address = http.address()
      if (address === null || typeof address === 'string') {
        reject(new TypeError('a server without a port'))
        return
      }
      port = address.port
      const dropAll = (): void => {
        for (const client of sockets.clients) client.terminate()
      }
      resolve(ok({ port, dropAll, close: () => closeAll(http, dropAll) }))
    })
  })
}

/**
 * Why a socket may not open, in words that hold nothing of what the stranger sent. Programs send no Origin (RFC 6455 §10.2);
 * pages cannot help it.
 */
function wrongWith(
  request: IncomingMessage,
  { origin, secret }: ChatDoorMeans,
  port: number,
): string | undefined {
  const given = request.headers.origin
  const welcome = [undefined, origin, `http://127.0.0.1:${port}`]
  if (!welcome.includes(given)) return 'wrong origin'
  if (!sameText(request.url ?? '', `/${secret}`)) return 'wrong secret'
  const protocols = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim())
  return protocols.includes('xmpp') ? undefined : 'it does not speak XMPP'
}

function refuse(socket: Duplex, { log, wrong }: { log: Log; wrong: string }): void {
  log(`REFUSED a chat connection: ${wrong}`)
  socket.on('error', () => undefined)
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
}

function carry(client: WebSocket, { stream: means, log }: ChatDoorMeans): void {
  const stream = new ClientStream(
    {
      send: (text) => {
        if (client.readyState === client.OPEN) client.send(text)
      },
      close: () => client.close(),
      terminate: () => client.terminate(),
    },
    means,
  )
  // Whatever goes wrong on a socket ends in its close event; without a listener it would end the process.
  client.on('error', (error) => log(`a chat connection failed: ${error.name}`))
  client.on('close', () => stream.closed())
  client.on('message', (data) => {
    try {
      stream.receive(textOf(data))
    } catch (error) {
      log(`BROKEN: ${error instanceof Error ? error.name : 'unknown'} in a chat stanza`)
    }
  })
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8')
  return (data instanceof ArrayBuffer ? Buffer.from(data) : data).toString('utf8')
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  means: ChatDoorMeans,
): Promise<void> {
  const [path = '/'] = (request.url ?? '/').split('?')
  const [, first = ''] = path.split('/')
  const below = path.slice(first.length + 1)
  if (sameText(first, means.filesSecret))
    await serveUpload(request, response, { path: below, uploads: means.uploads })
  else if (sameText(first, means.secret) && means.page)
    serveCustomerPage(request, response, { path: below, page: means.page })
  else response.writeHead(404, { 'content-length': 0, connection: 'close' }).end()
}

function closeAll(http: Server, dropAll: () => void): Promise<void> {
  return new Promise((resolve) => {
    dropAll()
    http.close(() => resolve())
    http.closeAllConnections()
  })
}
