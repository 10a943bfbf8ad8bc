import type { CaseAnswer, CaseRequest } from '../renderer/domain/case-request.ts'
import { problem } from '../renderer/domain/problem.ts'
import type { Problem } from '../renderer/domain/problem.ts'
import { failed, ok } from '../renderer/domain/result.ts'
import type { Result } from '../renderer/domain/result.ts'
import type { CaseAccount, Realm } from '../renderer/domain/setup.ts'
import { addressOf } from './case-address.ts'
import type { CaseCredentials } from './case-credentials.ts'
import type { CaseWeb, Exchanged, ExchangeLimits } from './case-exchange.ts'
import { askAs, begin, end, nameOf } from './case-session.ts'
import type { CaseDoor, CaseSession } from './case-session.ts'
import type { Log } from './log.ts'

export interface CaseGatewayNeeds {
  readonly web: CaseWeb
  /** The configured address; `undefined` for a realm without a case system. */
  readonly serverOf: (realm: Realm) => string | undefined
  readonly credentials: CaseCredentials
  readonly userAgent: string
  readonly log: Log
  readonly limits?: ExchangeLimits
}

/** 20 s and 16 MB (a file of 10 MB in base64 is in it). */
const usual: ExchangeLimits = { milliseconds: 20_000, bytes: 16 * 1024 * 1024 }
/** Milliseconds for which a sign-out waits for the server. */
const farewell = 3000

interface Current {
  session: CaseSession
  /** The server does not accept the account any more: trying it again and again could lock it. */
  ended: boolean
  /** Counts the sessions begun with this account: 0 while the server has not been reached. */
  begun: number
  renewing: Promise<'renewed' | 'refused' | 'unreached'> | undefined
}

/** HTTP to one case system at a time, in a session that it renews by itself. */
export class CaseGateway {
  readonly #needs: CaseGatewayNeeds
  readonly #door: CaseDoor
  #current: Current | undefined
  #turn: Promise<unknown> = Promise.resolve()

  constructor(needs: CaseGatewayNeeds) {
    this.#needs = needs
    this.#door = { web: needs.web, userAgent: needs.userAgent, limits: needs.limits ?? usual }
  }

  signIn(realm: Realm, account: CaseAccount | undefined): Promise<Result<string, Problem>> {
    return this.#inTurn(() => this.#signIn(realm, account))
  }

  signOut(realm: Realm, forget: boolean): Promise<void> {
    return this.#inTurn(async () => {
      const { credentials } = this.#needs
      const current = this.#current
      if (current?.session.realm === realm) {
        this.#current = undefined
        const limits = {
          ...this.#door.limits,
          milliseconds: Math.min(farewell, this.#door.limits.milliseconds),
        }
        await end({ ...this.#door, limits }, current.session)
      }
      if (forget) credentials.forget(realm)
    })
  }

  async knownUser(realm: Realm): Promise<string | undefined> {
    const session = this.#current?.session
    if (session?.realm === realm) return session.account.user
    return (await this.#needs.credentials.read(realm))?.user
  }

  /** @throws TypeError for a path that leads elsewhere: the window's parser has refused it already. */
  async ask(request: CaseRequest): Promise<CaseAnswer> {
    const current = this.#current
    if (!current || current.ended) return { kind: 'signed-out' }
    const { begun } = current
    const first = begun === 0 ? unbegun : await this.#send(current.session, request)
    if (!isSignedOut(first)) return answerOf(first)
    // Refused: nothing was done, and it can be asked again in a new session.
    const renewal = current.begun > begun ? 'renewed' : await this.#renew(current)
    if (renewal === 'unreached') return { kind: 'unreached', arrived: 'no' }
    if (renewal === 'refused') return { kind: 'signed-out' }
    const second = await this.#send(current.session, request)
    if (isSignedOut(second)) current.ended = true
    return isSignedOut(second) ? { kind: 'signed-out' } : answerOf(second)
  }

  async #signIn(realm: Realm, given: CaseAccount | undefined): Promise<Result<string, Problem>> {
    const { serverOf, credentials } = this.#needs
    this.#current = undefined
    const server = serverOf(realm)
    if (server === undefined) return failed(problem('cases-unreachable'))
    const account = given ?? (await credentials.read(realm))
    if (!account) return failed(problem('cases-sign-in-needed'))
    const current: Current = {
      session: { realm, server, account },
      ended: false,
      begun: 0,
      renewing: undefined,
    }
    const refused = await this.#begin(current)
    // With a server that is out of reach, the first request that reaches it signs in.
    if (refused !== 'cases-wrong-password') this.#current = current
    return refused ? failed(problem(refused)) : ok(current.session.account.user)
  }

  async #begin(current: Current): ReturnType<typeof begin> {
    const refused = await begin(this.#door, current.session)
    this.#needs.log.write('cases-signed-in', { realm: current.session.realm, outcome: refused ?? 'done' })
    if (refused === undefined) {
      if (current.begun === 0) await this.#keep(current)
      current.begun += 1
    }
    return refused
  }

  /** The account as the case system writes it, so that the next start knows the user without a link. */
  async #keep(current: Current): Promise<void> {
    const { session } = current
    const account = { ...session.account, user: await nameOf(this.#door, session) }
    current.session = { ...session, account }
    await this.#needs.credentials.keep(session.realm, account)
  }

  #send(session: CaseSession, { method, path, body, revision }: CaseRequest): Promise<Exchanged> {
    const url = addressOf(session.server, path)
    if (url === undefined) throw new TypeError('the path leads out of the case system')
    return askAs(this.#door, session, {
      url,
      method,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(revision !== undefined && { 'if-match': revision }),
      },
      ...(body !== undefined && { body }),
    })
  }

  /** Once, however many requests have found the session at its end. */
  #renew(current: Current): NonNullable<Current['renewing']> {
    current.renewing ??= this.#inTurn(() => this.#beginAgain(current)).finally(
      () => (current.renewing = undefined),
    )
    return current.renewing
  }

  async #beginAgain(current: Current): Promise<'renewed' | 'refused' | 'unreached'> {
    // Somebody has signed out, or in elsewhere, meanwhile.
    if (this.#current !== current || current.ended) return 'refused'
    const refused = await this.#begin(current)
    if (refused === 'cases-wrong-password') current.ended = true
    return refused === undefined ? 'renewed' : current.ended ? 'refused' : 'unreached'
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work)
    this.#turn = turn.catch(() => undefined)
    return turn
  }
}

/** Before the first session nothing is sent that would only be refused. */
const unbegun: Exchanged = { kind: 'redirected' }

const isSignedOut = (exchanged: Exchanged): boolean =>
  exchanged.kind === 'redirected' || (exchanged.kind === 'answer' && exchanged.status === 401)

function answerOf(exchanged: Exchanged): CaseAnswer {
  switch (exchanged.kind) {
    case 'answer':
      return exchanged
    case 'redirected':
      return { kind: 'signed-out' }
    case 'unreached':
      return { kind: 'unreached', arrived: exchanged.arrived }
  }
}
