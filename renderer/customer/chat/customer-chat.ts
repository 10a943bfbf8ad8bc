import { longestMessage } from '../../domain/message.ts'
import type { SharedFile } from '../../domain/message.ts'
import type { KeptChat, UnsentMessage } from '../kept-chat.ts'
import type { PageSettings } from '../settings.ts'
import { afterHearing, asking, first } from './chat-state.ts'
import type { ChatState, Over } from './chat-state.ts'
import { CustomerFiles } from './customer-files.ts'
import { CustomerSession } from './customer-session.ts'
import type { SessionFact } from './customer-session.ts'
import type { HeardMessage } from './heard.ts'
import type { Refusal, Wish } from './queue-stanzas.ts'
import { delivered, unsentIn, waitingLine } from './transcript.ts'

export interface CustomerChatNeeds {
  readonly settings: Pick<PageSettings, 'servers' | 'customers' | 'files'>
  /** What a reload finds; `undefined` forgets it. */
  readonly keep: (chat: KeptChat | undefined) => void
  readonly now: () => number
  readonly newId: () => string
  readonly random: () => number
}

/** Milliseconds until a chat that is taken up again after a reload looks for a server once more. */
const restBetweenStarts = 3_000

type Take<K extends SessionFact['kind'] = SessionFact['kind']> = (
  fact: Extract<SessionFact, { readonly kind: K }>,
) => void

/** The chat as the page shows it, and what the customer can do in it. */
export class CustomerChat {
  readonly #needs: CustomerChatNeeds
  readonly #listeners = new Set<(state: ChatState) => void>()
  readonly #files: CustomerFiles
  #state = first
  #session: CustomerSession | undefined
  #queue = ''
  #selves = new Set<string>()
  #shown: string | undefined
  #clock: ReturnType<typeof setTimeout> | undefined

