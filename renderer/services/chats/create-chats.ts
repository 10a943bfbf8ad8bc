import type { ConversationId } from '../../domain/ids.ts'
import type { Message } from '../../domain/message.ts'
import type { ChatSite } from '../../domain/setup.ts'
import type { Chat, ChatAccount } from '../../ports/chat.ts'
import type { ChatStore } from '../../ports/chat-store.ts'
import type { Attention, ComputerNews } from '../../ports/desktop.ts'
import type { Records } from '../../ports/records.ts'
import type { Timing } from '../../ports/timing.ts'
import { offeredCall } from '../../state/call-store.ts'
import type { CallStore } from '../../state/call-store.ts'
import { chatsByNeed } from '../../state/chat-store.ts'
import type { ChatStateStore } from '../../state/chat-store.ts'
import type { KnowledgeStore } from '../../state/knowledge-store.ts'
import type { ShiftStore } from '../../state/shift-store.ts'
import { pageInHand, pageOfConversation } from '../../state/work-store.ts'
import type { WorkStore } from '../../state/work-store.ts'
import type { Dialling } from '../dialling.ts'
import type { Problems } from '../problems.ts'
import type { Spared } from '../story/spared.ts'
import type { WriteUp } from '../write-up.ts'
import { createChatArrivals } from './chat-arrivals.ts'
import { createChatBook } from './chat-book.ts'
import type { ChatDesk } from './chat-desk.ts'
import { createChatDrafts } from './chat-drafts.ts'
import { createChatFiles } from './chat-files.ts'
import { createChatFollow } from './chat-follow.ts'
import { createChatHandOn } from './chat-hand-on.ts'
import { createChatOffers } from './chat-offers.ts'
import { createChatOutbox } from './chat-outbox.ts'
import { createChatPages, ownOf } from './chat-pages.ts'
import { createChatPast } from './chat-past.ts'
import { createChatPrivacy } from './chat-privacy.ts'
import { createChatSearch } from './chat-search.ts'
import { createChatSession } from './chat-session.ts'
import { createChatStanding } from './chat-standing.ts'
import { createChatWriting } from './chat-writing.ts'

export interface ChatNeeds {
  readonly chat: Chat
  readonly store: ChatStore
  readonly state: ChatStateStore
  readonly records: Pick<Records, 'contactByNumber' | 'contactByAddress'>
  readonly writeUp: WriteUp
  readonly dialling: () => Pick<Dialling, 'dial'>
  readonly attention: Attention
  readonly computer: ComputerNews
  readonly problems: Problems
  readonly timing: Timing
  readonly random: () => number
  readonly newId: () => string
  /** What must not be forgotten; `undefined` where nobody can say, and then nothing is. */
  readonly spared: () => Promise<Spared | undefined>
  readonly stores: {
    readonly shift: ShiftStore
    readonly calls: CallStore
    readonly work: WorkStore
    readonly knowledge: KnowledgeStore
  }
}

/** Where the chats of a shift are, and who the agent is there. */
export interface ChatsOfShift {
  readonly site: ChatSite
  readonly account: ChatAccount
}

export type Chats = ReturnType<typeof createChats>

const dayMilliseconds = 86_400_000

/** What there is besides chats where nobody works. */
const nothing = { site: undefined, search: undefined, people: undefined, past: [], reading: undefined }

const speaks = ({ from }: Message): boolean => from.role === 'customer' || from.role === 'colleague'

const isInHand =
  (work: WorkStore) =>
  (id: ConversationId): boolean =>
    pageInHand(work.getState())?.interaction.conversation === id

