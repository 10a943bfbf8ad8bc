import { canonical } from '../address.ts'
import type { Address } from '../address.ts'
import { ns } from '../namespaces.ts'
import { sameText } from '../../digest.ts'
import { xml } from '../xml.ts'
import type { Xml } from '../xml.ts'
import type { Accounts } from './accounts.ts'
import { ScramExchange, readFirst } from './scram.ts'

export interface SignInMeans {
  readonly domain: string
  /** On that domain nobody has an account, and everybody may enter (RFC 4505). */
  readonly isAnonymous: boolean
  readonly accounts: Accounts
  readonly newId: () => string
}

export type SignInStep =
  | { readonly kind: 'answer'; readonly element: Xml }
  | { readonly kind: 'signed-in'; readonly account: Address; readonly element: Xml }
  | { readonly kind: 'refused'; readonly element: Xml }

/** Names of RFC 6120 §6.5. */
type SaslFailure =
  'aborted' | 'incorrect-encoding' | 'invalid-mechanism' | 'malformed-request' | 'not-authorized'

/** The server's half of one SASL negotiation (RFC 6120 §6). */
export class SignIn {
  readonly #means: SignInMeans
  #exchange: { readonly scram: ScramExchange; readonly user: string } | undefined

  constructor(means: SignInMeans) {
    this.#means = means
  }

  get mechanisms(): readonly string[] {
    return this.#means.isAnonymous ? ['ANONYMOUS'] : ['SCRAM-SHA-1', 'PLAIN']
  }

  receive(element: Xml): SignInStep {
    if (element.is('abort', ns.sasl)) return this.#refuse('aborted')
    const text = decoded(element.getText().trim())
    if (text === undefined) return this.#refuse('incorrect-encoding')
    if (element.is('response', ns.sasl)) return this.#finish(text)
    const { mechanism = '' } = element.attrs
    if (!element.is('auth', ns.sasl) || !this.mechanisms.includes(mechanism))
      return this.#refuse('invalid-mechanism')
    if (mechanism === 'ANONYMOUS') return this.#accept(this.#means.newId().toLowerCase())
    return mechanism === 'PLAIN' ? this.#plain(text) : this.#begin(text)
  }

  /** RFC 4616 */
  #plain(text: string): SignInStep {
    const [, user = '', password = ''] = text.split('\0')
    const known = this.#means.accounts.passwordOf(user.toLowerCase())
    return known !== undefined && sameText(known, password)
      ? this.#accept(user)
      : this.#refuse('not-authorized')
  }

  #begin(text: string): SignInStep {
    const first = readFirst(text)
    if (!first) return this.#refuse('malformed-request')
    const user = first.user.toLowerCase()
    const scram = new ScramExchange(first, this.#means.accounts.keysOf(user), this.#means.newId())
    this.#exchange = { scram, user }
    return { kind: 'answer', element: sasl('challenge', scram.challenge) }
  }

  #finish(text: string): SignInStep {
    const exchange = this.#exchange
    this.#exchange = undefined
    const proof = exchange?.scram.finish(text)
    return exchange && proof !== undefined
      ? this.#accept(exchange.user, proof)
      : this.#refuse('not-authorized')
  }

  #accept(user: string, proof?: string): SignInStep {
    const account = canonical(`${user}@${this.#means.domain}`)
    if (account === undefined) return this.#refuse('not-authorized')
    return { kind: 'signed-in', account, element: sasl('success', proof) }
  }

  #refuse(condition: SaslFailure): SignInStep {
    this.#exchange = undefined
    return { kind: 'refused', element: xml('failure', { xmlns: ns.sasl }, xml(condition)) }
  }
}

const sasl = (name: string, text?: string): Xml =>
  xml(name, { xmlns: ns.sasl }, text === undefined ? undefined : Buffer.from(text, 'utf8').toString('base64'))

/** `=` stands for an empty text (RFC 6120 §6.4.2). */
function decoded(text: string): string | undefined {
  if (text === '' || text === '=') return ''
  return /^[A-Za-z0-9+/]+={0,2}$/.test(text) ? Buffer.from(text, 'base64').toString('utf8') : undefined
}
