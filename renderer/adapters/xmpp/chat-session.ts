import type { Problem } from '../../domain/problem.ts'
import type { Result } from '../../domain/result.ts'
import type { ChatAccount, ChatFact } from '../../ports/chat.ts'
import { within } from '../link/within.ts'
import { parseAddress } from './address.ts'
import { archiveQuery } from './archive.ts'
import { ChatLink } from './chat-link.ts'
import { ChatQueue } from './chat-queue.ts'
import { ns } from './namespaces.ts'
import { shownName } from './plain-text.ts'
import { attributeOf, childOf } from './read-xml.ts'
import { Requests } from './requests.ts'
import type { Answer, Request } from './requests.ts'
import { Rooms } from './rooms.ts'
import { findServices } from './site-services.ts'
import type { SiteServices } from './site-services.ts'
import type { StreamKeep } from './stream-memory.ts'
import { xml } from './xml-element.ts'

export interface ChatSessionNeeds {
  readonly account: ChatAccount
  readonly emit: (fact: ChatFact) => void
  readonly now: () => number
  readonly newId: () => string
  readonly random: () => number
  readonly keep?: StreamKeep
}

/** Milliseconds that a room waits for the queue to say who is who. Without it a colleague would look like the customer. */
const namesLimit = 1_500

/** One agent's time at the chat server, from sign-in to sign-out: sends each stanza that comes where it belongs. */
export class ChatSession {
  readonly account: ChatAccount
  readonly queue: ChatQueue
  readonly rooms: Rooms
  readonly #needs: ChatSessionNeeds
  readonly #link: ChatLink
  readonly #requests: Requests
  readonly #bare: string
  #services: Promise<SiteServices | undefined> | undefined
  #isOver = false

  constructor(needs: ChatSessionNeeds) {
    const { account, newId, now, random, keep } = needs
    this.#needs = needs
    this.account = account
    this.#bare = `${account.user}@${account.domain}`.toLowerCase()
    this.#link = new ChatLink({
      ...{ account, now, random, keep },
      emit: (fact) => this.#emit(fact),
      onUp: () => this.#up(),
      onDown: () => this.#down(),
      onStanza: (stanza) => this.#take(stanza),
    })
    const send = this.#link.send.bind(this.#link)
    const ask = this.ask.bind(this)
    this.#requests = new Requests({ newId, send })
    this.rooms = new Rooms({
      ...{ send, ask, newId, now, random },
      name: () => this.queue.name ?? shownName(account.name) ?? account.user,
      emit: (fact) => this.#emit(fact),
      namesAreKnown: () => within(namesLimit, this.queue.namesKnown),
    })
    this.queue = new ChatQueue({
      ...{ queues: account.queues, send, ask, newId, now },
      emit: (fact) => this.#emit(fact),
      onChat: (chat) => this.rooms.place(chat),
      onOver: (conversation, end) => this.rooms.over(conversation, end),
    })
  }

  signIn(): Promise<Result<undefined, Problem>> {
    return this.#link.signIn()
  }

  ask(request: Request): Promise<Answer> {
    return this.#requests.ask(request)
  }

  doubt(): void {
    this.#link.doubt()
  }

  services(): Promise<SiteServices | undefined> {
    this.#services ??= findServices(this.account.domain, (request) => this.ask(request)).then((found) => {
      if (!found) this.#services = undefined
      return found
    })
    return this.#services
  }

  async end(): Promise<void> {
    this.queue.goodbye()
    this.#isOver = true
    await this.#link.end()
  }

  abandon(): void {
    this.#isOver = true
    this.#link.abandon()
  }

  #emit(fact: ChatFact): void {
    if (!this.#isOver) this.#needs.emit(fact)
  }

  #up(): void {
    this.#link.send(xml('presence'))
    void this.ask({ type: 'set', payload: xml('enable', { xmlns: ns.carbons }) })
    // Prosody takes a session that has asked its archive for one that can find there what it missed, and bounces nothing.
    void this.ask({ type: 'set', payload: archiveQuery(this.#needs.newId(), undefined, 0) })
    this.queue.up()
    this.rooms.up()
    void this.services().then((found) => {
      if (found && !this.#isOver) this.rooms.setService(found.rooms)
    })
  }

  #down(): void {
    this.#requests.dropAll()
    this.queue.down()
    this.rooms.down()
  }

  #take(stanza: Element): void {
    if (this.#isOver) return
    // The server speaks for the account without saying so (RFC 6120 §8.1.2.1).
    const from = parseAddress(attributeOf(stanza, 'from') ?? this.#bare)
    if (!from) return
    if (stanza.localName === 'iq') this.#takeIq(stanza)
    else if (stanza.localName === 'presence') {
      if (from.bare === this.account.queues) this.queue.takePresence(stanza)
      else this.rooms.at(from.bare)?.takePresence(stanza)
    } else if (stanza.localName === 'message') this.#takeMessage(stanza)
  }

  #takeMessage(message: Element): void {
    const from = parseAddress(attributeOf(message, 'from') ?? this.#bare)
    // A copy of what another desk of this agent was sent (XEP-0280); from anybody else it would be a forgery.
    const copied = from?.bare === this.#bare ? copyIn(message) : undefined
    const meant = copied ?? message
    const writer = copied ? parseAddress(copied.getAttribute('from')) : from
    const room = copied ? undefined : this.rooms.at(writer?.bare ?? '')
    if (room) room.takeMessage(meant)
    else if (writer?.domain === this.account.queues) this.queue.takeMessage(meant)
  }

  #takeIq(iq: Element): void {
    const type = attributeOf(iq, 'type')
    if (type === 'result' || type === 'error') {
      this.#requests.take(iq, this.#bare)
      return
    }
    const [id, to] = [attributeOf(iq, 'id'), attributeOf(iq, 'from')]
    const from = parseAddress(to)
    const isQueues = type === 'set' && from?.domain === this.account.queues
    const isPing = type === 'get' && childOf(iq, ns.ping, 'ping') !== undefined
    const isDone = isPing || (isQueues && this.queue.takeRequest(iq, to ?? ''))
    if (isDone) this.#link.send(xml('iq', { type: 'result', id, to }))
    else {
      const unknown = xml('service-unavailable', { xmlns: ns.stanzas })
      this.#link.send(xml('iq', { type: 'error', id, to }, xml('error', { type: 'cancel' }, unknown)))
    }
  }
}

function copyIn(message: Element): Element | undefined {
  const forwarded = childOf(childOf(message, ns.carbons, 'received'), ns.forward, 'forwarded')
  return childOf(forwarded, ns.client, 'message')
}