/** Everything about chats that a shift needs. */
export function createChats(needs: ChatNeeds) {
  const { chat, store, state, problems, timing, stores, writeUp, attention } = needs
  const privacy = createChatPrivacy({ ...stores, now: () => timing.now() })
  const isShown = isInHand(stores.work)
  const book = createChatBook({ ...needs, privacy, isShown })
  const outbox = createChatOutbox({ ...needs, book })
  const drafts = createChatDrafts({ ...needs, book, privacy })
  const writing = createChatWriting({
    ...needs,
    book,
    outbox,
    drafts,
    name: () => state.getState().agentName,
  })
  const pages = createChatPages({ ...needs, book, work: stores.work })
  const offers = createChatOffers(needs)
  let user = ''
  const handOn = createChatHandOn({ ...needs, book, user: () => user })
  const search = createChatSearch(needs)
  const session = createChatSession(needs)
  const arrivals = createChatArrivals({
    ...{ store, book, problems },
    onNew: (id, messages) => {
      if (messages.some(speaks) && !isShown(id)) attention.alert('chat-message')
    },
  })
  const undos = [
    chat.listen(
      createChatFollow({ ...{ chat, state, book, pages, outbox, arrivals, offers, problems, timing } }),
    ),
    privacy.onEnded((id) => book.withhold(id)),
    createChatStanding({ chat, state, shift: stores.shift, calls: stores.calls }),
    needs.computer.onWoke(() => chat.doubtLink('wake')),
    needs.computer.onNetwork((why) => {
      chat.doubtLink(why)
      session.retry()
    }),
    // A chat that has ended and is written up leaves what is going on.
    stores.work.subscribe((work) => {
      for (const [id, open] of state.getState().chats)
        if (open.state === 'ended' && !pageOfConversation(work, id)) book.close(id)
    }),
  ]

  /** Chats of before are there before anybody is asked for them. */
  async function reopen(): Promise<void> {
    const open = problems.unwrap(await store.openConversations()) ?? []
    const written = problems.unwrap(await store.drafts()) ?? []
    for (const conversation of open) {
      const draft = written.find((one) => one.conversation === conversation.id)?.text ?? ''
      await book.open(conversation, 'joining', draft)
      await pages.openPage(conversation)
    }
  }

  const past = createChatPast(needs)
  const desk: ChatDesk = {
    ...{ ...writing, ...handOn, ...createChatFiles({ chat, problems }), ...search, ...past },
    draft: (id, text) => drafts.write(id, text),
    older: (id, to) => book.older(id, to),
    reject: (id) => offers.reject(id),
    async accept(id) {
      const offer = await offers.accept(id)
      if (offer) await pages.begin(ownOf(offer))
      if (offer) chat.enter(offer.conversation, book.chat(offer.conversation)?.conversation.readTo)
    },
    show(id) {
      const page = pageOfConversation(stores.work.getState(), id)
      if (page) writeUp.show(page.interaction.id)
    },
    showNeediest() {
      const next = chatsByNeed(state.getState()).find(({ conversation }) => !isShown(conversation.id))
      if (next) desk.show(next.conversation.id)
    },
    seen(id) {
      const open = book.chat(id)
      if (!open || open.conversation.unread === 0) return
      const newest = open.messages.findLast(({ from }) => from.role !== 'me')
      if (newest && open.state === 'open') chat.seen(id, newest.id)
      void book.change(id, ({ conversation }) =>
        conversation.unread === 0 ? undefined : { conversation: { ...conversation, unread: 0 } },
      )
      if (offers.none() && !offeredCall(stores.calls.getState())) attention.calm()
    },
    composing(id, composing) {
      if (book.chat(id)?.state === 'open') chat.composing(id, composing)
    },
    async call(id) {
      const page = pageOfConversation(stores.work.getState(), id)
      const number = page?.contact?.numbers[0] ?? page?.interaction.number
      if (page && number !== undefined)
        await needs
          .dialling()
          .dial(number, { continues: page.interaction.id, name: book.chat(id)?.conversation.customer.name })
    },
    retry(): void {
      chat.doubtLink('asked')
      session.retry()
    },
  }

  return {
    desk,
    /** Every message of a chat that is kept here, oldest first, for its case. */
    async transcript(id: ConversationId): Promise<readonly Message[]> {
      const read = await store.messages(id, undefined, Infinity)
      return read.ok ? read.value : []
    },
    async begin(shift: ChatsOfShift | undefined): Promise<void> {
      state.setState({ site: shift?.site, agentName: shift?.account.name ?? '' })
      if (!shift) return
      user = shift.account.user
      const spared = await needs.spared()
      const before = timing.now() - shift.site.keepDays * dayMilliseconds
      if (spared) await store.forgetBefore(before, spared.conversations)
      await reopen()
      session.begin(shift.account)
    },
    ...chatsToRead({ search, past, state }),
    /** Nobody is left in mid-chat by it. */
    mayEnd: (): boolean => chatsByNeed(state.getState()).length === 0,
    async end(): Promise<void> {
      outbox.stop()
      offers.allGone()
      await drafts.flush()
      await book.settled()
      book.clear()
      state.setState(nothing)
      await session.end()
    },
    stop(): void {
      outbox.stop()
      for (const undo of undos) undo()
    },
  }
}

interface ToRead {
  readonly search: Pick<ReturnType<typeof createChatSearch>, 'clearSearch'>
  readonly past: Pick<ReturnType<typeof createChatPast>, 'readPast' | 'closePast'>
  readonly state: ChatStateStore
}

/** Chats of before, where the store can only be read. */
const chatsToRead = ({ search, past, state }: ToRead) => ({
  look: () => past.readPast(),
  lookAway(): void {
    search.clearSearch()
    past.closePast()
    state.setState({ past: [] })
  },
})
