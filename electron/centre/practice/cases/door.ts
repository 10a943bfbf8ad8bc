import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Result } from '../../../../renderer/domain/result.ts'
import { failed, ok } from '../../../../renderer/domain/result.ts'
import { sameText } from '../digest.ts'

/** A request that may enter. */
export interface Knock {
  readonly method: string
  /** Below the secret, with its query. */
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface DoorMeans {
  /** 0 lets the system choose. */
  readonly port: number
  /** The first element of every path; keeps out the other programs of this computer. */
  readonly secret: string
  /** @param address `http://127.0.0.1:PORT/SECRET`, known as soon as the door is open */
  readonly open: (address: string, port: number) => (knock: Knock) => Answered
  /** A request that could not be answered because of a bug of ours. */
  readonly onBroken: (error: unknown) => void
}

export interface Door {
  readonly port: number
  readonly address: string
  close(): Promise<void>
}

/** Ten files of 2 MB in base64, with room to spare. */
const largestBodyBytes = 32 * 1024 * 1024
const longestRequestMilliseconds = 30_000

/** HTTP on the loopback interface alone. Nothing is told to pages of a browser: no CORS, and no request with an Origin. */
export function openDoor(means: DoorMeans): Promise<Result<Door, 'port-taken'>> {
  let answer: (knock: Knock) => Answered = () => ({ status: 503, headers: {}, body: '' })
  const server = createServer({ requestTimeout: longestRequestMilliseconds }, (request, response) => {
    serve(request, response, { secret: means.secret, answer }).catch((error: unknown) => {
      means.onBroken(error)
      if (response.headersSent) response.destroy()
      else send(response, { status: 500, headers: {}, body: '' })
    })
  })
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(failed('port-taken'))
      else reject(error)
    })
    server.listen(means.port, '127.0.0.1', () => {
      const listening = server.address()
      if (listening === null || typeof listening === 'string') {
        reject(new TypeError('a server without a port'))
        return
      }
      const { port } = listening
      const address = `http://127.0.0.1:${port}/${means.secret}`
      answer = means.open(address, port)
      resolve(ok({ port, address, close: () => closeAll(server) }))
    })
  })
}

interface Inside {
  readonly secret: string
  readonly answer: (knock: Knock) => Answered
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  { secret, answer }: Inside,
): Promise<void> {
  const { method = 'GET', headers } = request
  const url = request.url ?? ''
  const end = url.slice(1).search(/[/?]/)
  const given = end < 0 ? url.slice(1) : url.slice(1, end + 1)
  // A page in a browser cannot help sending one with whatever could change something.
  if (headers.origin !== undefined) {
    refuseAtDoor(response, 403)
    return
  }
  if (!sameText(given, secret)) {
    refuseAtDoor(response, 404)
    return
  }
  const body = await readBody(request)
  const below = end < 0 ? '/' : url.slice(end + 1)
  if (body === undefined) refuseAtDoor(response, 413)
  else send(response, answer({ method, url: below, headers, body }))
}

/** Whoever is refused here has nothing more to say on this connection. */
function refuseAtDoor(response: ServerResponse, status: number): void {
  send(response, { status, headers: { connection: 'close' }, body: '' })
}

function send(response: ServerResponse, { status, headers, body }: Answered): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

/** `undefined` for one that is too long; it is not read to its end. */
function readBody(request: IncomingMessage): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.byteLength
      if (size > largestBodyBytes) resolve(undefined)
      else chunks.push(chunk)
    })
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    request.on('error', reject)
  })
}

function closeAll(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
