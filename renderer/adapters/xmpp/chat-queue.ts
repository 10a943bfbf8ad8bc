import type { ChatStanding } from '../../domain/chat-people.ts'
import type { ConversationEnd } from '../../domain/conversation.ts'
import type { ChatOfferId, ConversationId } from '../../domain/ids.ts'
import { problem } from '../../domain/problem.ts'
import type { Problem } from '../../domain/problem.ts'
import { done, failed } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { ChatFact, OwnConversation } from '../../ports/chat.ts'
import { createMoment } from './moment.ts'
import { ns } from './namespaces.ts'
import { shownName } from './plain-text.ts'
import { parseChat, parseHandedOn, parseOffer, parseOver, parseQueues, parseRevoke } from './queue-stanzas.ts'
import type { QueueChat, QueueOffer } from './queue-stanzas.ts'
import { attributeOf, childOf, childrenOf } from './read-xml.ts'
import type { Answer, Request } from './requests.ts'
import { xml } from './xml-element.ts'
import type { XmlElement } from './xml-element.ts'

export interface ChatQueueNeeds {
  /** The component's address. */
  readonly queues: string
  readonly send: (element: XmlElement) => boolean
  readonly ask: (request: Request) => Promise<Answer>
  readonly emit: (fact: ChatFact) => void
  /** Where a chat is, and who is who in it: first, and whenever that changes. */
  readonly onChat: (chat: QueueChat) => void
  readonly onOver: (conversation: ConversationId, end: ConversationEnd) => void
  readonly newId: () => string
  readonly now: () => number
}

/** Milliseconds after which a queue that is not there is asked again. */
const askAgain = 10_000
/** Offers, and own presences, that are remembered; the queue makes one offer at a time. */
const mostKept = 50

/** What the agent and the chat queue say to each other (docs/chat-queue.md, "An agent"). */
export class ChatQueue {
  readonly #needs: ChatQueueNeeds
  readonly #offers = new Map<ChatOfferId, QueueOffer & { readonly from: string }>()
  #name: string | undefined
  #own = new Map<ConversationId, QueueChat>()
  /** How often a chat was given or taken away: a list that was asked for before does not know. */
  #changes = 0
  #standing: ChatStanding = { takes: false, most: 0 }
  #isUp = false
  #isThere = true
  /** Of the last presences to the queue: the answers to several can be on their way at once. */
  #saidAs: readonly string[] = []
  #clock: ReturnType<typeof setTimeout> | undefined
  #namesKnown = createMoment()

  constructor(needs: ChatQueueNeeds) {
    this.#needs = needs
  }

  /** Resolves when the queue has said, in this session, which chats are whose, or is known to be gone. */
  get namesKnown(): Promise<void> {
    return this.#namesKnown.promise
  }

  /** The agent's, as the queue has it for customers. */
  get name(): string | undefined {
    return this.#name
  }

  up(): void {
    this.#isUp = true
    this.#sayAndAsk()
  }

