import { randomUUID } from 'node:crypto'

import type { ChatOffer, ConversationEnd } from '../../../renderer/domain/conversation.ts'
import { asConversationId, asMessageId } from '../../../renderer/domain/ids.ts'
import type { ConversationId, MessageId } from '../../../renderer/domain/ids.ts'
import type { MessageBody, SharedFile } from '../../../renderer/domain/message.ts'
import type { ArrivedMessage, Chat, ChatAccount, ChatFact } from '../../../renderer/ports/chat.ts'
import { soon } from '../telephony/soon.ts'
import { openChatPage, type ChatPage } from './chat-page.ts'

type Kind = ChatFact['kind']
type Told<K extends Kind> = Extract<ChatFact, { readonly kind: K }>

/** The desk's chat adapter with somebody at it who remembers all that they were told. */
export class AgentDesk {
  readonly account: ChatAccount
  readonly facts: ChatFact[] = []
  readonly #page: ChatPage
  readonly #answered = new Set<string>()
  readonly #inHand = new Set<ConversationId>()

  constructor(account: ChatAccount) {
    this.account = account
    this.#page = openChatPage()
    this.chat.listen((fact) => this.facts.push(fact))
  }

  get chat(): Chat {
    return this.#page.chat
  }

  async signIn(): Promise<void> {
    const outcome = await this.chat.signIn(this.account)
    if (!outcome.ok) throw new Error(`${this.account.user} cannot sign in: ${outcome.problem.code}`)
    await soon(`the chats of ${this.account.user}`, () => this.told('own-conversations').length > 0)
  }

  takes(most = 3): void {
    this.chat.stand({ takes: true, most })
  }

  told<K extends Kind>(kind: K): readonly Told<K>[] {
    return this.facts.filter((fact): fact is Told<K> => fact.kind === kind)
  }

  /** An offer that is there and was not asked for before. */
  async nextOffer(): Promise<ChatOffer> {
    let found: ChatOffer | undefined
    await soon(`an offer for ${this.account.user}`, () => {
      found = this.told('chat-offered')
        .map(({ offer }) => offer)
        .find(({ id }) => !this.#answered.has(id))
      return found !== undefined
    })
    if (!found) throw new Error('no offer')
    this.#answered.add(found.id)
    return found
  }

  /** Takes the next offer and goes into its room. */
  async take(): Promise<ConversationId> {
    const { id, conversation } = await this.nextOffer()
    const accepted = await this.chat.accept(id)
    if (!accepted.ok) throw new Error(`not accepted: ${accepted.problem.code}`)
    await this.enter(conversation)
    return conversation
  }

  async enter(conversation: ConversationId, readTo?: string): Promise<void> {
    const before = this.caughtUp(conversation)
    this.#inHand.add(conversation)
    this.chat.enter(conversation, readTo)
    await soon(`${this.account.user} in the room`, () => this.caughtUp(conversation) > before)
  }

  /** How many times all that was said before has been read. */
  caughtUp(conversation: ConversationId): number {
    return this.told('conversation-caught-up').filter((fact) => fact.conversation === conversation).length
  }

  heard(conversation: ConversationId): readonly ArrivedMessage[] {
    return this.told('messages-arrived')
      .filter((fact) => fact.conversation === conversation)
      .flatMap(({ messages }) => messages)
  }

  /** What people wrote. */
  texts(conversation: ConversationId): readonly string[] {
    return this.heard(conversation).flatMap(({ body }) => (body.kind === 'text' ? [body.text] : []))
  }

  /** Resolves to its id as soon as the room has it. */
  write(conversation: ConversationId, text: string): Promise<MessageId> {
    return this.#send(conversation, { kind: 'text', text })
  }

  share(conversation: ConversationId, file: SharedFile): Promise<MessageId> {
    return this.#send(conversation, { kind: 'file', file })
  }

  async #send(conversation: ConversationId, body: MessageBody): Promise<MessageId> {
    const id = asMessageId(randomUUID())
    if (!this.chat.send(conversation, id, body)) throw new Error('not handed over')
    await soon('the message in the room', () => this.heard(conversation).some((one) => one.id === id))
    return id
  }

  isDelivered(message: MessageId): boolean {
    return this.told('message-delivered').some((fact) => fact.message === message)
  }

  isRead(message: MessageId): boolean {
    return this.told('message-read').some((fact) => fact.message === message)
  }

  endOf(conversation: string): ConversationEnd | undefined {
    return this.told('conversation-over').find((fact) => fact.conversation === asConversationId(conversation))
      ?.end
  }

  /** The page dies: nothing is said to anybody. */
  crash(): void {
    this.#page.die()
  }

  /** Ends what is still going on, and goes home. */
  async leave(): Promise<void> {
    for (const conversation of this.#inHand)
      if (this.endOf(conversation) === undefined) await this.chat.end(conversation)
    await this.chat.signOut()
    this.#page.die()
  }
}
