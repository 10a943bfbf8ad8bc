import type { Address } from './address.ts'
import { canonical } from './address.ts'
import type { Outlet, Session } from './server/session.ts'
import type { Sessions } from './server/sessions.ts'
import type { People } from './server/people.ts'
import { stanzaOf } from './stanza.ts'
import type { Stanza } from './stanza.ts'
import type { Xml } from './xml.ts'

export interface LocalClientMeans {
  readonly address: Address
  readonly sessions: Sessions
  readonly people: People
  readonly onStanza: (stanza: Stanza) => void
}

/** A client without a socket: it lives in the server's own process, and is a session like any other. */
export class LocalClient {
  readonly address: Address
  readonly #session: Session
  readonly #means: LocalClientMeans

  constructor(means: LocalClientMeans) {
    const { address, sessions } = means
    this.address = address
    this.#means = means
    const outlet: Outlet = {
      // Never within what the server is doing now.
      write: (element) => queueMicrotask(() => this.#receive(element)),
      end: () => undefined,
      drop: () => undefined,
    }
    this.#session = sessions.bind(address, outlet)
  }

  /** `false` after the server's end: nobody is there to take it. */
  get isConnected(): boolean {
    return this.#session.outlet !== undefined
  }

  send(element: Xml): void {
    if (this.isConnected) this.#means.people.sent(this.#session, element)
  }

  close(): void {
    if (this.isConnected) this.#means.sessions.end(this.#session)
  }

  #receive(element: Xml): void {
    const from = canonical(element.attrs['from'] ?? '')
    if (from !== undefined && this.isConnected)
      this.#means.onStanza(stanzaOf(element, { from, to: this.address }))
  }
}
