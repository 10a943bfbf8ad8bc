import type { ChatOffer, Conversation, ConversationEnd } from '../../domain/conversation.ts'
import type { Contact } from '../../domain/contact.ts'
import type { ConversationId } from '../../domain/ids.ts'
import type { OwnConversation } from '../../ports/chat.ts'
import type { ChatStore } from '../../ports/chat-store.ts'
import type { Records } from '../../ports/records.ts'
import type { Timing } from '../../ports/timing.ts'
import { pageOfConversation } from '../../state/work-store.ts'
import type { WorkStore } from '../../state/work-store.ts'
import type { Problems } from '../problems.ts'
import type { WriteUp } from '../write-up.ts'
import type { ChatBook } from './chat-book.ts'

export interface ChatPageNeeds {
  readonly book: ChatBook
  readonly store: Pick<ChatStore, 'conversation'>
  readonly records: Pick<Records, 'contactByNumber' | 'contactByAddress'>
  readonly writeUp: Pick<WriteUp, 'beginChat' | 'followChat' | 'reopen'>
  readonly work: WorkStore
  readonly problems: Problems
  readonly timing: Timing
}

/** Each chat of the agent's has a page, on which it is worked and written up like a call. */
export function createChatPages(needs: ChatPageNeeds) {
  const { book, store, records, writeUp, work, problems, timing } = needs

  async function contactOf({ customer }: Pick<Conversation, 'customer'>): Promise<Contact | undefined> {
    const { number, address } = customer
    const byNumber = number === undefined ? undefined : problems.unwrap(await records.contactByNumber(number))
    if (byNumber || address === undefined) return byNumber
    return problems.unwrap(await records.contactByAddress(address))
  }

  /** The page that a chat had before the desk was left, or a new one. */
  async function openPage(conversation: Conversation): Promise<void> {
    if (pageOfConversation(work.getState(), conversation.id)) return
    const before = work
      .getState()
      .recent.find((one) => one.conversation === conversation.id && one.finishedAt === undefined)
    if (before) await writeUp.reopen(before.id)
    else await writeUp.beginChat(conversation, await contactOf(conversation))
  }

  const beginning = new Map<ConversationId, Promise<void>>()

  async function begin(own: OwnConversation): Promise<void> {
    const { id, queue, customer, handOver, reason, from, askedAt } = own
    const now = timing.now()
    // One that came back: what was read of it before is here.
    const known = problems.unwrap(await store.conversation(id))
    const conversation: Conversation = {
      ...{ id, queue, customer, handOver, reason, from, askedAt, takenAt: now, lastAt: known?.lastAt ?? now },
      ...{ endedAt: undefined, end: undefined, readTo: known?.readTo, unread: known?.unread ?? 0 },
      ...{ unansweredSince: known?.unansweredSince, firstAnswerAt: undefined },
    }
    if (book.chat(id)?.state === 'ended') book.close(id)
    await book.open(conversation, 'joining', '')
    await book.change(id, () => ({ conversation }))
    await openPage(conversation)
  }

  return {
    openPage,

    /** The queue has given it to this agent; told twice, by the answer and by its list, it is begun once. */
    begin(own: OwnConversation): Promise<void> {
      const under = beginning.get(own.id) ?? begin(own).finally(() => beginning.delete(own.id))
      beginning.set(own.id, under)
      return under
    },

    async end(id: ConversationId, end: ConversationEnd): Promise<void> {
      await book.change(id, ({ conversation }) =>
        conversation.endedAt === undefined
          ? { conversation: { ...conversation, endedAt: timing.now(), end } }
          : undefined,
      )
      book.show(id, { state: 'ended', handingTo: undefined, participants: [] })
      const ended = book.chat(id)?.conversation
      if (ended) writeUp.followChat(ended)
    },
  }
}

export type ChatPages = ReturnType<typeof createChatPages>

/** What an offer and the queue's list have in common. */
export const ownOf = ({ conversation, ...offer }: ChatOffer): OwnConversation => ({
  id: conversation,
  queue: offer.queue,
  customer: offer.customer,
  handOver: offer.handOver,
  reason: offer.reason,
  from: offer.from,
  askedAt: offer.askedAt,
})
