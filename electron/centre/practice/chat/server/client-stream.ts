import { canonical } from '../address.ts'
import type { Address } from '../address.ts'
import { ns } from '../namespaces.ts'
import { readFrame } from '../read-xml.ts'
import { countIn, isTrue, xml } from '../xml.ts'
import type { Xml } from '../xml.ts'
import type { Outlet, Session } from './session.ts'
import type { Sessions } from './sessions.ts'
import type { SignIn } from './sign-in.ts'

export interface StreamMeans {
  /** Begins a negotiation for that domain; `undefined` where nobody can sign in. */
  readonly signInFor: (domain: string) => SignIn | undefined
  readonly sessions: Sessions
  readonly resumeSeconds: number
  readonly newId: () => string
  readonly onStanza: (session: Session, element: Xml) => void
}

/** The socket below: whole messages of text. */
export interface FrameSocket {
  send(text: string): void
  close(): void
  terminate(): void
}

/** Bytes; Prosody's limit for clients. */
export const largestStanza = 256 * 1024
/** RFC 6120 §6.4.5 leaves the number to us. */
const mostTries = 5

/** One client's stream over WebSocket (RFC 7395), from its greeting to its end. */
export class ClientStream {
  readonly #socket: FrameSocket
  readonly #means: StreamMeans
  readonly #outlet: Outlet
  #signIn: SignIn | undefined
  #account: Address | undefined
  #session: Session | undefined
  #tries = 0
  #isOver = false

