import { connect, createServer, type Server, type Socket } from 'node:net'

import { seededRandom } from '../../../renderer/domain/seeded-random.ts'
import { leasePorts } from '../../servers/ports.ts'
import { startOrUndo } from '../../servers/undo.ts'
import { NO_DELAY, type Delay } from './delay.ts'
import { TcpDirection, type OneWay, type TcpConditions } from './tcp-link.ts'

export type TcpRelaySetup = {
  /** Where it leads, as a URL with a port: ws://127.0.0.1:5066 of a SIP server, tcp://127.0.0.1:3478 of a TURN server. */
  readonly to: string
  /** Draws the jitter. */
  readonly seed: number
}

export type TcpCounters = {
  /** Connections that were accepted, and those of them that were reset. */
  readonly accepted: number
  readonly reset: number
  readonly bytesToServer: number
  readonly bytesToClient: number
}

export type TcpRelay = {
  /** The same URL with the relay's own address. Bytes pass untouched. */
  readonly url: string
  /** So far. */
  counters(): TcpCounters
  /** Resets every connection (RST) and refuses new ones until `heal()`. */
  drop(): Promise<void>
  /**
   * A half-dead link: connections stay open and nothing passes, in neither direction, until `heal()`; then what was
   * sent meanwhile arrives, as TCP has it. New connections are accepted and hear nothing (`mute`), or are refused.
   */
  stall(newConnections?: 'mute' | 'refused'): Promise<void>
  /**
   * What goes this way comes to nothing, as in a router that has lost its way to one side, while the other side is
   * heard. `heal()` resets the connections that have lost something: TCP gives up in the end.
   */
  blackhole(way: OneWay): void
  /** From now on every piece comes late, in order. */
  delay(delay: Delay): void
  /** Ends whatever is wrong. */
  heal(): Promise<void>
  stop(): Promise<void>
}

/** Starts a relay for TCP on a free loopback port. */
export function startTcpRelay({ to, seed }: TcpRelaySetup): Promise<TcpRelay> {
  return startOrUndo(async (undo) => {
    const port = await leasePorts(1, 'tcp')
    undo.add(() => port.release())
    const relay = new Relay(new URL(to), port.first, seed)
    await relay.listen()
    undo.add(() => relay.drop())
    const url = new URL(to)
    url.host = `127.0.0.1:${String(port.first)}`
    return {
      url: url.href.replace(/\/$/, ''),
      counters: () => ({ ...relay.counters }),
      drop: () => relay.drop(),
      stall: (newConnections = 'mute') => relay.stall(newConnections),
      blackhole: (way) => relay.blackhole(way),
      delay: (delay) => relay.delay(delay),
      heal: () => relay.heal(),
      stop: () => undo.run(),
    }
  })
}

type Connection = { readonly client: Socket; server: Socket | undefined; directions: TcpDirection[] }

class Relay {
  readonly counters = { accepted: 0, reset: 0, bytesToServer: 0, bytesToClient: 0 }
  readonly #to: URL
  readonly #port: number
  readonly #conditions: TcpConditions
  readonly #connections = new Set<Connection>()
  #server: Server | undefined

  constructor(to: URL, port: number, seed: number) {
    this.#to = to
    this.#port = port
    this.#conditions = { stalled: false, swallowed: undefined, delay: NO_DELAY, random: seededRandom(seed) }
  }

  async listen(): Promise<void> {
    if (this.#server !== undefined) return
    // A side that has finished sending may still be told something.
    const server = createServer({ allowHalfOpen: true, pauseOnConnect: true, noDelay: true }, (client) => {
      this.#accept(client)
    })
    this.#server = server
    await new Promise<void>((settle, fail) => {
      server.once('error', fail)
      server.listen(this.#port, '127.0.0.1', settle)
    })
  }

  async drop(): Promise<void> {
    Object.assign(this.#conditions, { stalled: false, swallowed: undefined })
    for (const connection of [...this.#connections]) this.#reset(connection)
    await this.#refuse()
  }

  async stall(newConnections: 'mute' | 'refused'): Promise<void> {
    this.#conditions.stalled = true
    this.#follow()
    if (newConnections === 'refused') await this.#refuse()
  }

  blackhole(way: OneWay): void {
    this.#conditions.swallowed = way
  }

  delay(delay: Delay): void {
    this.#conditions.delay = delay
  }

  async heal(): Promise<void> {
    Object.assign(this.#conditions, { stalled: false, swallowed: undefined, delay: NO_DELAY })
    for (const connection of [...this.#connections])
      if (connection.directions.some(({ hasLost }) => hasLost)) this.#reset(connection)
    for (const connection of this.#connections) if (connection.server === undefined) this.#connect(connection)
    this.#follow()
    await this.listen()
  }

  /** Connections that are there stay: a closed `net.Server` only stops listening. */
  async #refuse(): Promise<void> {
    const server = this.#server
    this.#server = undefined
    if (server === undefined) return
    const closed = new Promise<void>((settle) => server.close(() => settle()))
    if (this.#connections.size === 0) await closed
  }

  #follow(): void {
    for (const { directions } of this.#connections) for (const direction of directions) direction.follow()
  }

  #accept(client: Socket): void {
    this.counters.accepted += 1
    const connection: Connection = { client, server: undefined, directions: [] }
    this.#connections.add(connection)
    this.#watch(client, connection)
    if (!this.#conditions.stalled) this.#connect(connection)
  }

  #connect(connection: Connection): void {
    const { hostname: host, port } = this.#to
    const { client } = connection
    const server = connect({ host, port: Number(port), allowHalfOpen: true, noDelay: true })
    connection.server = server
    this.#watch(server, connection)
    connection.directions = [
      new TcpDirection({ from: client, to: server, way: 'to-server' }, this.#conditions, (bytes) => {
        this.counters.bytesToServer += bytes
      }),
      new TcpDirection({ from: server, to: client, way: 'to-client' }, this.#conditions, (bytes) => {
        this.counters.bytesToClient += bytes
      }),
    ]
  }

  #watch(socket: Socket, connection: Connection): void {
    // An error on one side (refused, reset) is a reset on the other.
    socket.on('error', () => {
      this.#reset(connection)
    })
    socket.on('close', () => {
      const { client, server } = connection
      if (client.destroyed && server?.destroyed !== false) this.#connections.delete(connection)
    })
  }

  #reset(connection: Connection): void {
    if (!this.#connections.delete(connection)) return
    this.counters.reset += 1
    for (const direction of connection.directions) direction.close()
    connection.client.resetAndDestroy()
    // One that is not connected yet cannot be reset.
    if (connection.server?.connecting === true) connection.server.destroy()
    else connection.server?.resetAndDestroy()
  }
}
