import { openSocket } from './open-socket.ts'
import type { Opening, Subprotocol } from './open-socket.ts'

/**
 * Milliseconds that one attempt is left to itself. Chromium holds a page's new WebSockets back, for 1 s to 5 s each,
 * after some 16 that have failed (its WebSocket throttling, over the last three to six minutes), and a lost SYN is sent
 * again after 1 s and 3 s (RFC 6298 §5). Whoever gives up sooner than that never comes back from a long outage.
 */
const patience = 7_000

export interface Opened {
  readonly server: string
  readonly socket: WebSocket
}

/** Several attempts side by side, of which the first to open wins, much as RFC 8305 races addresses. */
export class SocketRace {
  readonly #running = new Set<Opening>()
  readonly #protocol: Subprotocol
  readonly #onWon: () => void
  #won: Opened | undefined

  constructor(protocol: Subprotocol, onWon: () => void) {
    this.#protocol = protocol
    this.#onWon = onWon
  }

  /** Resolves when this attempt is over, well or not. */
  async attempt(server: string): Promise<void> {
    const opening = openSocket(server, this.#protocol, patience)
    this.#running.add(opening)
    const socket = await opening.opened
    this.#running.delete(opening)
    if (!socket) return
    if (this.#won) {
      socket.close()
      return
    }
    this.#won = { server, socket }
    this.#onWon()
  }

  /** The socket that has opened first, once; the other attempts are given up. */
  take(): Opened | undefined {
    const won = this.#won
    if (won) this.giveUp()
    this.#won = undefined
    return won
  }

  giveUp(): void {
    for (const opening of this.#running) opening.giveUp()
    this.#running.clear()
  }
}
