import { randomUUID } from 'node:crypto'

import { xml, type Element } from '@xmpp/client'

import { soon } from '../../contract/telephony/soon.ts'
import { ArchiveReader } from './archive.ts'
import { connectXmpp, type XmppAccount, type XmppConnection } from './connection.ts'
import { ns } from './namespaces.ts'
import { upload } from './upload.ts'
import { roomMessage, senderOf, type RoomMessage } from './room-message.ts'

/** What a customer's program can say of them (docs/chat-queue.md). */
export interface Wishes {
  readonly language?: 'en' | 'fr'
  readonly name?: string
  readonly number?: string
  readonly question?: string
  readonly returning?: string
}

export interface CustomerPlan extends XmppAccount {
  /** The addresses of the queues' component and of the one that keeps files. */
  readonly queues: string
  readonly files: string
  readonly nick: string
  /** Told at once, for whoever measures. */
  readonly onHeard?: (message: RoomMessage) => void
}

/** A customer with an XMPP program of their own. They answer every message that asks for it with a receipt. */
export class ChatCustomer {
  readonly #plan: CustomerPlan
  readonly #archive: ArchiveReader
  #connection: XmppConnection | undefined
  #queue: string | undefined
  #inRoom = false
  /** Bare address of the room to which they are invited. */
  room: string | undefined
  /** Places in the queue that they were told, in order. */
  readonly positions: number[] = []
  /** What was said in the room, by themselves too, in the order in which the room told it. */
  readonly heard: RoomMessage[] = []
  /** Ids of their messages that another one's program has received, and that were read: the writer's or the archive's. */
  readonly #received = new Set<string>()
  readonly #read = new Set<string>()
  /** Chat states of others (XEP-0085), in order. */
  readonly states: string[] = []
  readonly present = new Set<string>()

  private constructor(plan: CustomerPlan) {
    this.#plan = plan
    this.#archive = new ArchiveReader((iq) => this.ask(iq))
  }

  static async open(plan: CustomerPlan): Promise<ChatCustomer> {
    const customer = new ChatCustomer(plan)
    await customer.connect()
    return customer
  }

  async connect(): Promise<void> {
    this.#inRoom = false
    this.present.clear()
    this.#connection = await connectXmpp(this.#plan, (stanza) => this.#hear(stanza))
  }

