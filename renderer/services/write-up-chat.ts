import type { Contact } from '../domain/contact.ts'
import type { Conversation } from '../domain/conversation.ts'
import { asInteractionId } from '../domain/ids.ts'
import type { CallId, InteractionId } from '../domain/ids.ts'
import { interactionOfChat } from '../domain/interaction.ts'
import type { Interaction } from '../domain/interaction.ts'
import { pageOf, pageOfCall, pageOfConversation } from '../state/work-store.ts'
import type { InHand, WorkStore } from '../state/work-store.ts'
import type { InteractionStore } from './interaction-store.ts'
import type { Recall } from './recall.ts'

/** Milliseconds within which a chat of somebody who has just called goes on with the call. */
const sameStory = 1_800_000

export interface WriteUpChatNeeds extends Pick<InteractionStore, 'change' | 'queue'> {
  readonly recall: Pick<Recall, 'past'>
  readonly work: WorkStore
  readonly newId: () => string
  readonly open: (page: InHand, inFront: boolean) => void
}

/** The pages of chats. */
export function createWriteUpChat({ recall, work, newId, open, change, queue }: WriteUpChatNeeds) {
  /** The newest piece of work with the same customer, of which this one is the continuation. */
  const before = (past: readonly Interaction[], askedAt: number): Interaction | undefined =>
    past.find(({ offeredAt, endedAt }) => askedAt - (endedAt ?? offeredAt) <= sameStory)

  /** Of somebody whom the desk has no name for: what was done last with their number. */
  const withNumber = ({ customer: { number } }: Conversation): readonly Interaction[] =>
    number === undefined ? [] : work.getState().recent.filter((one) => one.number === number)

  return {
    /** Opens the page of a chat that is the agent's now; in front only where it takes nobody's place. */
    async beginChat(conversation: Conversation, contact: Contact | undefined): Promise<void> {
      const past = await recall.past(contact)
      if (pageOfConversation(work.getState(), conversation.id)) return
      const earlier = before(contact ? past : withNumber(conversation), conversation.askedAt)
      const interaction = interactionOfChat(conversation, {
        ...{ id: asInteractionId(newId()), contact: contact?.id, note: '', disposition: undefined },
        ...{ case: earlier?.case, continues: earlier?.id },
      })
      const { shown } = work.getState()
      open({ interaction, call: undefined, contact, past, saved: 'saving' }, shown === undefined)
      await queue.put(interaction)
    },

    /** Carries what became of the chat to its page. */
    followChat({ id, endedAt, end }: Conversation): void {
      const page = pageOfConversation(work.getState(), id)
      if (page) void change(page.interaction.id, { endedAt, conversationEnd: end })
    },

    /** The call was begun from this page: the same customer, and the same case. */
    continueWith(call: CallId, continues: InteractionId): void {
      const [page, from] = [pageOfCall(work.getState(), call), pageOf(work.getState(), continues)]
      if (page && from)
        void change(page.interaction.id, { continues, case: page.interaction.case ?? from.interaction.case })
    },
  }
}
