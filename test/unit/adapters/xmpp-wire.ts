import { createHash, createHmac, pbkdf2Sync } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

import { WebSocketServer } from 'ws'
import type { WebSocket } from 'ws'

/** The server's end of the wire: what it says is written down here, so that it can say what no server would. */
export const password = 'pencil'
export const own = 'ada@example.org/desk'
export const queues = 'queue.example.org'
export const room = 'chat-1@rooms.example.org'
export const self = 'o-ada'
export const customer = 'o-amelie'

const streams = 'http://etherx.jabber.org/streams'
const sasl = 'urn:ietf:params:xml:ns:xmpp-sasl'
const sm = 'urn:xmpp:sm:3'

export const base64 = (text: string): string => Buffer.from(text).toString('base64')

export class XmppWire {
  /** Everything that the desk has sent. */
  readonly heard: string[] = []
  /** What its archive has, as results without a query. */
  readonly archive: { readonly id: string; readonly message: string }[] = []
  /** Answers of the test's own, before the usual ones; `undefined` leaves it to those. */
  answer: (frame: string) => string | undefined = () => undefined
  /** Whether a session that broke off can be resumed. */
  resumes = true
  /** What the password has become. */
  password = password
  sessions = 0
  readonly #server = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: () => 'xmpp' })
  #socket: WebSocket | undefined
  #counted = 0
  #isSilent = false

  constructor() {
    this.#server.on('connection', (socket) => {
      this.#socket = socket
      let [features, first, nonce] = ['mechanisms', '', '']
      socket.on('message', (data: Buffer) => {
        const frame = data.toString()
        if (this.#isSilent) return
        this.heard.push(frame)
        if (/^<(iq|message|presence)/u.test(frame)) this.#counted += 1
        if (frame.startsWith('<open')) {
          this.say(`<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' version='1.0' from='example.org'/>`)
          this.say(
            `<stream:features xmlns:stream='${streams}'>${featuresOf[features] ?? ''}</stream:features>`,
          )
        } else if (frame.startsWith('<auth')) {
          first = text(frame).slice(3)
          nonce = `${/r=(.*)/u.exec(first)?.[1] ?? ''}server`
          this.say(
            `<challenge xmlns='${sasl}'>${base64(`r=${nonce},s=${base64('salt')},i=4096`)}</challenge>`,
          )
        } else if (frame.startsWith('<response')) {
          const signature = this.#check(text(frame), first, nonce)
          if (signature) features = 'session'
          this.say(
            signature
              ? `<success xmlns='${sasl}'>${base64(`v=${signature}`)}</success>`
              : `<failure xmlns='${sasl}'><not-authorized/></failure>`,
          )
        } else this.#reply(frame)
      })
    })
  }

  static async open(): Promise<XmppWire> {
    const wire = new XmppWire()
    await once(wire.#server, 'listening')
    return wire
  }

  get url(): string {
    return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  say(frame: string): void {
    this.#socket?.send(frame)
  }

  /** The line is cut; nobody has said goodbye. */
  cut(): void {
    this.#socket?.terminate()
  }

  /** The line stands, and nothing comes of what is sent. */
  fallSilent(isSilent = true): void {
    this.#isSilent = isSilent
  }

  close(): void {
    for (const client of this.#server.clients) client.terminate()
    this.#server.close()
  }

  /** RFC 5802 §3, with SHA-1. */
  #check(final: string, first: string, nonce: string): string | undefined {
    const [bare = '', proof] = final.split(',p=')
    const hmac = (key: Buffer, what: string): Buffer => createHmac('sha1', key).update(what).digest()
    const salted = pbkdf2Sync(this.password, 'salt', 4096, 20, 'sha1')
    const message = `${first},r=${nonce},s=${base64('salt')},i=4096,${bare}`
    const key = hmac(salted, 'Client Key')
    const signature = hmac(createHash('sha1').update(key).digest(), message)
    const expected = Buffer.from(key.map((byte, index) => byte ^ (signature[index] ?? 0)))
    return expected.toString('base64') === proof
      ? hmac(hmac(salted, 'Server Key'), message).toString('base64')
      : undefined
  }

  #reply(frame: string): void {
    const id = /^<\w+[^>]* id="([^"]*)"/u.exec(frame)?.[1] ?? ''
    const to = /^<\w+[^>]* to="([^"]*)"/u.exec(frame)?.[1]
    const said = this.answer(frame)
    if (said !== undefined) {
      if (said !== '') this.say(said.replaceAll('$ID', id))
    } else if (/^<(enable|resume|r) /u.test(frame)) this.#manage(frame)
    else if (frame.startsWith('<presence')) this.#answerPresence(id, to)
    else if (frame.startsWith('<iq') && !/type="(result|error)"/u.test(frame)) this.#answerIq(frame, id, to)
  }

  /** XEP-0198 */
  #manage(frame: string): void {
    if (frame.startsWith('<enable')) {
      this.#counted = 0
      this.say(`<enabled xmlns='${sm}' id='session-${this.sessions}' resume='true'/>`)
    } else if (frame.startsWith('<r ')) this.say(`<a xmlns='${sm}' h='${this.#counted}'/>`)
    else if (this.resumes) this.say(`<resumed xmlns='${sm}' previd='x' h='${this.#counted}'/>`)
    else {
      const unknown = `<item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>`
      this.say(`<failed xmlns='${sm}'>${unknown}</failed>`)
    }
  }

  #answerPresence(id: string, to: string | undefined): void {
    if (to?.startsWith(`${room}/`)) this.say(joined)
    else if (to === queues) this.say(`<presence xmlns='jabber:client' from='${queues}' id='${id}'/>`)
  }

  #answerIq(frame: string, id: string, to: string | undefined): void {
    const from = to === undefined ? '' : `from='${to}'`
    let payload = ''
    if (frame.includes('urn:ietf:params:xml:ns:xmpp-bind')) {
      this.sessions += 1
      payload = `<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>${own}</jid></bind>`
    } else if (frame.includes('<mine')) payload = `<mine xmlns='urn:foyer:queue:1' name='Ada'>${chat}</mine>`
    else if (frame.includes('urn:xmpp:mam:2') && to === room) payload = this.#page(frame)
    this.say(`<iq xmlns='jabber:client' type='result' id='${id}' ${from}>${payload}</iq>`)
  }

  #page(frame: string): string {
    const query = /queryid="([^"]*)"/u.exec(frame)?.[1] ?? ''
    const after = /<after>(.*)<\/after>/u.exec(frame)?.[1]
    const begin = this.archive.findIndex(({ id }) => id === after) + 1
    const page = this.archive.slice(begin, begin + 2)
    for (const { id, message } of page) this.say(result(query, id, message))
    const last = page.at(-1)?.id
    const isComplete = begin + 2 >= this.archive.length
    return `<fin xmlns='urn:xmpp:mam:2' complete='${isComplete}'><set xmlns='http://jabber.org/protocol/rsm'>${last ? `<last>${last}</last>` : ''}</set></fin>`
  }
}

