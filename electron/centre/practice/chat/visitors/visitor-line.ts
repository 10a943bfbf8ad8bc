import { bareOf, domainOf, resourceOf } from '../address.ts'
import { ns } from '../namespaces.ts'
import { xml } from '../xml.ts'
import type { Xml } from '../xml.ts'
import type { ChatScript } from './chat-scripts.ts'

export type Heard =
  | { readonly kind: 'in-room' }
  | { readonly kind: 'agent-here' }
  | { readonly kind: 'said'; readonly id: string; readonly isAgent: boolean }
  /** The chat has ended, or there is none to be had. */
  | { readonly kind: 'over' }

export interface VisitorClient {
  send(element: Xml): void
  close(): void
  readonly isConnected: boolean
}

export interface VisitorLineMeans {
  readonly script: ChatScript
  readonly queue: string
  readonly newId: () => string
  readonly connect: (onStanza: (element: Xml) => void) => VisitorClient
  readonly onHeard: (heard: Heard) => void
}

const workgroup = 'http://jabber.org/protocol/workgroup'
const queueWire = 'urn:foyer:queue:1'
const chatStates = 'http://jabber.org/protocol/chatstates'

/** A customer's program: how somebody joins a queue, is in a room and leaves (docs/chat-queue.md). */
export class VisitorLine {
  readonly #means: VisitorLineMeans
  readonly #client: VisitorClient
  readonly #nick: string
  #room: string | undefined
  #isIn = false
  #hasAgent = false

  constructor(means: VisitorLineMeans) {
    const { script, queue, connect, newId } = means
    this.#means = means
    this.#nick = script.customer.name.split(' ')[0] ?? script.customer.name
    this.#client = connect((element) => this.#receive(element))
    this.#client.send(xml('presence', { to: queue }))
    const { language, name, number } = script.customer
    const known = { language, name, number, question: script.question }
    const metadata = Object.entries(known).map(([key, value]) => xml('value', { name: key }, value))
    this.#client.send(
      xml(
        'iq',
        { type: 'set', to: queue, id: newId() },
        xml(
          'join-queue',
          { xmlns: workgroup },
          xml('queue-notifications'),
          xml('metadata', { xmlns: workgroup }, ...metadata),
        ),
      ),
    )
  }

  say(text: string): void {
    const id = this.#means.newId()
    const more = [xml('origin-id', { xmlns: ns.ids, id }), xml('request', { xmlns: ns.receipts }), markable()]
    this.#toRoom({ id }, xml('body', {}, text), ...more, xml('active', { xmlns: chatStates }))
  }

  composing(isComposing: boolean): void {
    this.#toRoom({}, xml(isComposing ? 'composing' : 'paused', { xmlns: chatStates }), noStore())
  }

  receipt(id: string): void {
    this.#toRoom({ id: this.#means.newId() }, xml('received', { xmlns: ns.receipts, id }))
  }

  displayed(id: string): void {
    this.#toRoom({ id: this.#means.newId() }, xml('displayed', { xmlns: ns.markers, id }))
  }

  leave(): void {
    const { queue, newId } = this.#means
    if (this.#room !== undefined)
      this.#client.send(xml('presence', { type: 'unavailable', to: `${this.#room}/${this.#nick}` }))
    const departing = xml('depart-queue', { xmlns: workgroup })
    this.#client.send(xml('iq', { type: 'set', to: queue, id: newId() }, departing))
    this.#client.close()
  }

  #toRoom(attributes: Readonly<Record<string, string>>, ...children: readonly Xml[]): void {
    if (this.#room === undefined) return
    this.#client.send(xml('message', { type: 'groupchat', to: this.#room, ...attributes }, ...children))
  }

  #receive(element: Xml): void {
    const { from = '', type } = element.attrs
    if (domainOf(from) === domainOf(this.#means.queue)) this.#queueSays(element, type)
    else if (bareOf(from) !== this.#room) return
    else if (element.name === 'presence') this.#presence(element, type)
    else if (element.name === 'message' && type === 'groupchat') this.#message(element, resourceOf(from))
  }

  #queueSays(element: Xml, type: string | undefined): void {
    const invited = element.getChild('x', ns.directInvitation)?.attrs['jid']
    if (element.name === 'iq' && type === 'error') this.#means.onHeard({ kind: 'over' })
    else if (element.name === 'message' && invited !== undefined) this.#enter(invited)
  }

  #enter(room: string): void {
    this.#room = bareOf(room)
    this.#client.send(xml('presence', { to: `${this.#room}/${this.#nick}` }, xml('x', { xmlns: ns.muc })))
  }

  #presence(element: Xml, type: string | undefined): void {
    const status = element.getChild('x', ns.mucUser)?.getChildren('status') ?? []
    const isOwn = status.some(({ attrs }) => attrs['code'] === '110')
    if (type === 'error' || (isOwn && type === 'unavailable')) this.#means.onHeard({ kind: 'over' })
    else if (isOwn && !this.#isIn) {
      this.#isIn = true
      this.#means.onHeard({ kind: 'in-room' })
    }
  }

  #message(element: Xml, nick: string | undefined): void {
    const notice = element.getChild('notice', queueWire)?.attrs['kind']
    const id = element.getChild('origin-id', ns.ids)?.attrs['id'] ?? element.attrs['id']
    if (notice === 'agent-joined') {
      this.#hasAgent = true
      this.#means.onHeard({ kind: 'agent-here' })
    } else if (notice === 'ended') this.#means.onHeard({ kind: 'over' })
    else if (notice === undefined && nick !== this.#nick && id !== undefined && element.getChild('body'))
      this.#means.onHeard({ kind: 'said', id, isAgent: this.#hasAgent })
  }
}

const markable = (): Xml => xml('markable', { xmlns: ns.markers })
const noStore = (): Xml => xml('no-store', { xmlns: ns.hints })