  down(): void {
    this.#isUp = false
    clearTimeout(this.#clock)
    this.#namesKnown = createMoment()
  }

  stand(standing: ChatStanding): void {
    this.#standing = standing
    if (this.#isUp) this.#say()
  }

  /** On purpose, so that nobody waits for this desk. */
  goodbye(): void {
    const { send, queues } = this.#needs
    send(xml('presence', { to: queues, type: 'unavailable' }, xml('signed-out', { xmlns: ns.queue })))
  }

  takePresence(presence: Element): void {
    const type = attributeOf(presence, 'type')
    if (type === 'unavailable' || type === 'error') this.#gone()
    else if (type === undefined) {
      // One that answers nothing comes from a queue that has started anew, and has forgotten who is there. An answer that
      // was taken for such a one would bring the next, without end.
      const isAnswer = this.#saidAs.includes(attributeOf(presence, 'id') ?? '')
      const wasThere = this.#isThere
      this.#back()
      if (!isAnswer) this.#sayAndAsk()
      else if (!wasThere) void this.#askMine()
    }
  }

  takeMessage(message: Element): void {
    const { emit, now, onOver } = this.#needs
    if (attributeOf(message, 'type') === 'error') return
    for (const element of childrenOf(message, ns.queue, 'chat')) this.#given(parseChat(element, now()))
    const queues = childOf(message, ns.queue, 'queues')
    if (queues) emit({ kind: 'queues-told', queues: parseQueues(queues, now()) })
    const over = parsed(childOf(message, ns.queue, 'over'), parseOver)
    if (over) {
      if (this.#own.delete(over.id)) this.#changes++
      onOver(over.id, over.end)
    }
    const handedOn = parsed(childOf(message, ns.queue, 'handed-on'), parseHandedOn)
    if (handedOn) {
      const { id: conversation, outcome, name } = handedOn
      emit({ kind: 'handed-on', conversation, outcome, name })
    }
  }

  /** @returns whether the queue asked for something that the desk knows */
  takeRequest(iq: Element, from: string): boolean {
    const { emit, now } = this.#needs
    const offer = parsed(childOf(iq, ns.workgroup, 'offer'), (element) => parseOffer(element, now()))
    if (offer) {
      const isNew = !this.#offers.has(offer.offer.id)
      this.#offers.set(offer.offer.id, { ...offer, from })
      const [oldest] = this.#offers.keys()
      if (this.#offers.size > mostKept && oldest !== undefined) this.#offers.delete(oldest)
      if (isNew) emit({ kind: 'chat-offered', offer: offer.offer })
    }
    const revoke = parsed(childOf(iq, ns.workgroup, 'offer-revoke'), parseRevoke)
    if (revoke && this.#offers.delete(revoke.id))
      emit({ kind: 'offer-revoked', offer: revoke.id, why: revoke.why })
    return offer !== undefined || revoke !== undefined
  }

  async accept(id: ChatOfferId): Promise<Result<undefined, Problem>> {
    const answer = await this.#answer(id, 'offer-accept')
    if (!answer) return failed(problem('chat-gone'))
    if (answer.kind === 'result') {
      this.#given(answer.offer.chat)
      return done
    }
    const isUnsure = answer.kind === 'silent' || answer.isForNow
    return failed(problem(isUnsure ? 'chat-unreachable' : 'chat-gone'))
  }

  async reject(id: ChatOfferId): Promise<void> {
    await this.#answer(id, 'offer-reject')
  }

  async #answer(id: ChatOfferId, name: 'offer-accept' | 'offer-reject') {
    const offer = this.#offers.get(id)
    if (!offer) return undefined
    const payload = xml(name, { xmlns: ns.workgroup, id, jid: offer.customerAddress })
    const answer = await this.#needs.ask({ type: 'set', to: offer.from, payload })
    if (answer.kind !== 'silent') this.#offers.delete(id)
    return { ...answer, offer }
  }

  #sayAndAsk(): void {
    this.#say()
    void this.#askMine()
  }

  #say(): void {
    const { send, queues, newId } = this.#needs
    const { takes, most } = this.#standing
    const id = newId()
    this.#saidAs = [...this.#saidAs, id].slice(-mostKept)
    send(
      xml(
        'presence',
        { to: queues, id },
        takes ? undefined : xml('show', {}, 'dnd'),
        xml('agent-status', { xmlns: ns.workgroup }, xml('max-chats', {}, String(most))),
      ),
    )
  }

  async #askMine(): Promise<void> {
    const { ask, queues, now, onChat } = this.#needs
    const [names, changes] = [this.#namesKnown, this.#changes]
    const answer = await ask({ type: 'get', to: queues, payload: xml('mine', { xmlns: ns.queue }) })
    // Of a session that has gone since.
    if (names !== this.#namesKnown || !this.#isUp) return
    const mine = answer.kind === 'result' ? childOf(answer.stanza, ns.queue, 'mine') : undefined
    if (!mine) {
      this.#gone()
      return
    }
    this.#back()
    this.#tellName(shownName(attributeOf(mine, 'name')))
    if (changes !== this.#changes) return this.#askMine()
    const chats = childrenOf(mine, ns.queue, 'chat')
      .map((chat) => parseChat(chat, now()))
      .filter((chat) => chat !== undefined)
    this.#own = new Map(chats.map((chat) => [chat.id, chat]))
    chats.forEach(onChat)
    names.resolve()
    this.#tellOwn()
  }

  #tellName(name: string | undefined): void {
    if (name === undefined || name === this.#name) return
    this.#name = name
    this.#needs.emit({ kind: 'agent-named', name })
  }

  #given(chat: QueueChat | undefined): void {
    if (!chat) return
    const isNew = !this.#own.has(chat.id)
    this.#own.set(chat.id, chat)
    this.#needs.onChat(chat)
    if (!isNew) return
    this.#changes++
    this.#tellOwn()
  }

  #tellOwn(): void {
    const conversations = [...this.#own.values()].map(
      ({ id, queue, customer, handOver, reason, from, askedAt }): OwnConversation => ({
        ...{ id, queue, customer, handOver, reason, from, askedAt },
      }),
    )
    this.#needs.emit({ kind: 'own-conversations', conversations })
  }

  #back(): void {
    clearTimeout(this.#clock)
    if (!this.#isThere) this.#needs.emit({ kind: 'queue-back' })
    this.#isThere = true
  }

  #gone(): void {
    if (!this.#isUp) return
    this.#namesKnown.resolve()
    clearTimeout(this.#clock)
    this.#clock = setTimeout(() => this.#sayAndAsk(), askAgain)
    if (this.#isThere) this.#needs.emit({ kind: 'queue-gone' })
    this.#isThere = false
  }
}

const parsed = <T>(element: Element | undefined, parse: (element: Element) => T | undefined): T | undefined =>
  element && parse(element)
