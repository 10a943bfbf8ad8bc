import { problem } from '../../domain/problem.ts'
import { unreachable } from '../../domain/unreachable.ts'
import type { LinkFact } from '../../ports/telephony.ts'
import type { ChatStateStore } from '../../state/chat-store.ts'
import { downSince } from '../../state/shift-store.ts'
import type { Link } from '../../state/shift-store.ts'
import type { Problems } from '../problems.ts'
import type { ChatBook } from './chat-book.ts'
import type { ChatOutbox } from './chat-outbox.ts'
import type { createChatOffers } from './chat-offers.ts'

export interface ChatLinkNeeds {
  readonly state: ChatStateStore
  readonly book: Pick<ChatBook, 'show'>
  readonly outbox: Pick<ChatOutbox, 'notCaughtUp'>
  readonly offers: Pick<ReturnType<typeof createChatOffers>, 'allGone'>
  readonly problems: Problems
}

/** Shows how the link to the chat server is. Without it nothing is sent, and nothing that was offered still is. */
export function createChatLink({ state, book, outbox, offers, problems }: ChatLinkNeeds) {
  function down(link: Link): void {
    outbox.notCaughtUp()
    state.setState({ link })
    for (const [id, open] of state.getState().chats)
      if (open.state === 'open') book.show(id, { state: 'joining' })
  }

  const since = (at: number): number => downSince(state.getState().link, at)

  return (fact: LinkFact): void => {
    switch (fact.kind) {
      case 'link-lost':
        offers.allGone()
        down({ kind: 'trying', since: fact.at })
        break
      case 'link-waiting':
        down({ kind: 'waiting', since: since(fact.at), retryAt: fact.retryAt })
        break
      case 'link-trying':
        down({ kind: 'trying', since: since(fact.at) })
        break
      case 'link-back':
        state.setState({ link: { kind: 'up' } })
        problems.clear('chat-unreachable')
        break
      case 'signed-out-by-server':
        offers.allGone()
        down({ kind: 'signed-out' })
        problems.show(problem('chat-signed-out'))
        break
      default:
        unreachable(fact)
    }
  }
}