const featuresOf: Readonly<Record<string, string>> = {
  mechanisms: `<mechanisms xmlns='${sasl}'><mechanism>SCRAM-SHA-1</mechanism><mechanism>PLAIN</mechanism></mechanisms>`,
  session: `<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/><sm xmlns='${sm}'/>`,
}

const text = (frame: string): string => Buffer.from(/>([^<]*)</u.exec(frame)?.[1] ?? '', 'base64').toString()

const user = 'http://jabber.org/protocol/muc#user'
const occupant = (id: string): string => `<occupant-id xmlns='urn:xmpp:occupant-id:0' id='${id}'/>`

const joined = `<presence xmlns='jabber:client' from='${room}/Ada'>${occupant(self)}<x xmlns='${user}'><item affiliation='admin'/><status code='110'/></x></presence>`

/** The one chat that is this agent's. */
export const chat = `<chat xmlns='urn:foyer:queue:1' room='${room}' queue='Passports' asked='2026-01-01T00:00:00Z' reason='new'><occupant id='${self}' role='agent' name='Ada'/><occupant id='o-bot' role='bot' name='Assistant'/><occupant id='o-queue' role='queue' name='Service'/></chat>`

/** A groupchat message. @param more beside its body, such as its ids */
export const said = (from: string, id: string, body: string, more = ''): string =>
  `<message xmlns='jabber:client' type='groupchat' from='${room}/${from === self ? 'Ada' : 'Amélie'}' id='${id}'>${body === '' ? '' : `<body>${body}</body>`}${occupant(from)}${more}</message>`

export const archivedAs = (id: string): string =>
  `<stanza-id xmlns='urn:xmpp:sid:0' by='${room}' id='${id}'/>`

export const result = (
  query: string,
  id: string,
  message: string,
  stamp = '2026-01-01T00:00:00Z',
  from = room,
): string =>
  `<message xmlns='jabber:client' from='${from}'><result xmlns='urn:xmpp:mam:2' queryid='${query}' id='${id}'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='${stamp}'/>${message}</forwarded></result></message>`