  constructor(socket: FrameSocket, means: StreamMeans) {
    this.#socket = socket
    this.#means = means
    this.#outlet = {
      write: (element) => socket.send(element.toString()),
      end: (condition) => this.#fail(condition),
      drop: () => socket.terminate(),
    }
  }

  receive(text: string): void {
    if (this.#isOver || this.#isReplaced || text.trim() === '') return
    const frame = Buffer.byteLength(text) > largestStanza ? undefined : readFrame(text)
    if (!frame) this.#fail('policy-violation')
    else if (!frame.ok) this.#fail(frame.problem)
    else if (frame.value.is('open', ns.framing)) this.#open(frame.value)
    else if (frame.value.is('close', ns.framing)) this.#close()
    else if (!this.#signIn) this.#fail('invalid-namespace')
    else if (this.#account === undefined) this.#sign(frame.value, this.#signIn)
    else if (!this.#session) this.#begin(frame.value, this.#account)
    else this.#serve(frame.value, this.#session)
  }

  /**
   * The session goes on over another connection. What was still on its way over this one must not be served after the other
   * has been told how much had come (XEP-0198 §5): its client sends it again.
   */
  get #isReplaced(): boolean {
    return this.#session !== undefined && this.#session.outlet !== this.#outlet
  }

  /** The socket has closed, whoever did it. */
  closed(): void {
    this.#isOver = true
    if (this.#session?.outlet === this.#outlet) this.#means.sessions.lost(this.#session)
  }

  #open(element: Xml): void {
    const domain = canonical(element.attrs['to'] ?? '') ?? ''
    this.#outlet.write(
      xml('open', {
        xmlns: ns.framing,
        from: domain,
        id: this.#means.newId(),
        version: '1.0',
        'xml:lang': 'en',
      }),
    )
    if (this.#account === undefined) this.#signIn = this.#means.signInFor(domain)
    if (!this.#signIn) {
      this.#fail('host-unknown')
      return
    }
    const offered = this.#account === undefined ? mechanismsOf(this.#signIn) : streamFeatures()
    this.#outlet.write(xml('stream:features', { xmlns: ns.client, 'xmlns:stream': ns.stream }, ...offered))
  }

  #close(): void {
    this.#outlet.write(xml('close', { xmlns: ns.framing }))
    this.#endSession()
    this.#isOver = true
    this.#socket.close()
  }

  /** A stream error ends the session too: what caused it would come again with each resumption. */
  #fail(condition: string): void {
    if (this.#isOver) return
    this.#isOver = true
    const error = xml(condition, { xmlns: ns.streamErrors })
    this.#outlet.write(xml('stream:error', { 'xmlns:stream': ns.stream }, error))
    this.#outlet.write(xml('close', { xmlns: ns.framing }))
    this.#endSession()
    this.#socket.close()
  }

  #endSession(): void {
    if (this.#session?.outlet === this.#outlet) this.#means.sessions.end(this.#session)
  }

  #sign(element: Xml, signIn: SignIn): void {
    if (element.getNS() !== ns.sasl) {
      this.#fail('not-authorized')
      return
    }
    const step = signIn.receive(element)
    this.#outlet.write(step.element)
    if (step.kind === 'signed-in') this.#account = step.account
    if (step.kind === 'refused' && ++this.#tries >= mostTries) this.#fail('policy-violation')
  }

  /** After the sign-in: a new session, or an old one (RFC 6120 §7, XEP-0198 §5). */
  #begin(element: Xml, account: Address): void {
    const bind = element.getChild('bind', ns.bind)
    if (element.is('resume', ns.acknowledging)) this.#resume(element, account)
    else if (element.is('enable', ns.acknowledging)) this.#unexpected()
    else if (element.is('iq') && bind) this.#bind(element, { account, bind })
    else this.#fail('not-authorized')
  }

  #bind(request: Xml, { account, bind }: { account: Address; bind: Xml }): void {
    const { sessions, newId } = this.#means
    const wanted = bind.getChildText('resource') ?? ''
    const address = canonical(`${account}/${wanted}`) ?? `${account}/${newId()}`
    this.#session = sessions.bind(address, this.#outlet)
    const jid = xml('bind', { xmlns: ns.bind }, xml('jid', {}, address))
    this.#outlet.write(xml('iq', { xmlns: ns.client, type: 'result', id: request.attrs['id'] }, jid))
  }

  #resume({ attrs }: Xml, account: Address): void {
    const { previd = '' } = attrs
    const count = countIn(attrs['h'])
    const resumed = this.#means.sessions.resume(previd, account, this.#outlet)
    if (!resumed.ok || count === undefined) {
      const h = resumed.ok ? undefined : resumed.problem
      this.#outlet.write(failure('item-not-found', h))
      return
    }
    const session = resumed.value
    this.#session = session
    if (session.counts?.acknowledge(count) !== true) {
      this.#fail('undefined-condition')
      return
    }
    const h = String(session.counts.handled)
    this.#outlet.write(xml('resumed', { xmlns: ns.acknowledging, previd, h }))
    session.resend()
    this.#means.sessions.awaitAnswer(session)
  }

  #serve(element: Xml, session: Session): void {
    if (element.getNS() === ns.acknowledging) this.#count(element, session)
    else if (['message', 'presence', 'iq'].includes(element.name)) {
      session.counts?.received()
      this.#means.onStanza(session, element)
    } else this.#fail('unsupported-stanza-type')
  }

  #count(element: Xml, session: Session): void {
    if (element.is('enable')) this.#enable(element, session)
    else if (!session.counts) this.#unexpected()
    else if (element.is('r')) {
      this.#outlet.write(xml('a', { xmlns: ns.acknowledging, h: String(session.counts.handled) }))
    } else if (element.is('a')) this.#acknowledged(element, session)
    else this.#unexpected()
  }

  #enable(element: Xml, session: Session): void {
    if (session.counts) {
      this.#unexpected()
      return
    }
    const isResumable = isTrue(element.attrs['resume'])
    const id = this.#means.sessions.enable(session, isResumable)
    const limits = id === undefined ? {} : { id, resume: 'true', max: String(this.#means.resumeSeconds) }
    this.#outlet.write(xml('enabled', { xmlns: ns.acknowledging, ...limits }))
  }

  #acknowledged(element: Xml, session: Session): void {
    const count = countIn(element.attrs['h'])
    if (count === undefined || session.counts?.acknowledge(count) !== true) {
      this.#fail('undefined-condition')
      return
    }
    session.isAsked = false
    this.#means.sessions.answered(session)
  }

  #unexpected(): void {
    this.#outlet.write(failure('unexpected-request'))
  }
}

const failure = (condition: string, h?: number): Xml =>
  xml('failed', { xmlns: ns.acknowledging, h: h?.toString() }, xml(condition, { xmlns: ns.stanzaErrors }))

const mechanismsOf = ({ mechanisms }: SignIn): readonly Xml[] => [
  xml('mechanisms', { xmlns: ns.sasl }, ...mechanisms.map((name) => xml('mechanism', {}, name))),
]

/** RFC 3921's session is asked for by old clients only (draft-cridland-xmpp-session). */
const streamFeatures = (): readonly Xml[] => [
  xml('bind', { xmlns: ns.bind }),
  xml('session', { xmlns: ns.session }, xml('optional')),
  xml('sm', { xmlns: ns.acknowledging }),
]
