import { bareOf } from '../address.ts'
import type { Address } from '../address.ts'
import { ns } from '../namespaces.ts'
import type { Stanza } from '../stanza.ts'
import { copyOf, xml } from '../xml.ts'
import type { Xml } from '../xml.ts'
import type { Acknowledged } from './acknowledged.ts'

/** The stream that carries a session now. */
export interface Outlet {
  write(element: Xml): void
  /** Ends the stream, with a stream error's name (RFC 6120 §4.9.3). */
  end(condition: string): void
  /** The connection is dead: it is dropped without a word. */
  drop(): void
}

/** A stream of one resource of an account, which may live on without a connection. */
export class Session {
  readonly address: Address
  readonly account: Address
  outlet: Outlet | undefined
  /** Available, as it was broadcast last; `undefined` before and after. */
  presence: Xml | undefined
  wantsCarbons = false
  /** It reads the archive itself: what is in there need not be reported as lost. */
  readsArchive = false
  /** Who must hear when it goes (RFC 6121 §4.6.3). */
  readonly told = new Set<Address>()
  /** `undefined` while nothing is counted. */
  counts: Acknowledged<Stanza> | undefined
  /** Names the session to whoever resumes it; `undefined` where that is not wanted. */
  resumptionId: string | undefined
  /** The other side has been asked how much it has. */
  isAsked = false

  constructor(address: Address, outlet: Outlet) {
    this.address = address
    this.account = bareOf(address)
    this.outlet = outlet
  }

  /** @returns `false` where it has too much waiting to live on */
  deliver(stanza: Stanza): boolean {
    if (this.counts?.isFull === true) return false
    this.counts?.sent(stanza)
    this.#write(stanza)
    return true
  }

  /** Sends once more whatever was not acknowledged (XEP-0198 §5). */
  resend(): void {
    for (const stanza of this.counts?.waiting ?? []) this.#write(stanza)
    this.isAsked = false
    this.ask()
  }

  /** How much it has, where that is not known and not asked yet. */
  ask(): void {
    if (this.isAsked || !this.outlet || !this.counts || this.counts.waiting.length === 0) return
    this.isAsked = true
    this.outlet.write(xml('r', { xmlns: ns.acknowledging }))
  }

  #write({ element }: Stanza): void {
    if (!this.outlet) return
    const sent = copyOf(element)
    sent.attrs['xmlns'] = ns.client
    this.outlet.write(sent)
  }
}
