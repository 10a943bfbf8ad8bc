import type { ArrivedMessage, ChatFact, Chat, ConversationFact, OwnConversation } from '../../ports/chat.ts'
import type { ConversationId } from '../../domain/ids.ts'
import { problem } from '../../domain/problem.ts'
import { unreachable } from '../../domain/unreachable.ts'
import type { LinkFact } from '../../ports/telephony.ts'
import type { Timing } from '../../ports/timing.ts'
import type { ChatStateStore } from '../../state/chat-store.ts'
import type { Problems } from '../problems.ts'
import type { createChatArrivals } from './chat-arrivals.ts'
import type { ChatBook } from './chat-book.ts'
import type { createChatOffers } from './chat-offers.ts'
import { createChatLink } from './chat-link.ts'
import type { ChatOutbox } from './chat-outbox.ts'
import type { ChatPages } from './chat-pages.ts'

/** Milliseconds. */
const readAgainAfter = 5000

export interface ChatFollowNeeds {
  readonly chat: Pick<Chat, 'enter' | 'leave'>
  readonly state: ChatStateStore
  readonly book: ChatBook
  readonly pages: ChatPages
  readonly outbox: ChatOutbox
  readonly arrivals: ReturnType<typeof createChatArrivals>
  readonly offers: ReturnType<typeof createChatOffers>
  readonly problems: Problems
  readonly timing: Timing
}

/** What the chat server and the queue tell, turned into what the agent sees. */
export function createChatFollow(needs: ChatFollowNeeds) {
  const { chat, state, book, pages, outbox, arrivals, offers, problems, timing } = needs

  function enter(id: ConversationId): void {
    chat.enter(id, book.chat(id)?.conversation.readTo)
  }

  /** Whatever the queue does not name any more is somebody else's, or is over. */
  async function follow(conversations: readonly OwnConversation[]): Promise<void> {
    const theirs = new Set(conversations.map(({ id }) => id))
    for (const own of conversations) {
      if ((book.chat(own.id)?.state ?? 'ended') === 'ended') await pages.begin(own)
      // One that is open is left as it is: reading it anew would keep the agent from writing in it.
      if (book.chat(own.id)?.state !== 'open') enter(own.id)
    }
    for (const { conversation, state: now } of state.getState().chats.values())
      if (now !== 'ended' && !theirs.has(conversation.id)) await over(conversation.id, 'taken-over')
  }

  /** One list after the other: an older one must not end what a newer one has brought. */
  let following: Promise<void> = Promise.resolve()

  async function over(id: ConversationId, end: Parameters<ChatPages['end']>[1]): Promise<void> {
    outbox.notCaughtUp(id)
    chat.leave(id)
    await pages.end(id, end)
  }

  /** Chats of which something came that the disk did not take. */
  const unstored = new Set<ConversationId>()
  const taking = new Map<ConversationId, Promise<void>>()

  function take(id: ConversationId, messages: readonly ArrivedMessage[]): void {
    const [before, stored] = [taking.get(id), arrivals.arrived(id, messages)]
    const taken = Promise.all([stored, before]).then(([isStored]) => {
      if (!isStored) unstored.add(id)
      if (taking.get(id) === taken) taking.delete(id)
    })
    taking.set(id, taken)
  }

  /**
   * After everything that was told before it has been stored. What could not be stored is asked for again: until the disk
   * has it, nobody knows what the customer has read already.
   */
  async function caughtUp(id: ConversationId): Promise<void> {
    const stored = Promise.resolve(taking.get(id)).then(() => !unstored.has(id))
    const isIn = await outbox.caughtUp(id, stored)
    if ((book.chat(id)?.state ?? 'ended') === 'ended') return
    if (isIn) book.show(id, { state: 'open' })
    else if (unstored.delete(id)) timing.after(readAgainAfter, () => enter(id))
  }

  function inConversation(fact: ConversationFact): void {
    const { conversation: id } = fact
    if (!book.chat(id)) return
    switch (fact.kind) {
      case 'conversation-caught-up':
        void caughtUp(id)
        break
      case 'messages-arrived':
        take(id, fact.messages)
        break
      case 'message-delivered':
        void arrivals.delivered(id, fact.message, 'delivered')
        break
      case 'message-read':
        void arrivals.delivered(id, fact.message, 'read')
        break
      case 'message-refused':
        void outbox.refused(id, fact.message)
        break
      case 'participants':
        book.showSoon(id, { participants: fact.participants })
        break
      case 'conversation-over':
        void over(id, fact.end)
        break
      case 'handed-on':
        book.show(id, { handingTo: undefined })
        if (fact.outcome === 'refused') problems.show(problem('chat-not-handed-on'))
        break
      default:
        unreachable(fact)
    }
  }

  const followLink = createChatLink({ state, book, outbox, offers, problems })

  return (fact: ChatFact): void => {
    if ('conversation' in fact) {
      inConversation(fact)
      return
    }
    if (isOfLink(fact)) {
      followLink(fact)
      return
    }
    switch (fact.kind) {
      case 'chat-offered':
        offers.offered(fact.offer)
        break
      case 'offer-revoked':
        offers.revoked(fact.offer)
        break
      case 'agent-named':
        state.setState({ agentName: fact.name })
        break
      case 'own-conversations':
        following = following.catch(() => undefined).then(() => follow(fact.conversations))
        break
      case 'queues-told':
        state.setState({ queues: fact.queues })
        break
      case 'queue-gone':
        offers.allGone()
        state.setState({ queueIsThere: false })
        break
      case 'queue-back':
        state.setState({ queueIsThere: true })
        break
      default:
        unreachable(fact)
    }
  }
}

const isOfLink = (fact: ChatFact): fact is LinkFact => linkFacts.has(fact.kind)

const linkFacts: ReadonlySet<string> = new Set<LinkFact['kind']>([
  ...(['link-lost', 'link-waiting', 'link-trying', 'link-back', 'signed-out-by-server'] as const),
])
