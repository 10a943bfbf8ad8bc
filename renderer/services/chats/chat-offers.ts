import type { ChatOffer } from '../../domain/conversation.ts'
import type { ChatOfferId } from '../../domain/ids.ts'
import type { Chat } from '../../ports/chat.ts'
import type { Attention } from '../../ports/desktop.ts'
import type { Timing } from '../../ports/timing.ts'
import type { Undo } from '../../ports/undo.ts'
import type { ChatStateStore } from '../../state/chat-store.ts'
import type { Problems } from '../problems.ts'

export interface ChatOfferNeeds {
  readonly chat: Pick<Chat, 'accept' | 'reject'>
  readonly state: ChatStateStore
  readonly attention: Attention
  readonly problems: Problems
  readonly timing: Timing
}

/** Chats that are offered: each is there until it is answered, taken back or too old. */
export function createChatOffers({ chat, state, attention, problems, timing }: ChatOfferNeeds) {
  const limits = new Map<ChatOfferId, Undo>()
  const offers = (): readonly ChatOffer[] => state.getState().offers

  function gone(id: ChatOfferId): void {
    limits.get(id)?.()
    limits.delete(id)
    state.setState((now) => ({ offers: now.offers.filter((offer) => offer.id !== id) }))
    if (offers().length === 0) attention.calm()
  }

  return {
    offered(offer: ChatOffer): void {
      const left = offer.answerBy - timing.now()
      if (left <= 0 || offers().some(({ id }) => id === offer.id)) return
      state.setState((now) => ({ offers: [...now.offers, offer] }))
      // The queue takes it back by itself; this is for one that cannot be reached any more.
      limits.set(
        offer.id,
        timing.after(left + 1000, () => gone(offer.id)),
      )
      attention.alert('chat-offered')
    },
    revoked: gone,
    none: (): boolean => offers().length === 0,
    allGone: (): void => offers().forEach(({ id }) => gone(id)),
    /** The chat itself comes from the queue, as one of the agent's own. */
    async accept(id: ChatOfferId): Promise<ChatOffer | undefined> {
      const offer = offers().find((one) => one.id === id)
      if (!offer) return undefined
      const accepted = await chat.accept(id)
      if (!accepted.ok) problems.show(accepted.problem)
      else problems.clear('chat-gone')
      gone(id)
      return accepted.ok ? offer : undefined
    },
    async reject(id: ChatOfferId): Promise<void> {
      gone(id)
      await chat.reject(id)
    },
  }
}