  get connection(): XmppConnection {
    if (!this.#connection) throw new Error(`${this.#plan.nick} has no connection`)
    return this.#connection
  }

  get inRoom(): boolean {
    return this.#inRoom && this.connection.isOpen
  }

  /** The conversation's id, as the desk has it. */
  get conversation(): string {
    const [local] = (this.room ?? '').split('@')
    if (!local) throw new Error(`${this.#plan.nick} was not invited`)
    return local
  }

  /** Of all that they heard, what people wrote. */
  get texts(): readonly string[] {
    return this.heard.filter(({ notice }) => notice === undefined).map(({ text }) => text)
  }

  isReceived(id: string): boolean {
    return this.#knows(this.#received, id)
  }

  isRead(id: string): boolean {
    return this.#knows(this.#read, id)
  }

  get notices(): readonly string[] {
    return this.heard.flatMap(({ notice }) => notice ?? [])
  }

  /** @throws StanzaError */
  ask(iq: Element): Promise<Element> {
    return this.connection.ask(iq)
  }

  /** Says that they are there, and asks to be served. @throws StanzaError with the queue's reason. */
  async joinQueue(queue: string, wishes: Wishes = {}): Promise<void> {
    this.#queue = `${queue}@${this.#plan.queues}`
    await this.connection.send(xml('presence', { to: this.#queue }))
    const values = Object.entries(wishes).map(([name, value]: [string, string]) =>
      xml('value', { name }, value),
    )
    const metadata = xml('metadata', { xmlns: ns.workgroup }, ...values)
    const join = xml('join-queue', { xmlns: ns.workgroup }, xml('queue-notifications'), metadata)
    await this.ask(xml('iq', { type: 'set', to: this.#queue }, join))
  }

  async leaveQueue(): Promise<void> {
    if (this.#queue === undefined) throw new Error(`${this.#plan.nick} is in no queue`)
    await this.ask(xml('iq', { type: 'set', to: this.#queue }, xml('depart-queue', { xmlns: ns.workgroup })))
  }

  /** Says again to the queue that they are there, as after a new sign-in. */
  async isThere(): Promise<void> {
    if (this.#queue !== undefined) await this.connection.send(xml('presence', { to: this.#queue }))
  }

  /** Goes into the room as soon as they are invited, without what was said before. */
  async enter(): Promise<void> {
    await soon(`an invitation of ${this.#plan.nick}`, () => this.room !== undefined)
    const history = xml('history', { maxstanzas: '0' })
    const to = `${this.room ?? ''}/${this.#plan.nick}`
    await this.connection.send(xml('presence', { to }, xml('x', { xmlns: ns.muc }, history)))
    await soon(`${this.#plan.nick} in the room`, () => this.inRoom)
  }

  /** Joins a queue and enters the room. */
  async askForHelp(queue: string, wishes?: Wishes): Promise<void> {
    await this.joinQueue(queue, wishes)
    await this.enter()
  }

  /** Into the room, whatever it is. */
  say(...children: readonly Element[]): Promise<void> {
    return this.sayAs(randomUUID(), ...children)
  }

  sayAs(id: string, ...children: readonly Element[]): Promise<void> {
    return this.connection.send(xml('message', { type: 'groupchat', to: this.room, id }, ...children))
  }

  /** Resolves to the message's id. */
  async write(text: string, id: string = randomUUID()): Promise<string> {
    await this.sayAs(
      id,
      xml('body', {}, text),
      xml('origin-id', { xmlns: ns.sid, id }),
      xml('request', { xmlns: ns.receipts }),
      xml('markable', { xmlns: ns.markers }),
    )
    return id
  }

  /** Puts a file on the centre's server (XEP-0363); resolves to its address. */
  upload(name: string, type: string, bytes: Uint8Array): Promise<string> {
    return upload(this.#plan.files, (iq) => this.ask(iq), { name, type, bytes })
  }

  shareFile(url: string): Promise<void> {
    return this.say(xml('body', {}, url), xml('x', { xmlns: ns.oob }, xml('url', {}, url)))
  }

  markRead(id: string): Promise<void> {
    return this.say(xml('displayed', { xmlns: ns.markers, id }))
  }

  compose(state: 'composing' | 'paused'): Promise<void> {
    return this.say(xml(state, { xmlns: ns.chatStates }))
  }

  /** What the room's archive has after an id of it. */
  archive(after?: string): Promise<readonly RoomMessage[]> {
    return this.#archive.read(this.room ?? '', after)
  }

  /** As when their computer loses its power. */
  cut(): void {
    this.#connection?.cut()
  }

  async close(): Promise<void> {
    await this.#connection?.close()
  }

  #knows(ids: ReadonlySet<string>, id: string): boolean {
    const archived = this.heard.find((one) => one.id === id)?.archived
    return ids.has(id) || (archived !== undefined && ids.has(archived))
  }

  #hear(stanza: Element): void {
    if (this.#archive.hear(stanza)) return
    if (stanza.is('presence')) this.#hearPresence(stanza)
    if (!stanza.is('message')) return
    const invitation = stanza.getChild('x', ns.invitation)?.attrs['jid']
    if (invitation !== undefined && stanza.attrs['type'] !== 'groupchat') this.room = invitation
    const position = stanza.getChild('queue-status', ns.workgroup)?.getChildText('position')
    if (position !== undefined && position !== null) this.positions.push(Number(position))
    if (stanza.attrs['type'] === 'groupchat') this.#hearInRoom(stanza)
  }

  #hearPresence(stanza: Element): void {
    const [room, nick = ''] = (stanza.attrs['from'] ?? '').split('/', 2)
    if (room !== this.room) return
    const { type } = stanza.attrs
    if (type === undefined) this.present.add(nick)
    else this.present.delete(nick)
    const codes = stanza
      .getChild('x', ns.mucUser)
      ?.getChildren('status')
      .map(({ attrs }) => attrs['code'])
    if (codes?.includes('110')) this.#inRoom = type === undefined
  }

  #hearInRoom(stanza: Element): void {
    const message = roomMessage(stanza)
    if (message) {
      this.heard.push(message)
      this.#plan.onHeard?.(message)
    }
    if (senderOf(stanza)[1] !== this.#plan.nick) this.#hearOther(stanza, message)
  }

  #hearOther(stanza: Element, message: RoomMessage | undefined): void {
    const received = stanza.getChild('received', ns.receipts)?.attrs['id']
    const displayed = stanza.getChild('displayed', ns.markers)?.attrs['id']
    if (received !== undefined) this.#received.add(received)
    if (displayed !== undefined) this.#read.add(displayed)
    const state = stanza.getChildElements().find((child) => child.attrs['xmlns'] === ns.chatStates)
    if (state) this.states.push(state.name)
    const { id } = stanza.attrs
    if (message && id !== undefined && stanza.getChild('request', ns.receipts))
      void this.say(xml('received', { xmlns: ns.receipts, id })).catch(() => undefined)
  }
}
