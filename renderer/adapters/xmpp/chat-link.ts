import { problem } from '../../domain/problem.ts'
import type { Problem } from '../../domain/problem.ts'
import { done, failed } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { LinkFact } from '../../ports/telephony.ts'
import { Liveness } from '../link/liveness.ts'
import { openSocket } from '../link/open-socket.ts'
import type { Opening } from '../link/open-socket.ts'
import { Reconnect } from '../link/reconnect.ts'
import { RoundTrip } from '../link/round-trip.ts'
import type { Opened } from '../link/socket-race.ts'
import { StreamMemory } from './stream-memory.ts'
import type { StreamKeep } from './stream-memory.ts'
import { Stream } from './stream.ts'
import type { Opened as Session, StreamAccount, StreamEnd } from './stream.ts'
import type { XmlElement } from './xml-element.ts'

/** Milliseconds for a socket at the sign-in: of the last server, and of one that has another after it. */
const lastSocketLimit = 5_000
const socketLimit = 1_500
/** Milliseconds from an open socket to a session: an agent waits for the first. */
const signInLimit = 8_000
/** Milliseconds when there will be another attempt; the limit doubles with each, since the link may only be slow. */
const recoveryLimit = 3_000
const longestRecoveryLimit = 12_000

export interface ChatLinkNeeds {
  /** `servers`: in the order in which they are tried. */
  readonly account: StreamAccount & { readonly servers: readonly string[] }
  readonly emit: (fact: LinkFact) => void
  /** There is a session: what was told in the one before must be told again. */
  readonly onUp: () => void
  /** There is none any more. */
  readonly onDown: () => void
  readonly onStanza: (stanza: Element) => void
  /** Where a reload of the page finds its session. */
  readonly keep: StreamKeep | undefined
  readonly now: () => number
  readonly random: () => number
}

/** One account's link to the chat server, from sign-in to sign-out: up, or on its way back. */
export class ChatLink {
  readonly #needs: ChatLinkNeeds
  readonly #memory: StreamMemory
  readonly #roundTrip = new RoundTrip()
  #server = 0
  #phase: 'signing-in' | 'up' | 'away' | 'over' = 'signing-in'
  #opening: Opening | undefined
  #stream: Stream | undefined
  #liveness: Liveness | undefined
  #reconnect: Reconnect | undefined
  /** Since the link was lost. */
  #attempts = 0

  constructor(needs: ChatLinkNeeds) {
    this.#needs = needs
    this.#memory = new StreamMemory(needs.account, needs.keep)
  }

  /** Servers in their order. A refused password goes to no further one. */
  async signIn(): Promise<Result<undefined, Problem>> {
    const { servers } = this.#needs.account
    let result: Result<undefined, Problem> = failed(problem('server-unreachable'))
    for (const [index, server] of servers.entries()) {
      this.#opening = openSocket(server, 'xmpp', index === servers.length - 1 ? lastSocketLimit : socketLimit)
      const socket = await this.#opening.opened
      if (this.#isOver()) {
        socket?.close()
        break
      }
      if (!socket) continue
      this.#server = index
      const session = await this.#begin({ server, socket }, signInLimit)
      result = resultOf(session)
      if (result.ok || session === 'wrong-password') break
    }
    if (this.#isOver()) return failed(problem('server-unreachable'))
    if (result.ok) this.#needs.onUp()
    return result
  }

  /** `false` when there is no link. */
  send(element: XmlElement): boolean {
    if (this.#phase !== 'up') return false
    this.#stream?.send(element)
    return true
  }

  /** There is a reason to doubt that the link stands: it is asked, or tried again, at once. */
  doubt(): void {
    this.#reconnect?.hurry()
    if (this.#phase === 'up') void this.#liveness?.check()
  }

  /** Resolves when the goodbye has gone, or cannot. */
  async end(): Promise<void> {
    this.#stop()
    await this.#stream?.close()
  }

  /** Without a word: the server keeps the session for whoever comes after. */
  abandon(): void {
    this.#stop()
    this.#stream?.drop()
  }

  #stop(): void {
    this.#phase = 'over'
    this.#opening?.giveUp()
    this.#reconnect?.stop()
    this.#liveness?.stop()
    this.#memory.stop()
    this.#needs.onDown()
  }

  /** A method, since it may end during any `await` and the compiler would remember the field. */
  #isOver(): boolean {
    return this.#phase === 'over'
  }

  async #begin({ server, socket }: Opened, limit: number): Promise<Session> {
    const { account, onStanza } = this.#needs
    const stream = new Stream({
      ...{ account, server, socket, memory: this.#memory, onStanza },
      onFrame: () => this.#heard(),
      onEnd: (end) => this.#lost(end),
    })
    this.#stream = stream
    const session = await stream.open(limit)
    if (this.#isOver()) {
      stream.drop()
      return 'failed'
    }
    if (session === 'fresh' || session === 'resumed') this.#up()
    return session
  }

  #up(): void {
    const { now } = this.#needs
    this.#phase = 'up'
    this.#roundTrip.forgetQuestion()
    this.#liveness = new Liveness({
      now,
      roundTrip: () => this.#roundTrip.milliseconds,
      ping: () => {
        this.#roundTrip.asked(now())
        this.#stream?.probe()
      },
      onSilent: () => this.#lost('lost'),
      onWoken: () => undefined,
    })
  }

  #heard(): void {
    this.#roundTrip.answered(this.#needs.now())
    this.#liveness?.heard()
  }

  #lost(end: StreamEnd): void {
    if (this.#phase !== 'up') return
    const { emit, now, onDown } = this.#needs
    this.#phase = 'away'
    this.#attempts = 0
    this.#liveness?.stop()
    this.#stream?.drop()
    onDown()
    emit({ kind: 'link-lost', at: now() })
    // Two desks under one address would throw each other out for ever.
    if (end === 'replaced') this.#over('refused')
    else this.#recover()
  }

  #recover(): void {
    const { account, emit, now, random } = this.#needs
    const { servers } = account
    this.#reconnect = new Reconnect({
      protocol: 'xmpp',
      servers: [...servers.slice(this.#server), ...servers.slice(0, this.#server)],
      settle: (opened) => this.#settle(opened),
      onOver: (outcome) => this.#over(outcome),
      ...{ emit, now, random },
    })
  }

  async #settle(opened: Opened): Promise<'back' | 'refused' | 'failed'> {
    const limit = Math.min(longestRecoveryLimit, recoveryLimit * 2 ** this.#attempts++)
    const session = await this.#begin(opened, limit)
    if (session === 'wrong-password') return 'refused'
    if (session !== 'fresh' && session !== 'resumed') return 'failed'
    this.#server = Math.max(0, this.#needs.account.servers.indexOf(opened.server))
    return 'back'
  }

  #over(outcome: 'back' | 'refused'): void {
    const { emit, now, onUp } = this.#needs
    this.#reconnect = undefined
    if (outcome === 'refused') {
      emit({ kind: 'signed-out-by-server', at: now() })
      return
    }
    emit({ kind: 'link-back', at: now() })
    onUp()
  }
}

const resultOf = (session: Session): Result<undefined, Problem> => {
  if (session === 'fresh' || session === 'resumed') return done
  if (session === 'wrong-password') return failed(problem('wrong-password'))
  return failed(problem(session === 'refused' ? 'server-refused' : 'server-unreachable'))
}
