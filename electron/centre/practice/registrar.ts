import { Grammar } from 'sip.js/lib/core/index.js'
import type { NameAddrHeader, URI } from 'sip.js/lib/core/index.js'
import type { Clock } from './clock.ts'
import type { DigestGate, DigestVerdict } from './digest.ts'
import type { Reply, RequestHead } from './sip-text.ts'

/** Where an agent can be reached. */
export interface Binding {
  readonly contact: URI
  /** On the clock, in milliseconds. */
  readonly expiresAt: number
}

export interface RegisterAnswer {
  readonly reply: Omit<Reply, 'tag'>
  /** Whose registration it was; `undefined` where nobody has proved who they are. */
  readonly user?: string
  /** `undefined` where the agent has signed off. */
  readonly binding?: Binding
}

/** In seconds: what a REGISTER that names no time gets, and the most that anybody gets. */
const usualExpiry = 300
const longestExpiry = 600

export interface RegistrarMeans {
  readonly domain: string
  readonly digest: DigestGate
  readonly clock: Clock
}

/** RFC 3261 §10.3, one contact for each agent: the last desk to register has the line. */
export class Registrar {
  readonly #means: RegistrarMeans
  readonly #entries = new Map<string, { readonly line: string; readonly binding: Binding }>()

  constructor(means: RegistrarMeans) {
    this.#means = means
  }

  register(head: RequestHead): RegisterAnswer {
    const user = addressOf(head.fields.get('to')?.[0])?.uri.user ?? ''
    const verdict = this.#means.digest.check({
      user,
      authorization: head.fields.get('authorization')?.[0],
      method: 'REGISTER',
      target: head.target,
    })
    return verdict === 'good' ? this.#bind(user, head) : this.#refuse(verdict)
  }

  #refuse(verdict: Exclude<DigestVerdict, 'good'>): RegisterAnswer {
    // A second challenge after a wrong password would make phones try for ever.
    if (verdict === 'wrong') return { reply: { status: 403, reason: 'Wrong user or password' } }
    const headers = [`WWW-Authenticate: ${this.#means.digest.challenge(verdict)}`]
    return { reply: { status: 401, reason: 'Unauthorized', headers } }
  }

  #bind(user: string, head: RequestHead): RegisterAnswer {
    const now = this.#means.clock.now()
    const [written] = head.fields.get('contact') ?? []
    // RFC 3261 §10.2.2: a star signs off whatever is registered.
    if (written === '*') return this.#signOff(user)
    const known = this.#entries.get(user)
    // RFC 3261 §10.3: without a contact it asks who is registered.
    if (written === undefined) {
      return known && known.binding.expiresAt > now ? registered(user, known) : this.#signOff(user)
    }
    const contact = addressOf(written)
    if (!contact) return { reply: { status: 400, reason: 'Contact not understood' } }
    const seconds = expirySeconds(contact, head)
    if (seconds === 0) return this.#signOff(user)
    const line = `Contact: <${contact.uri.toString()}>;expires=${seconds}${this.#gruu(user, head, contact)}`
    const entry = { line, binding: { contact: contact.uri, expiresAt: now + 1000 * seconds } }
    this.#entries.set(user, entry)
    return registered(user, entry)
  }

  #signOff(user: string): RegisterAnswer {
    this.#entries.delete(user)
    return { reply: { status: 200, reason: 'OK' }, user }
  }

  /**
   * RFC 5627 §5.1: an address that stays with this desk whatever socket it comes by, so that the requests of a call
   * still reach it after a reconnect.
   */
  #gruu(user: string, head: RequestHead, contact: NameAddrHeader): string {
    const instance = /^"?<(urn:uuid:[0-9a-f-]{36})>"?$/i.exec(paramOf(contact, '+sip.instance') ?? '')?.[1]
    const wanted = head.fields.get('supported')?.some((tags) => /(?:^|,)\s*gruu\s*(?:,|$)/i.test(tags))
    if (instance === undefined) return ''
    const echoed = `;+sip.instance="<${instance}>"`
    return wanted ? `${echoed};pub-gruu="sip:${user}@${this.#means.domain};gr=${instance}"` : echoed
  }
}

const registered = (user: string, entry: { line: string; binding: Binding }): RegisterAnswer => ({
  reply: { status: 200, reason: 'OK', headers: [entry.line, 'Supported: gruu'] },
  user,
  binding: entry.binding,
})

/** The value of a From, To or Contact field; without `<…>` the parameters belong to the field (RFC 3261 §20). */
function addressOf(field = ''): NameAddrHeader | undefined {
  const [uri = '', ...parameters] = field.split(';')
  const written = field.includes('<') ? field : [`<${uri.trim()}>`, ...parameters].join(';')
  try {
    return Grammar.nameAddrHeaderParse(written)
  } catch {
    return undefined
  }
}

const paramOf = (contact: NameAddrHeader, name: string): string | undefined =>
  contact.getParam(name) ?? undefined

/** RFC 3261 §10.3 step 7: the contact's own time, else the request's, else ours; never longer than we allow. */
function expirySeconds(contact: NameAddrHeader, head: RequestHead): number {
  const asked = paramOf(contact, 'expires') ?? head.fields.get('expires')?.[0] ?? ''
  const seconds = /^\d{1,9}$/.test(asked) ? Number(asked) : usualExpiry
  return Math.min(seconds, longestExpiry)
}