  readonly #takes: { readonly [K in SessionFact['kind']]: Take<K> } = {
    'not-joined': ({ refusal }) => this.#notJoined(refusal),
    joined: () => this.#change({ stage: 'chat' }),
    invited: () => {
      this.#keep()
      this.#change({ stage: 'chat' })
    },
    place: ({ place }) => this.#change({ place }),
    heard: ({ messages }) => this.#heard(messages),
    'caught-up': () => {
      this.#keep()
      this.#change({ isLinked: true })
      this.#sendWaiting()
    },
    delivered: (fact) => this.#told(fact),
    read: (fact) => this.#told(fact),
    refused: (fact) => this.#told(fact),
    writing: ({ names }) => this.#change({ writing: names }),
    out: () => this.#finish('ended'),
    'signed-out-by-server': () => this.#refused({ kind: 'unreachable' }),
    'link-lost': () => this.#change({ isLinked: false, writing: [] }),
    // Back is who is in the room again.
    'link-waiting': () => undefined,
    'link-trying': () => undefined,
    'link-back': () => undefined,
  }

  constructor(needs: CustomerChatNeeds) {
    this.#needs = needs
    this.#files = new CustomerFiles(
      needs.settings.files,
      (request) => this.#session?.ask(request) ?? Promise.resolve({ kind: 'silent' }),
    )
  }

  get state(): ChatState {
    return this.#state
  }

  /** Something that was written would be lost with the page. */
  get holdsUnsent(): boolean {
    const { stage, lines } = this.#state
    return stage === 'chat' && lines.some(({ delivery }) => delivery === 'waiting')
  }

  listen(listener: (state: ChatState) => void): void {
    this.#listeners.add(listener)
  }

  async ask(wish: Wish, nick: string): Promise<void> {
    if (this.#state.stage !== 'form') return
    this.#change(asking(wish.question, this.#needs.now()))
    this.#selves = new Set()
    if (!(await this.#begin(wish, nick, undefined))) this.#refused({ kind: 'unreachable' })
  }

  /** After a reload. It is tried until it works, or the customer gives it up. */
  async takeUp(kept: KeptChat, wish: Pick<Wish, 'language'>, nick: string): Promise<void> {
    this.#selves = new Set(kept.selves)
    this.#change({ ...first, stage: 'chat', isLinked: false, lines: kept.unsent.map(waitingLine) })
    await this.#tryToTakeUp(kept.conversation, { ...wish, queue: kept.queue }, nick)
  }

  /** Kept until the room has it. */
  write(text: string): void {
    const trimmed = text.trim()
    if (trimmed === '') return
    this.#add({ kind: 'text', text: trimmed.slice(0, longestMessage) })
  }

  composing(composing: boolean): void {
    this.#session?.room?.composing(composing)
  }

  /** Whatever was said so far has been on the screen. */
  seen(): void {
    const newest = this.#state.lines.findLast(({ isOwn, body }) => !isOwn && body.kind !== 'notice')
    if (newest?.mark === undefined || newest.mark === this.#shown || !this.#session?.room?.isOpen) return
    this.#shown = newest.mark
    this.#session.room.shown(newest.mark)
  }

  async share(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    if (this.#state.sharing !== undefined) return
    this.#change({ sharing: 0, fileProblem: undefined })
    const shared = await this.#files.share(name, bytes, (sharing) => this.#change({ sharing }))
    this.#change({ sharing: undefined })
    if (shared.ok) this.#add({ kind: 'file', file: shared.value })
    else this.#change({ fileProblem: shared.problem })
  }

  fetch(file: SharedFile): ReturnType<CustomerFiles['fetch']> {
    return this.#files.fetch(file)
  }

  async leave(): Promise<void> {
    const session = this.#session
    this.#finish('left')
    await session?.leave()
  }

  /** Back to the questions. */
  again(): void {
    this.#change(first)
  }

  /** The network has changed, or the customer does not want to wait for the next attempt. */
  hurry(): void {
    this.#session?.doubt()
  }

  async #begin(wish: Wish, nick: string, returning: string | undefined): Promise<boolean> {
    const { settings, now, newId, random } = this.#needs
    this.#queue = wish.queue
    this.#shown = undefined
    const session = new CustomerSession({
      ...{ servers: settings.servers, customers: settings.customers, wish, nick, returning },
      ...{ selves: this.#selves, now, newId, random },
      emit: (fact) => {
        if (this.#session === session) (this.#takes[fact.kind] as Take)(fact)
      },
    })
    this.#session = session
    const isThere = await session.begin()
    if (!isThere) await session.end()
    return isThere
  }

  async #tryToTakeUp(conversation: string, wish: Wish, nick: string): Promise<void> {
    const isThere = await this.#begin(wish, nick, conversation)
    if (isThere || this.#state.stage !== 'chat') return
    this.#clock = setTimeout(() => void this.#tryToTakeUp(conversation, wish, nick), restBetweenStarts)
  }

  #told({ id, kind }: { readonly id: string; readonly kind: 'delivered' | 'read' | 'refused' }): void {
    this.#change({ lines: delivered(this.#state.lines, id, kind) })
  }

  #heard(messages: readonly HeardMessage[]): void {
    this.#change(afterHearing(this.#state, messages))
    if (messages.some(({ body }) => body.kind === 'notice' && body.notice === 'ended')) this.#finish('ended')
  }

  /** Also as whom the customer is in the room now: a reload must know their messages. And what it has to send. */
  #keep(): void {
    const { conversation } = this.#session ?? {}
    if (conversation === undefined) return
    const unsent = unsentIn(this.#state.lines)
    this.#needs.keep({ conversation, queue: this.#queue, selves: [...this.#selves], unsent })
  }

  #add(body: UnsentMessage['body']): void {
    const { newId, now } = this.#needs
    const line = waitingLine({ id: newId(), at: now(), body })
    this.#change({ lines: [...this.#state.lines, line] })
    this.#sendWaiting()
  }

  /** In their order: one that cannot leave holds back those after it. */
  #sendWaiting(): void {
    for (const { key, body, delivery } of this.#state.lines)
      if (delivery === 'waiting' && !this.#session?.room?.say(key, body)) return
  }

  #notJoined(refusal: Refusal): void {
    if (this.#state.stage === 'asking') this.#refused(refusal)
    else if (refusal.kind === 'not-found') this.#finish('ended-while-away')
    else if (refusal.kind === 'open-elsewhere') this.#finish('open-elsewhere')
    else this.#refused(refusal)
  }

  #refused(refusal: Refusal): void {
    this.#letGo()
    this.#change({ ...first, refusal })
  }

  #finish(over: Over): void {
    clearTimeout(this.#clock)
    const session = this.#session
    this.#session = undefined
    this.#needs.keep(undefined)
    this.#change({ stage: 'over', over, writing: [], place: undefined, isLinked: true })
    if (over !== 'left') void session?.end()
  }

  #letGo(): void {
    const session = this.#session
    this.#session = undefined
    this.#needs.keep(undefined)
    void session?.end()
  }

  #change(change: Partial<ChatState>): void {
    this.#state = { ...this.#state, ...change }
    if (change.lines) this.#keep()
    for (const listener of this.#listeners) listener(this.#state)
  }
}
