import type { UserAgent } from 'sip.js'

import { ask } from './ask.ts'
import { RoundTrip } from '../link/round-trip.ts'
import type { LineTransport } from './transport.ts'

/** Milliseconds after which nobody waits for the answer to an OPTIONS any more; whether it came is `Liveness`'s business. */
const limit = 2_000

export interface ServerPingNeeds {
  readonly userAgent: UserAgent
  readonly transport: Pick<LineTransport, 'ping'>
  readonly now: () => number
}

/**
 * Asks a server whether it is there: by two line ends (RFC 5626 §3.5.1), and as long as this connection has never answered
 * any, by an OPTIONS beside them (RFC 3261 §11.1), since not every server answers line ends. Whatever status comes back,
 * somebody is there.
 */
export class ServerPing {
  readonly #needs: ServerPingNeeds
  readonly #roundTrip = new RoundTrip()
  #answersLineEnds = false

  constructor(needs: ServerPingNeeds) {
    this.#needs = needs
  }

  /** Milliseconds. */
  get roundTrip(): number {
    return this.#roundTrip.milliseconds
  }

  /**
   * Asks over another connection, which may lead to another server: ahead of the REGISTER, so that by its answer we know
   * whether this server answers line ends.
   */
  begin(): void {
    this.#answersLineEnds = false
    this.#roundTrip.forgetQuestion()
    this.#askByLineEnds()
  }

  /** Something has come in over this connection. */
  heard(kind: 'line-end' | 'message'): void {
    if (kind === 'line-end') this.#answersLineEnds = true
    this.#roundTrip.answered(this.#needs.now())
  }

  ask(): void {
    this.#askByLineEnds()
    if (this.#answersLineEnds) return
    const { userAgent } = this.#needs
    const { userAgentCore, configuration } = userAgent
    const server = configuration.uri.clone()
    server.user = undefined
    const options = userAgentCore.makeOutgoingRequestMessage('OPTIONS', server, configuration.uri, server, {})
    void ask(userAgent, options, limit)
  }

  #askByLineEnds(): void {
    this.#roundTrip.asked(this.#needs.now())
    this.#needs.transport.ping()
  }
}
