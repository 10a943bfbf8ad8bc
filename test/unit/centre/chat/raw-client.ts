import { WebSocket } from 'ws'
import { readFrame } from '../../../../electron/centre/practice/chat/read-xml.ts'
import { xml } from '../../../../electron/centre/practice/chat/xml.ts'
import type { Xml } from '../../../../electron/centre/practice/chat/xml.ts'

const framing = 'urn:ietf:params:xml:ns:xmpp-framing'
const sasl = 'urn:ietf:params:xml:ns:xmpp-sasl'
export const sm = 'urn:xmpp:sm:3'

/** Milliseconds; only a bug lets it pass. */
const patience = 3000

/** A client that sends exactly what it is told, and shows exactly what comes. */
export class RawClient {
  /** Everything that has come and was not taken by `next`, oldest first. */
  readonly inbox: Xml[] = []
  address = ''
  resumption = ''
  /** Whether it says how much has come when it is asked. */
  answersCounts = true
  /** How often it was asked that. */
  questions = 0
  /** Stanzas that have come in this session. */
  received = 0
  readonly #socket: WebSocket
  #closed = false
  #wake: () => void = () => undefined
  #ids = 0

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('message', (data) => {
      const frame = readFrame((data as Buffer).toString('utf8'))
      if (!frame.ok) throw new Error(`the server wrote ${frame.problem}`)
      this.#take(frame.value)
    })
    socket.on('close', () => {
      this.#closed = true
      this.#wake()
    })
  }

  static connect(server: string, headers: Record<string, string>): Promise<RawClient> {
    const socket = new WebSocket(server, ['xmpp'], { headers })
    return new Promise((resolve, reject) => {
      const client = new RawClient(socket)
      socket.once('open', () => resolve(client))
      socket.once('error', reject)
    })
  }

  send(frame: Xml | string): void {
    this.#socket.send(typeof frame === 'string' ? frame : frame.toString())
  }

  /** A message, presence or iq with its namespace. */
  stanza(name: string, attributes: Record<string, string | undefined>, ...children: readonly Xml[]): void {
    this.send(xml(name, { xmlns: 'jabber:client', ...attributes }, ...children))
  }

  /** Asks, and waits for the answer to just this. */
  async ask(type: 'get' | 'set', to: string | undefined, child: Xml): Promise<Xml> {
    const id = `ask-${++this.#ids}`
    this.stanza('iq', { type, to, id }, child)
    return this.next((element) => element.name === 'iq' && element.attrs['id'] === id)
  }

  /** The first that fits, taken out of the inbox. */
  async next(fits: (element: Xml) => boolean): Promise<Xml> {
    const end = performance.now() + patience
    for (;;) {
      const at = this.inbox.findIndex(fits)
      const [found] = at < 0 ? [] : this.inbox.splice(at, 1)
      if (found) return found
      const left = end - performance.now()
      if (this.#closed || left <= 0)
        throw new Error(`nothing came; there is ${this.inbox.map((one) => one.toString()).join(' ')}`)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left)
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }

  /** Everything that the server has sent until now has come: it answers in order. */
  async settled(): Promise<void> {
    await this.ask('get', undefined, xml('ping', { xmlns: 'urn:xmpp:ping' }))
  }

  async open(domain: string): Promise<Xml> {
    this.send(xml('open', { xmlns: framing, to: domain, version: '1.0' }))
    await this.next(({ name }) => name === 'open')
    return this.next(({ name }) => name === 'stream:features')
  }

  /** PLAIN with a user; ANONYMOUS without. */
  async signIn({
    domain,
    user,
    password = '',
  }: {
    domain: string
    user?: string
    password?: string
  }): Promise<void> {
    await this.open(domain)
    const mechanism = user === undefined ? 'ANONYMOUS' : 'PLAIN'
    const text = user === undefined ? '' : Buffer.from(`\0${user}\0${password}`).toString('base64')
    this.send(xml('auth', { xmlns: sasl, mechanism }, text))
    await this.next(({ name }) => name === 'success')
    await this.open(domain)
  }

  async bind(resource?: string): Promise<void> {
    const named = resource === undefined ? undefined : xml('resource', {}, resource)
    const answer = await this.ask(
      'set',
      undefined,
      xml('bind', { xmlns: 'urn:ietf:params:xml:ns:xmpp-bind' }, named),
    )
    this.address = answer.getChild('bind')?.getChildText('jid') ?? ''
  }

  async enable(): Promise<void> {
    this.send(xml('enable', { xmlns: sm, resume: 'true' }))
    const enabled = await this.next(({ name }) => name === 'enabled')
    this.resumption = enabled.attrs['id'] ?? ''
    this.received = 0
  }

  acknowledge(): void {
    this.send(xml('a', { xmlns: sm, h: String(this.received) }))
  }

  /** The connection breaks without a word. */
  cut(): void {
    this.#socket.terminate()
  }

  get isClosed(): boolean {
    return this.#closed
  }

  #take(element: Xml): void {
    if (['message', 'presence', 'iq'].includes(element.name)) this.received += 1
    if (element.name === 'r') this.questions += 1
    if (element.name !== 'r') this.inbox.push(element)
    else if (this.answersCounts) this.acknowledge()
    this.#wake()
  }
}
