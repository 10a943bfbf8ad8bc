import type { LinkFact } from '../../ports/telephony.ts'
import type { Subprotocol } from './open-socket.ts'
import { SocketRace } from './socket-race.ts'
import type { Opened } from './socket-race.ts'

/** Milliseconds: the first and the longest wait. Full jitter keeps a thousand desks from returning at one moment. */
const firstWait = 250
const longestWait = 2_000
/** Milliseconds after which an attempt that has neither opened nor failed gets another beside it. */
const attemptLimit = 1_000
/** Milliseconds between two attempts that were asked for, however often the network changes. */
const spacing = 250

export interface ReconnectNeeds {
  /** In the order in which they are tried, in turn. */
  readonly servers: readonly string[]
  readonly protocol: Subprotocol
  /** Takes the account to the server at the other end of an open socket. */
  readonly settle: (opened: Opened) => Promise<'back' | 'refused' | 'failed'>
  readonly onOver: (outcome: 'back' | 'refused') => void
  readonly emit: (fact: LinkFact) => void
  readonly now: () => number
  readonly random: () => number
}

/**
 * Tries again until it works, the account is refused, or it is stopped; it never gives up by itself. Waits are drawn by
 * "full jitter", random(0, min(longest, first × 2^tries)) ("Exponential Backoff And Jitter", AWS Architecture Blog, 2015).
 */
export class Reconnect {
  readonly #needs: ReconnectNeeds
  readonly #race: SocketRace
  #stopped = false
  #hurried = false
  #nudge: () => void = () => undefined
  #tries = 0
  #attempts = 0
  /** Milliseconds of the next wait that have gone by while an attempt hung. */
  #waited = 0
  #attemptedAt = -Infinity

  constructor(needs: ReconnectNeeds) {
    this.#needs = needs
    this.#race = new SocketRace(needs.protocol, () => this.#nudge())
    void this.#run()
  }

  /** Does not wait any longer. An attempt that is under way goes on beside the new one. */
  hurry(): void {
    this.#hurried = true
    this.#tries = 0
    this.#nudge()
  }

  stop(): void {
    this.#stopped = true
    this.#race.take()?.socket.close()
    this.#race.giveUp()
    this.#nudge()
  }

  /** A method, since it may be stopped during any `await` and the compiler would remember the field. */
  #isOver(): boolean {
    return this.#stopped
  }

  async #run(): Promise<void> {
    const { settle, onOver } = this.#needs
    while (!this.#isOver()) {
      const opened = await this.#nextSocket()
      // A server's answer that a library stumbles over is none; the next attempt may find a better one.
      const outcome =
        opened && !this.#isOver() ? await settle(opened).catch(() => 'failed' as const) : 'failed'
      if (this.#isOver()) return
      if (outcome !== 'failed') {
        this.stop()
        onOver(outcome)
      }
    }
  }

  async #nextSocket(): Promise<Opened | undefined> {
    const { emit, now, servers } = this.#needs
    await this.#wait()
    if (this.#isOver()) return undefined
    emit({ kind: 'link-trying', at: now() })
    const earlier = this.#race.take()
    if (earlier) return earlier
    this.#attemptedAt = now()
    const server = servers[this.#attempts++ % servers.length] ?? ''
    const attempted = this.#race.attempt(server).then(() => 0)
    this.#waited = await Promise.race([attempted, this.#pause(attemptLimit).then(() => attemptLimit)])
    return this.#race.take()
  }

  async #wait(): Promise<void> {
    const { emit, now, random } = this.#needs
    const drawn = random() * Math.min(longestWait, firstWait * 2 ** this.#tries++)
    const wait = this.#hurried ? this.#untilSpaced() : Math.max(0, drawn - this.#waited)
    this.#waited = 0
    emit({ kind: 'link-waiting', retryAt: now() + wait, at: now() })
    if (!this.#hurried) await this.#pause(wait)
    if (this.#hurried) await new Promise((resolve) => setTimeout(resolve, this.#untilSpaced()))
    // The attempt that comes now is the one that was asked for.
    this.#hurried = false
  }

  /** Milliseconds; a clock that was set back makes it no longer. */
  #untilSpaced(): number {
    return Math.max(0, Math.min(spacing, this.#attemptedAt + spacing - this.#needs.now()))
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      this.#nudge = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
