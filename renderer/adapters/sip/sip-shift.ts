import type { UserAgent } from 'sip.js'

import { problem } from '../../domain/problem.ts'
import type { Problem } from '../../domain/problem.ts'
import { done, failed } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { LinkFact, TelephonyAccount } from '../../ports/telephony.ts'
import { Liveness } from '../link/liveness.ts'
import { openSocket } from '../link/open-socket.ts'
import type { Opening } from '../link/open-socket.ts'
import { Reconnect } from '../link/reconnect.ts'
import { isAccepted, refusesCredentials, registrationProblem } from './refusals.ts'
import { Registration } from './registration.ts'
import { ServerPing } from './server-ping.ts'
import type { Opened } from '../link/socket-race.ts'
import { LineTransport } from './transport.ts'

/** Milliseconds for a socket at the sign-in: of the last server, and of one that has another after it. */
const lastSocketLimit = 5_000
const socketLimit = 1_500
/** Milliseconds for the answer to a REGISTER, with its challenge: an agent waits for the first. */
const signInLimit = 5_000
/** Milliseconds when there will be another attempt; the limit doubles with each, since the link may only be slow. */
const recoveryLimit = 2_000
const longestRecoveryLimit = 8_000

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
  readonly #ping: ServerPing
  /** Since the link was lost. */
  #attempts = 0

  constructor(needs: SipShiftNeeds) {
    const { userAgent, now } = needs
    if (!(userAgent.transport instanceof LineTransport))
      throw new TypeError('a line over a foreign transport')
    this.#needs = needs
    this.#transport = userAgent.transport
    this.#registration = new Registration({ userAgent, now, onLapsed: () => this.#lost() })
    userAgent.delegate = { ...userAgent.delegate, onDisconnect: (error) => error && this.#lost() }
    this.#ping = new ServerPing({ userAgent, transport: this.#transport, now })
    this.#transport.listener = {
      onLife: (kind) => {
        this.#ping.heard(kind)
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
      this.#opening = openSocket(server, 'sip', isLast ? lastSocketLimit : socketLimit)
      const socket = await this.#opening.opened
      if (this.#isOver()) {
        socket?.close()
        break
      }
      if (!socket) continue
      this.#server = index
      const status = await this.#register(socket, signInLimit)
      result = isAccepted(status) ? done : failed(registrationProblem(status))
      if (result.ok || result.problem.code === 'wrong-password') break
    }
    return this.#isOver() ? failed(problem('server-unreachable')) : result
  }

  /** The server is told at once. Resolves when it has answered, or cannot, and the goodbyes have gone. */
  async end(goodbyes?: Promise<unknown>): Promise<void> {
    const wasUp = this.#phase === 'up'
    this.#phase = 'over'
    this.#opening?.giveUp()
    this.#reconnect?.stop()
    this.#liveness?.stop()
    this.#registration.pause()
    await Promise.all([wasUp && this.#registration.unregister(), goodbyes])
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

  /** Resolves with the status of the server's answer. */
  async #register(socket: WebSocket, limit: number): Promise<number> {
    this.#transport.adopt(socket)
    // Answered at once: the transport is connected already, or has just lost its socket, and then `register` fails too.
    await this.userAgent.start().catch(() => undefined)
    this.#ping.begin()
    const status = await this.#registration.register(limit)
    if (this.#isOver()) return status
    if (isAccepted(status)) this.#up()
    else this.#transport.drop()
    return status
  }

  #up(): void {
    this.#phase = 'up'
    this.#liveness?.stop()
    this.#liveness = new Liveness({
      now: this.#needs.now,
      roundTrip: () => this.#ping.roundTrip,
      ping: () => this.#ping.ask(),
      onSilent: () => this.#lost(),
      onWoken: () => this.#registration.renewIfDue(),
    })
  }

  #lost(): void {
    if (this.#phase !== 'up') return
    const { emit, now, random } = this.#needs
    this.#phase = 'away'
    this.#attempts = 0
    this.#liveness?.stop()
    this.#registration.pause()
    this.#transport.drop()
    emit({ kind: 'link-lost', at: now() })
    const { servers } = this.account
    this.#reconnect = new Reconnect({
      protocol: 'sip',
      servers: [...servers.slice(this.#server), ...servers.slice(0, this.#server)],
      settle: (opened) => this.#settle(opened),
      onOver: (outcome) => this.#over(outcome),
      emit,
      now,
      random,
    })
  }

  async #settle({ server, socket }: Opened): Promise<'back' | 'refused' | 'failed'> {
    const limit = Math.min(longestRecoveryLimit, recoveryLimit * 2 ** this.#attempts++)
    const status = await this.#register(socket, limit)
    if (isAccepted(status)) {
      this.#server = this.account.servers.indexOf(server)
      return 'back'
    }
    // Trying a refused password again and again is how accounts get locked.
    return refusesCredentials(status) ? 'refused' : 'failed'
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
