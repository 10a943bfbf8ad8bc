import { Strophe } from 'strophe.js'
import type { SMStorageBackend } from 'strophe.js'

import type { ChatAccount } from '../../ports/chat.ts'
import { within } from '../link/within.ts'
import { ns } from './namespaces.ts'
import { elementsOf } from './read-xml.ts'
import { StropheSocket } from './strophe-socket.ts'
import { domOf, xml } from './xml-element.ts'
import type { XmlElement } from './xml-element.ts'
import { allowXmlParsing } from './xml-parser.ts'

allowXmlParsing()
/** Strophe would log what customers write. */
Strophe.setLogLevel(Strophe.LogLevel.FATAL)

/** `replaced`: another desk has signed in under this one's very address (RFC 6120 §4.9.3.3). */
export type StreamEnd = 'lost' | 'replaced'
export type Opened = 'fresh' | 'resumed' | 'wrong-password' | 'refused' | 'failed'

/** Who signs in. Without a user: a guest of the domain (RFC 4505), whom the server gives another address each time. */
export type StreamAccount = Pick<ChatAccount, 'domain' | 'resource' | 'password'> & {
  readonly user: string | undefined
}

export interface StreamNeeds {
  readonly account: StreamAccount
  readonly server: string
  readonly socket: WebSocket
  /** What the sessions of one shift hand on to each other (XEP-0198). */
  readonly memory: SMStorageBackend
  readonly onStanza: (stanza: Element) => void
  readonly onFrame: () => void
  readonly onEnd: (end: StreamEnd) => void
}

/** Strophe's, as far as it is needed: its own declarations name a file that is not there. */
interface StreamManagement {
  readonly enabled: boolean
  serverSupported: boolean
  requestAck(): void
  reset(): void
  onFailed: (answer: unknown, wasResumption: boolean | undefined) => void
}

/** Milliseconds for a goodbye. */
const goodbyeLimit = 1_000

/** Strophe's fallback where no mechanism fits would send the password in clear (XEP-0078). */
class Connection extends Strophe.Connection {
  override _attemptLegacyAuth(): void {
    this._changeConnectStatus(Strophe.Status.CONNFAIL, 'no-auth-mech')
  }
}

/**
 * One XMPP stream over one socket, from its opening to its end, with stream management (XEP-0198).
 */
export class Stream {
  readonly #needs: StreamNeeds
  readonly #connection: Connection
  readonly #transport: StropheSocket
  #settle: (opened: Opened) => void = () => undefined
  #gone: () => void = () => undefined
  #phase: 'opening' | 'up' | 'over' = 'opening'

  constructor(needs: StreamNeeds) {
    const { account, server, socket, memory, onFrame } = needs
    const isGuest = account.user === undefined
    this.#needs = needs
    this.#connection = new Connection(server, {
      // A guest's session cannot be resumed by anybody; without it the server tells at once that they have gone.
      enableStreamManagement: !isGuest,
      streamManagement: { storage: memory },
      mechanisms: isGuest ? [Strophe.SASLAnonymous] : mechanismsFor(server),
    })
    this.#transport = new StropheSocket(this.#connection, {
      socket,
      onFrame,
      onGone: () => this.#ended('lost'),
    })
    this.#connection._proto = this.#transport
    this.#forgetRefused()
  }

  /** @param limit milliseconds */
  async open(limit: number): Promise<Opened> {
    const { user, domain, resource, password } = this.#needs.account
    const opened = new Promise<Opened>((resolve) => {
      this.#settle = resolve
    })
    const address = user === undefined ? domain : `${user}@${domain}/${resource}`
    this.#connection.connect(address, password, (status, condition, element) =>
      this.#status(status, condition, element),
    )
    this.#connection.addHandler((stanza) => this.#take(stanza), null, null, null)
    const outcome = (await within(limit, opened)) ?? 'failed'
    if (outcome !== 'fresh' && outcome !== 'resumed') this.drop()
    return outcome
  }

  send(element: XmlElement): void {
    if (this.#phase === 'up') this.#connection.send(domOf(element))
  }

  /** Asks for something that the server answers at once. */
  probe(): void {
    const sm = this.#streamManagement
    if (sm?.enabled) sm.requestAck()
    else this.send(xml('iq', { type: 'get', id: 'ping' }, xml('ping', { xmlns: ns.ping })))
  }

  /** The socket goes without a word; the server keeps the session for a while. */
  drop(): void {
    this.#phase = 'over'
    this.#transport.drop()
    this.#connection.reset()
    this.#settle('failed')
    this.#gone()
  }

  /** Ends the session for good. Resolves when that has been said, or cannot be. */
  async close(): Promise<void> {
    if (this.#phase === 'up') {
      const gone = new Promise<void>((resolve) => {
        this.#gone = resolve
      })
      this.#phase = 'over'
      this.#connection.disconnect()
      await within(goodbyeLimit, gone)
    }
    this.drop()
  }

  get #streamManagement(): StreamManagement | undefined {
    return this.#connection.sm as StreamManagement | undefined
  }

  #status(status: number, condition: string | null, element?: Element): void {
    const { Status } = Strophe
    if (status === Status.CONNECTED) {
      this.#phase = 'up'
      this.#settle(this.#connection.hasResumed() ? 'resumed' : 'fresh')
    } else if (status === Status.AUTHFAIL) this.#settle(refusalOf(element))
    else if (status === Status.ERROR) this.#ended(condition === 'conflict' ? 'replaced' : 'lost')
    else if (status === Status.CONNFAIL) this.#settle(condition === 'no-auth-mech' ? 'refused' : 'failed')
    else if (status === Status.DISCONNECTED) this.#ended('lost')
  }

  #ended(end: StreamEnd): void {
    const wasUp = this.#phase === 'up'
    this.drop()
    if (wasUp) this.#needs.onEnd(end)
  }

  /** Strophe forgets a handler that throws, and with it every later stanza. */
  #take(stanza: Element): boolean {
    try {
      this.#needs.onStanza(stanza)
    } catch (error) {
      // A bug, which must be seen.
      queueMicrotask(() => {
        throw error
      })
    }
    return true
  }

  /**
   * After a resumption that the server refused, Strophe would send again what it had not acknowledged, into rooms that the
   * desk has not entered and beside what the store sends again by itself: twice. So that is forgotten here.
   */
  #forgetRefused(): void {
    const sm = this.#streamManagement
    if (!sm) return
    sm.onFailed = (_answer, wasResumption): void => {
      if (!wasResumption) return
      sm.reset()
      sm.serverSupported = true
    }
  }
}

/** PLAIN tells the server the password, and whoever listens on a line without TLS. */
function mechanismsFor(server: string) {
  const { SASLSHA1, SASLSHA256, SASLSHA512, SASLPlain } = Strophe
  const challenged = [SASLSHA512, SASLSHA256, SASLSHA1]
  return server.startsWith('wss:') ? [...challenged, SASLPlain] : challenged
}

/** Conditions of RFC 6120 §6.5 that say that this account, with this password, is not accepted. */
const rejections = ['not-authorized', 'account-disabled', 'credentials-expired', 'invalid-authzid']

/** No element: the server could not prove that it knows the password, or sent a challenge that is none. */
function refusalOf(element: Element | undefined): Opened {
  const names =
    element && element.localName === 'failure' ? elementsOf(element).map(({ localName }) => localName) : []
  return names.some((name) => rejections.includes(name)) ? 'wrong-password' : 'refused'
}
