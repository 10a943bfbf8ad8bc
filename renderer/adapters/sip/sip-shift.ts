import type { UserAgent } from 'sip.js'

import { problem } from '../../domain/problem.ts'
import type { Problem } from '../../domain/problem.ts'
import { failed } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { LinkFact, TelephonyAccount } from '../../ports/telephony.ts'
import { ask } from './ask.ts'
import { Liveness } from './liveness.ts'
import { openSocket } from './open-socket.ts'
import type { Opening } from './open-socket.ts'
import { Reconnect } from './reconnect.ts'
import { Registration } from './registration.ts'
import type { Opened } from './socket-race.ts'
import { LineTransport } from './transport.ts'

/** Milliseconds for a socket at the sign-in: of the last server, and of one that has another after it. */
const lastSocketLimit = 5_000
const socketLimit = 1_500
/** Milliseconds for the answer to a REGISTER: an agent waits for the first; later there is another attempt. */
const signInLimit = 5_000
const recoveryLimit = 2_000
/** Milliseconds after which nobody waits for the answer to a ping any more; whether it came is `Liveness`'s business. */
const pingLimit = 2_000

export interface SipShiftNeeds {
  readonly account: TelephonyAccount
  readonly userAgent: UserAgent
  readonly emit: (fact: LinkFact) => void
  readonly onBack: () => void
  readonly now: () => number
  readonly random: () => number
}

/** One account's link, from sign-in to sign-out: up, or on its way back. */
export class SipShift {
  readonly #needs: SipShiftNeeds
  readonly #transport: LineTransport
  readonly #registration: Registration
  #server = 0
  #phase: 'signing-in' | 'up' | 'away' | 'over' = 'signing-in'
  #opening: Opening | undefined
  #liveness: Liveness | undefined
  #reconnect: Reconnect | undefined
  #answersLineEnds = false

  constructor(needs: SipShiftNeeds) {
    const { userAgent, now } = needs
    if (!(userAgent.transport instanceof LineTransport))
      throw new TypeError('a line over a foreign transport')
    this.#needs = needs
    this.#transport = userAgent.transport
    this.#registration = new Registration({ userAgent, now, onLapsed: () => this.#lost() })
    userAgent.delegate = { ...userAgent.delegate, onDisconnect: (error) => error && this.#lost() }
    this.#transport.listener = {
      onLife: (kind) => {
        if (kind === 'line-end') this.#answersLineEnds = true
        this.#liveness?.heard()
      },
    }
  }

  get account(): TelephonyAccount {
    return this.#needs.account
  }

  get userAgent(): UserAgent {
    return this.#needs.userAgent
  }

  async signIn(): Promise<Result<undefined, Problem>> {
    let result: Result<undefined, Problem> = failed(problem('server-unreachable'))
    for (const [index, server] of this.account.servers.entries()) {
      const isLast = index === this.account.servers.length - 1
      this.#opening = openSocket(server, isLast ? lastSocketLimit : socketLimit)
      const socket = await this.#opening.opened
      if (this.#isOver()) {
        socket?.close()
        break
      }
      if (!socket) continue
      this.#server = index
      result = await this.#register(socket, signInLimit)
      if (result.ok || result.problem.code === 'wrong-password') break
    }
    return this.#isOver() ? failed(problem('server-unreachable')) : result
  }

  /** Resolves when the server has been told, or cannot be. */
  async end(): Promise<void> {
    const wasUp = this.#phase === 'up'
    this.#phase = 'over'
    this.#opening?.giveUp()
    this.#reconnect?.stop()
    this.#liveness?.stop()
    this.#registration.pause()
    if (wasUp) await this.#registration.unregister()
    await this.userAgent.stop()
    await this.#transport.disconnect()
  }

  /** There is a reason to doubt that the link stands: it is asked, or tried again, at once. */
  doubt(): void {
    this.#reconnect?.hurry()
    void this.answersNow()
  }

  async answersNow(): Promise<boolean> {
    if (this.#phase !== 'up' || !this.#liveness) return false
    const answers = await this.#liveness.check()
    if (answers) this.#registration.renewIfDue()
    return answers
  }

  /** A method, since it may end during any `await` and the compiler would remember the field. */
  #isOver(): boolean {
    return this.#phase === 'over'
  }

  async #register(socket: WebSocket, limit: number): Promise<Result<undefined, Problem>> {
    this.#answersLineEnds = false
    this.#transport.adopt(socket)
    // Answered at once: the transport is connected already, or has just lost its socket, and then `register` fails too.
    await this.userAgent.start().catch(() => undefined)
    // Ahead of the REGISTER, so that by its answer we know whether this server answers line ends.
    this.#transport.ping()
    const result = await this.#registration.register(limit)
    if (this.#isOver()) return result
    if (result.ok) this.#up()
    else this.#transport.drop()
    return result
  }

  #up(): void {
    this.#phase = 'up'
    this.#liveness?.stop()
    this.#liveness = new Liveness({
      now: this.#needs.now,
      ping: () => this.#ping(),
      onSilent: () => this.#lost(),
      onWoken: () => this.#registration.renewIfDue(),
    })
  }

  /**
   * Two line ends (RFC 5626 §3.5.1), and as long as this connection has never answered any, an OPTIONS beside them
   * (RFC 3261 §11.1), since not every server answers line ends. Whatever status comes back, somebody is there.
   */
  #ping(): void {
    this.#transport.ping()
    if (this.#answersLineEnds) return
    const { userAgentCore, configuration } = this.userAgent
    const server = configuration.uri.clone()
    server.user = undefined
    const options = userAgentCore.makeOutgoingRequestMessage('OPTIONS', server, configuration.uri, server, {})
    void ask(this.userAgent, options, pingLimit)
  }

  #lost(): void {
    if (this.#phase !== 'up') return
    const { emit, now, random } = this.#needs
    this.#phase = 'away'
    this.#liveness?.stop()
    this.#registration.pause()
    this.#transport.drop()
    emit({ kind: 'link-lost', at: now() })
    const { servers } = this.account
    this.#reconnect = new Reconnect({
      servers: [...servers.slice(this.#server), ...servers.slice(0, this.#server)],
      settle: (opened) => this.#settle(opened),
      onOver: (outcome) => this.#over(outcome),
      emit,
      now,
      random,
    })
  }

  async #settle({ server, socket }: Opened): Promise<'back' | 'refused' | 'failed'> {
    const result = await this.#register(socket, recoveryLimit)
    if (result.ok) {
      this.#server = this.account.servers.indexOf(server)
      return 'back'
    }
    // Trying a refused password again and again is how accounts get locked.
    return result.problem.code === 'wrong-password' ? 'refused' : 'failed'
  }

  #over(outcome: 'back' | 'refused'): void {
    const { emit, now, onBack } = this.#needs
    this.#reconnect = undefined
    if (outcome === 'refused') {
      emit({ kind: 'signed-out-by-server', at: now() })
      return
    }
    emit({ kind: 'link-back', at: now() })
    onBack()
  }
}
