import { createHash, timingSafeEqual } from 'node:crypto'
import type { Clock } from './clock.ts'

/** Where a request's credentials stand. Only `good` may go on; `replayed` and `stale` are asked once more. */
export type DigestVerdict = 'good' | 'missing' | 'stale' | 'replayed' | 'wrong'

export interface DigestMeans {
  readonly realm: string
  readonly clock: Clock
  /** Unguessable text without quotes. */
  readonly newNonce: () => string
  /** The password of a user; `undefined` for a stranger. */
  readonly passwordOf: (user: string) => string | undefined
}

export interface Credentials {
  readonly user: string
  /** The value of the Authorization field. */
  readonly authorization: string | undefined
  readonly method: string
  /** The Request-URI, which the credentials must name too (RFC 2617 §3.2.2.5). */
  readonly target: string
}

/** A nonce serves so long; then the client is asked again with `stale=true` and need not ask its user. */
const nonceMilliseconds = 60_000
/** More challenges than this without an answer: the oldest is forgotten. */
const mostNonces = 100

/** HTTP digest as SIP uses it (RFC 3261 §22, RFC 2617): MD5, qop=auth. SIP.js knows no stronger one. */
export class DigestGate {
  readonly #means: DigestMeans
  /** When each nonce was made, and the highest request count seen with it (RFC 2617 §3.2.2, nc). */
  readonly #nonces = new Map<string, { readonly madeAt: number; count: number }>()

  constructor(means: DigestMeans) {
    this.#means = means
  }

  /** The value of a WWW-Authenticate field with a fresh nonce. */
  challenge(verdict: DigestVerdict): string {
    const nonce = this.#means.newNonce()
    this.#nonces.set(nonce, { madeAt: this.#means.clock.now(), count: 0 })
    const [oldest] = this.#nonces.keys()
    if (this.#nonces.size > mostNonces && oldest !== undefined) this.#nonces.delete(oldest)
    const stale = verdict === 'stale' || verdict === 'replayed' ? ', stale=true' : ''
    return `Digest realm="${this.#means.realm}", nonce="${nonce}", algorithm=MD5, qop="auth"${stale}`
  }

  check(credentials: Credentials): DigestVerdict {
    if (credentials.authorization === undefined) return 'missing'
    const fields = digestFields(credentials.authorization)
    const nonce = this.#nonces.get(fields.get('nonce') ?? '')
    // RFC 2617 §3.2.1: stale only where the response would have been right, which a forgotten nonce hides.
    if (!this.#isRight(credentials, fields)) return 'wrong'
    if (!nonce || this.#means.clock.now() - nonce.madeAt > nonceMilliseconds) return 'stale'
    const count = Number.parseInt(fields.get('nc') ?? '', 16)
    if (!(count > nonce.count)) return 'replayed'
    nonce.count = count
    return 'good'
  }

  #isRight({ user, method, target }: Credentials, fields: ReadonlyMap<string, string>): boolean {
    const password = this.#means.passwordOf(user)
    const { realm } = this.#means
    if (password === undefined || fields.get('username') !== user || fields.get('realm') !== realm)
      return false
    if (fields.get('uri') !== target || fields.get('qop') !== 'auth') return false
    if ((fields.get('algorithm') ?? 'MD5').toUpperCase() !== 'MD5') return false
    const parts = [fields.get('nonce'), fields.get('nc'), fields.get('cnonce'), 'auth']
    const expected = md5(
      [md5(`${user}:${realm}:${password}`), ...parts, md5(`${method}:${target}`)].join(':'),
    )
    return sameText(expected, fields.get('response') ?? '')
  }
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex')

/** Compares without telling by its duration where two texts differ. */
export function sameText(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => createHash('sha256').update(text).digest())
  return one !== undefined && other !== undefined && timingSafeEqual(one, other)
}

/** `Digest username="a", nc=00000001` → its fields by lower-case name, without quotes. */
function digestFields(authorization: string): Map<string, string> {
  const fields = new Map<string, string>()
  if (!/^Digest\s/i.test(authorization)) return fields
  for (const [, name = '', quoted, plain] of authorization.matchAll(
    /(?<![a-z])([a-z]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/gi,
  )) {
    fields.set(name.toLowerCase(), quoted === undefined ? (plain ?? '') : quoted.replace(/\\(.)/g, '$1'))
  }
  return fields
}
