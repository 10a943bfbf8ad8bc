import type { Address } from '../address.ts'
import { failed, ok } from '../../../../../renderer/domain/result.ts'
import type { Result } from '../../../../../renderer/domain/result.ts'
import type { Clock } from '../../clock.ts'
import { Acknowledged } from './acknowledged.ts'
import { Session } from './session.ts'
import type { Outlet } from './session.ts'
import type { Stanza } from '../stanza.ts'

export interface SessionsMeans {
  readonly clock: Clock
  readonly newId: () => string
  /** How long a session lives on without a connection. */
  readonly resumeSeconds: number
  /** The session is no more; what it had not acknowledged is in its counts. */
  readonly onEnded: (session: Session) => void
}

/** After this long without an answer to a question about counts, the connection is taken for dead. */
const longestSilenceMilliseconds = 30_000
/**
 * So many unanswered stanzas, or milliseconds after the first of them, until a client is asked how much it has. A question with
 * each stanza would treble what everybody has to read, and XEP-0198 §4 asks for fewer.
 */
const [mostUnasked, askAfterMilliseconds] = [20, 1000]
/** Ends of sessions that are remembered, so that their clients learn what had arrived (XEP-0198 §5, `failed` with h). */
const mostRemembered = 1000

/** All sessions, with a connection or waiting for one. */
export class Sessions {
  readonly #means: SessionsMeans
  readonly #byAddress = new Map<Address, Session>()
  readonly #byResumption = new Map<string, Session>()
  /** What ends each session that has no connection. */
  readonly #limits = new Map<Session, () => void>()
  /** What asks each session that has something unanswered. */
  readonly #questions = new Map<Session, () => void>()
  readonly #pastCounts = new Map<string, { readonly account: Address; readonly handled: number }>()

  constructor(means: SessionsMeans) {
    this.#means = means
  }

  get all(): readonly Session[] {
    return [...this.#byAddress.values()]
  }

  at(address: Address): Session | undefined {
    return this.#byAddress.get(address)
  }

  of(account: Address): readonly Session[] {
    return this.all.filter((session) => session.account === account)
  }

  /** A new session takes the place of an old one at the same address (RFC 6120 §7.7.2.2). */
  bind(address: Address, outlet: Outlet): Session {
    const old = this.#byAddress.get(address)
    old?.outlet?.end('conflict')
    if (old) this.end(old)
    const session = new Session(address, outlet)
    this.#byAddress.set(address, session)
    return session
  }

  /** @returns the id by which it can be resumed, where that is wanted */
  enable(session: Session, isResumable: boolean): string | undefined {
    session.counts = new Acknowledged()
    if (!isResumable) return undefined
    const id = this.#means.newId()
    session.resumptionId = id
    this.#byResumption.set(id, session)
    return id
  }

  /** Fails with the count of the session that is no more, if it is remembered. */
  resume(id: string, account: Address, outlet: Outlet): Result<Session, number | undefined> {
    const session = this.#byResumption.get(id)
    if (!session || session.account !== account) {
      const past = this.#pastCounts.get(id)
      return failed(past?.account === account ? past.handled : undefined)
    }
    this.#stopLimit(session)
    session.outlet?.drop()
    session.outlet = outlet
    return ok(session)
  }

  /** A session that cannot keep up any more is ended. */
  deliver(session: Session, stanza: Stanza): void {
    if (!session.deliver(stanza)) {
      const { outlet } = session
      this.end(session)
      outlet?.drop()
    } else if ((session.counts?.waiting.length ?? 0) >= mostUnasked) this.#ask(session)
    else this.#askSoon(session)
  }

  /** The connection has gone without a farewell. */
  lost(session: Session): void {
    session.outlet = undefined
    this.#stopQuestion(session)
    if (this.#byAddress.get(session.address) !== session) return
    if (session.resumptionId === undefined) {
      this.end(session)
      return
    }
    this.#limit(session, this.#means.resumeSeconds * 1000, () => this.end(session))
  }

  /** The session has been asked about its counts. */
  awaitAnswer(session: Session): void {
    this.#stopLimit(session)
    if (session.isAsked && session.outlet)
      this.#limit(session, longestSilenceMilliseconds, () => session.outlet?.drop())
  }

  /** It has said how much it has. */
  answered(session: Session): void {
    this.#stopLimit(session)
    this.#askSoon(session)
  }

  end(session: Session): void {
    this.#stopLimit(session)
    this.#stopQuestion(session)
    if (this.#byAddress.get(session.address) !== session) return
    this.#byAddress.delete(session.address)
    this.#forgetResumption(session)
    session.outlet = undefined
    this.#means.onEnded(session)
  }

  /** As after the end of the server's process: nothing is told to anybody, and nothing is remembered. */
  forgetAll(): void {
    for (const session of this.all) {
      this.#stopLimit(session)
      this.#stopQuestion(session)
      session.outlet = undefined
    }
    this.#byAddress.clear()
    this.#byResumption.clear()
    this.#pastCounts.clear()
  }

  #ask(session: Session): void {
    this.#stopQuestion(session)
    const wasAsked = session.isAsked
    session.ask()
    if (session.isAsked && !wasAsked) this.awaitAnswer(session)
  }

  #askSoon(session: Session): void {
    const isKnown = session.isAsked || this.#questions.has(session)
    if (isKnown || !session.outlet || !session.counts || session.counts.waiting.length === 0) return
    this.#questions.set(
      session,
      this.#means.clock.after(askAfterMilliseconds, () => this.#ask(session)),
    )
  }

  #stopQuestion(session: Session): void {
    this.#questions.get(session)?.()
    this.#questions.delete(session)
  }

  #limit(session: Session, milliseconds: number, action: () => void): void {
    this.#stopLimit(session)
    this.#limits.set(session, this.#means.clock.after(milliseconds, action))
  }

  #stopLimit(session: Session): void {
    this.#limits.get(session)?.()
    this.#limits.delete(session)
  }

  #forgetResumption({ resumptionId, account, counts }: Session): void {
    if (resumptionId === undefined) return
    this.#byResumption.delete(resumptionId)
    this.#pastCounts.set(resumptionId, { account, handled: counts?.handled ?? 0 })
    const [oldest] = this.#pastCounts.keys()
    if (this.#pastCounts.size > mostRemembered && oldest !== undefined) this.#pastCounts.delete(oldest)
  }
}
