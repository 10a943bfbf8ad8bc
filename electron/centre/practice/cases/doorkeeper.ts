import type { IncomingHttpHeaders } from 'node:http'
import { sameText } from '../digest.ts'

export interface CaseAccountOfAgent {
  readonly user: string
  readonly password: string
  readonly token: string
}

/** More sessions than this at once: the oldest ends. */
const mostSessions = 200

/** Knows who asks: by the cookie of a session, or by a token with each request. */
export class Doorkeeper {
  readonly #accounts: readonly CaseAccountOfAgent[]
  readonly #newId: () => string
  /** RT's own has the port in it, which is known when the door is open. */
  cookieName = 'RT_SID'
  /** The user of each session. */
  readonly #sessions = new Map<string, string>()

  constructor(accounts: readonly CaseAccountOfAgent[], newId: () => string) {
    this.#accounts = accounts
    this.#newId = newId
  }

  /** The user's name; `undefined` for a stranger. A session counts before a token. */
  whoAsks({ cookie = '', authorization = '' }: IncomingHttpHeaders): string | undefined {
    const session = this.#sessionIn(cookie)
    const user = session === undefined ? undefined : this.#sessions.get(session)
    if (user !== undefined) return user
    const token = /^token (.+)$/i.exec(authorization)?.[1]
    if (token === undefined) return undefined
    return this.#accounts.find((account) => sameText(account.token, token))?.user
  }

  /** The value of Set-Cookie. As with RT, a failed sign-in gets one too, which opens nothing. */
  signIn(user: string, password: string): { readonly isKnown: boolean; readonly cookie: string } {
    const account = this.#accounts.find((one) => one.user === user)
    const isKnown = account !== undefined && sameText(account.password, password)
    const session = this.#newId()
    if (isKnown) {
      this.#sessions.set(session, account.user)
      const [oldest] = this.#sessions.keys()
      if (this.#sessions.size > mostSessions && oldest !== undefined) this.#sessions.delete(oldest)
    }
    return { isKnown, cookie: `${this.cookieName}=${session}; path=/; HttpOnly` }
  }

  signOut({ cookie = '' }: IncomingHttpHeaders): void {
    const session = this.#sessionIn(cookie)
    if (session !== undefined) this.#sessions.delete(session)
  }

  endSessions(): void {
    this.#sessions.clear()
  }

  #sessionIn(cookie: string): string | undefined {
    const own = cookie.split(';').find((part) => part.trim().startsWith(`${this.cookieName}=`))
    return own?.trim().slice(this.cookieName.length + 1)
  }
}
