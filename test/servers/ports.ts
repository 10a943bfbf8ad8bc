import { createSocket } from 'node:dgram'
import { createServer, type Server } from 'node:net'

/**
 * Ports are taken from below the range that Linux gives to outgoing connections (32768 and up, ip(7)
 * ip_local_port_range): a port from that range can be free now and belong to somebody's connection when the
 * server under test binds it a moment later.
 */
const LOWEST = 10_000
const HIGHEST = 31_999
const ATTEMPTS = 200

const SERVED_ON = '127.0.0.1'
/**
 * Holding the same port number on a second loopback address tells every other test process that it is taken, from
 * here until the server is up and on until it stops. The kernel lets go of it even when a test process is killed.
 */
const RESERVED_ON = '127.0.0.2'

export type PortKind = 'tcp' | 'udp' | 'both'

export type PortLease = {
  /** The lowest of `count` consecutive ports. */
  readonly first: number
  readonly count: number
  /** Gives the ports back to other tests. */
  release(): Promise<void>
}

function listen(address: string, port: number): Promise<Server | undefined> {
  return new Promise((settle) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', () => {
      settle(undefined)
    })
    server.listen({ host: address, port, exclusive: true }, () => {
      // A reservation must not keep a finished test process alive.
      server.unref()
      settle(server)
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((settle) => {
    server.close(() => {
      settle()
    })
  })
}

async function closeAll(servers: readonly Server[]): Promise<void> {
  await Promise.all(servers.map(close))
}

async function canListenTcp(port: number): Promise<boolean> {
  const server = await listen(SERVED_ON, port)
  if (server === undefined) return false
  await close(server)
  return true
}

function canBindUdp(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const socket = createSocket('udp4')
    socket.once('error', () => {
      socket.close()
      settle(false)
    })
    // Every address, because some phones bind their media ports so.
    socket.bind({ port, exclusive: true }, () => {
      socket.close(() => {
        settle(true)
      })
    })
  })
}

async function isFree(port: number, kind: PortKind): Promise<boolean> {
  if (kind !== 'tcp' && !(await canBindUdp(port))) return false
  return kind === 'udp' || (await canListenTcp(port))
}

async function reserve(port: number, kind: PortKind): Promise<Server | undefined> {
  const reservation = await listen(RESERVED_ON, port)
  if (reservation === undefined || (await isFree(port, kind))) return reservation
  await close(reservation)
  return undefined
}

async function reserveRange(first: number, count: number, kind: PortKind): Promise<Server[] | undefined> {
  const held: Server[] = []
  for (let port = first; port < first + count; port += 1) {
    const reservation = await reserve(port, kind)
    if (reservation === undefined) {
      await closeAll(held)
      return undefined
    }
    held.push(reservation)
  }
  return held
}

/**
 * Finds `count` consecutive loopback ports (the first one even, as RTP wants, RFC 3550 section 11) that no process
 * uses, and keeps every other test process off them until `release()` or the end of this process.
 * @throws Error when no such range was found in a bounded number of attempts.
 */
export async function leasePorts(count: number, kind: PortKind = 'both'): Promise<PortLease> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const first = LOWEST + 2 * Math.floor((Math.random() * (HIGHEST - LOWEST - count)) / 2)
    const held = await reserveRange(first, count, kind)
    if (held !== undefined) return { first, count, release: () => closeAll(held) }
  }
  throw new Error(
    `No ${String(count)} consecutive free ports between ${String(LOWEST)} and ${String(HIGHEST)}`,
  )
}

/** One free loopback port, kept from other test processes until this process ends. */
export async function freePort(kind: PortKind = 'both'): Promise<number> {
  return (await leasePorts(1, kind)).first
}
