import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { Server, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

/** What a second start hands to the first one. */
export interface SecondStart {
  readonly argv: readonly string[]
  readonly workingDirectory: string
  readonly additionalData: unknown
}

interface LockNeeds {
  readonly userData: string
  /** Node's own executable. */
  readonly node: string
  readonly start: SecondStart
  readonly onSecond: (start: SecondStart) => void
}

/** Milliseconds that the first process gets to take the message. */
const handOverLimit = 5_000

/** Bytes that the address of a Unix socket may have (unix(7): sun_path). */
const addressLimit = 100

/**
 * One app per userData folder: whoever listens on its socket is the first. Electron answers at once, so this does too:
 * listening on a socket and a child process that connects are both done when the call returns.
 * @returns whether this process is the first.
 */
export function requestLock({ userData, node, start, onSecond }: LockNeeds): boolean {
  mkdirSync(userData, { recursive: true })
  const address = addressOf(userData)
  if (listen(address, onSecond)) return true
  if (handOver({ node, address, start })) return false
  // Nobody answers: the socket was left behind by a process that was killed.
  rmSync(address, { force: true })
  return listen(address, onSecond)
}

function addressOf(userData: string): string {
  const digest = createHash('sha256').update(userData).digest('hex').slice(0, 16)
  if (process.platform === 'win32') return `\\\\.\\pipe\\stand-in-${digest}`
  const inside = join(userData, 'stand-in.lock')
  return inside.length < addressLimit ? inside : join(tmpdir(), `stand-in-${digest}.lock`)
}

function listen(address: string, onSecond: (start: SecondStart) => void): boolean {
  const server: Server = createServer({ allowHalfOpen: true }, (socket) => void take(socket, onSecond))
  server.on('error', () => undefined)
  server.listen(address).unref()
  if (!server.listening) return false
  if (process.platform !== 'win32') process.once('exit', () => rmSync(address, { force: true }))
  return true
}

async function take(socket: Socket, onSecond: (start: SecondStart) => void): Promise<void> {
  socket.on('error', () => undefined)
  const message = await text(socket).catch(() => '')
  socket.end()
  if (message !== '') onSecond(JSON.parse(message) as SecondStart)
}

/** @returns whether a first process took it. */
function handOver({ node, address, start }: { node: string; address: string; start: SecondStart }): boolean {
  const connect = `
    const socket = require('node:net').connect(process.argv[1], () => socket.end(process.argv[2]))
    socket.on('error', () => process.exit(1)).resume()`
  const { status } = spawnSync(node, ['-e', connect, address, JSON.stringify(start)], {
    timeout: handOverLimit,
    stdio: 'ignore',
  })
  return status === 0
}
