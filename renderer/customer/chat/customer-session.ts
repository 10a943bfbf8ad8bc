import { parseAddress } from '../../adapters/xmpp/address.ts'
import { ChatLink } from '../../adapters/xmpp/chat-link.ts'
import { ns } from '../../adapters/xmpp/namespaces.ts'
import { attributeOf, childOf } from '../../adapters/xmpp/read-xml.ts'
import { Requests } from '../../adapters/xmpp/requests.ts'
import type { Answer, Request } from '../../adapters/xmpp/requests.ts'
import { xml } from '../../adapters/xmpp/xml-element.ts'
import type { LinkFact } from '../../ports/telephony.ts'
import { CustomerRoom } from './customer-room.ts'
import type { RoomFact } from './customer-room.ts'
import { departRequest, joinRequest, placeIn, refusalIn, roomIn } from './queue-stanzas.ts'
import type { Place, Refusal, Wish } from './queue-stanzas.ts'

export type SessionFact =
  | RoomFact
  | LinkFact
  /** The queue has taken the customer, or has them still. */
  | { readonly kind: 'joined' }
  | { readonly kind: 'not-joined'; readonly refusal: Refusal }
  | { readonly kind: 'invited'; readonly conversation: string }
  | { readonly kind: 'place'; readonly place: Place }

export interface CustomerSessionNeeds {
  readonly servers: readonly string[]
  /** The guests' domain. */
  readonly customers: string
  readonly wish: Wish
  readonly nick: string
  /** The chat that is to go on; without it a new one begins. */
  readonly returning: string | undefined
  readonly selves: Set<string>
  readonly emit: (fact: SessionFact) => void
  readonly now: () => number
  readonly newId: () => string
  readonly random: () => number
}

/** Milliseconds between two attempts to be let in again: the first and the longest. A queue that starts anew takes a moment. */
const firstRest = 250
const longestRest = 5_000
/** The queue looks itself whether the other one is still there; once more is for what crossed on the way. */
const mostConflicts = 2

/** One chat of one customer, from their question to its end, over all the links that break meanwhile. */
export class CustomerSession {
  readonly #needs: CustomerSessionNeeds
  readonly #link: ChatLink
  readonly #requests: Requests
  /** The domain of the queues: only what comes from there is the queue's word. */
  readonly #queues: string
  #conversation: string | undefined
  #room: CustomerRoom | undefined
  #address = ''
  #clock: ReturnType<typeof setTimeout> | undefined
  #isOver = false
  #conflicts = 0
  #tries = 0

  constructor(needs: CustomerSessionNeeds) {
    const { servers, customers, wish, emit, now, newId, random, returning } = needs
    this.#needs = needs
    this.#queues = parseAddress(wish.queue)?.domain ?? ''
    this.#conversation = returning
    this.#link = new ChatLink({
      account: { servers, domain: customers, user: undefined, password: '', resource: '' },
      ...{ now, random, keep: undefined },
      emit: (fact) => {
        if (!this.#isOver) emit(fact)
      },
      onUp: () => this.#up(),
      onDown: () => this.#down(),
      onStanza: (stanza) => this.#take(stanza),
    })
    this.#requests = new Requests({ newId, send: this.#link.send.bind(this.#link) })
  }

  /** The room's local part, once the queue has made it. */
  get conversation(): string | undefined {
    return this.#conversation
  }

  get room(): CustomerRoom | undefined {
    return this.#room
  }

  /** `false` when no server can be reached. */
  async begin(): Promise<boolean> {
    return (await this.#link.signIn()).ok
  }

  ask(request: Request): Promise<Answer> {
    return this.#requests.ask(request)
  }

  doubt(): void {
    this.#link.doubt()
  }

  /** The customer goes: the queue is told, if it can be. */
  async leave(): Promise<void> {
    this.#room?.leave()
    await this.ask({ type: 'set', to: this.#needs.wish.queue, payload: departRequest() })
    await this.end()
  }

  async end(): Promise<void> {
    this.#isOver = true
    clearTimeout(this.#clock)
    await this.#link.end()
  }

  #up(): void {
    this.#conflicts = 0
    this.#tries = 0
    // So that the queue hears when they go.
    this.#link.send(xml('presence', { to: this.#needs.wish.queue }))
    void this.#join()
  }

  #down(): void {
    clearTimeout(this.#clock)
    this.#requests.dropAll()
    this.#room?.down()
  }

  async #join(): Promise<void> {
    const { wish, emit } = this.#needs
    const isReturning = this.#conversation !== undefined
    const payload = joinRequest(wish, this.#conversation)
    const answer = await this.ask({ type: 'set', to: wish.queue, payload })
    // A link that has gone asks again when it is back.
    if (this.#isOver || answer.kind === 'silent') return
    const refusal = refusalIn(answer)
    if (!refusal) emit({ kind: 'joined' })
    else if (isReturning && this.#isWorthAnotherTry(refusal))
      this.#clock = setTimeout(() => void this.#join(), this.#rest())
    else emit({ kind: 'not-joined', refusal })
  }

  /** Between half and all of it, so that a thousand pages do not ask at one moment. */
  #rest(): number {
    const rest = Math.min(longestRest, firstRest * 2 ** this.#tries++)
    return (rest * (1 + this.#needs.random())) / 2
  }

  #isWorthAnotherTry({ kind }: Refusal): boolean {
    if (kind === 'open-elsewhere') this.#conflicts += 1
    return kind === 'unreachable' || (kind === 'open-elsewhere' && this.#conflicts < mostConflicts)
  }

  #take(stanza: Element): void {
    if (this.#isOver) return
    const from = parseAddress(attributeOf(stanza, 'from') ?? '')
    if (stanza.localName === 'iq') this.#takeIq(stanza)
    else if (!from) return
    else if (from.bare === this.#address) {
      if (stanza.localName === 'presence') this.#room?.takePresence(stanza)
      else if (stanza.localName === 'message') this.#room?.takeMessage(stanza)
    } else if (from.domain === this.#queues && stanza.localName === 'message') this.#takeQueue(stanza)
  }

  #takeQueue(message: Element): void {
    const { emit } = this.#needs
    const place = placeIn(message)
    if (place) emit({ kind: 'place', place })
    const room = roomIn(message)
    if (room !== undefined) this.#invited(room)
  }

  #invited(room: string): void {
    const conversation = parseAddress(room)?.local
    if (conversation === undefined) return
    const { selves, nick, emit, newId, now, random } = this.#needs
    if (room !== this.#address) {
      this.#room?.leave()
      this.#address = room
      this.#conversation = conversation
      this.#room = new CustomerRoom({
        ...{ room, nick, selves, emit, newId, now, random },
        send: this.#link.send.bind(this.#link),
        ask: this.ask.bind(this),
      })
    }
    emit({ kind: 'invited', conversation })
    void this.#room?.enter()
  }

  #takeIq(iq: Element): void {
    const type = attributeOf(iq, 'type')
    if (type === 'result' || type === 'error') {
      // A guest asks nothing of their own account, so that every answer has a sender.
      this.#requests.take(iq, '')
      return
    }
    const [id, to] = [attributeOf(iq, 'id'), attributeOf(iq, 'from')]
    if (type === 'get' && childOf(iq, ns.ping, 'ping')) {
      this.#link.send(xml('iq', { type: 'result', id, to }))
      return
    }
    const unknown = xml('service-unavailable', { xmlns: ns.stanzas })
    this.#link.send(xml('iq', { type: 'error', id, to }, xml('error', { type: 'cancel' }, unknown)))
  }
}
