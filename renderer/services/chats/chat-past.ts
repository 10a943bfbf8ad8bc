import type { ConversationId } from '../../domain/ids.ts'
import type { ChatStore } from '../../ports/chat-store.ts'
import type { ChatStateStore } from '../../state/chat-store.ts'
import type { Problems } from '../problems.ts'

/** How many of the chats before are listed, and how many messages of one are read. */
const [chatsShown, messagesShown] = [50, 1000]

export interface ChatPastNeeds {
  readonly store: Pick<ChatStore, 'conversation' | 'conversations' | 'messages'>
  readonly state: ChatStateStore
  readonly problems: Problems
}

/** Chats that have ended, to be read and not to be worked on: they have been written up. */
export function createChatPast({ store, state, problems }: ChatPastNeeds) {
  let newest = 0
  return {
    async readPast(): Promise<void> {
      const past = problems.unwrap(await store.conversations(undefined, chatsShown))
      if (past) state.setState({ past: past.filter(({ endedAt }) => endedAt !== undefined) })
    },
    async openPast(id: ConversationId): Promise<void> {
      const mine = ++newest
      const conversation = problems.unwrap(await store.conversation(id))
      const messages = problems.unwrap(await store.messages(id, undefined, messagesShown))
      if (conversation && messages && mine === newest) state.setState({ reading: { conversation, messages } })
    },
    closePast(): void {
      newest += 1
      state.setState({ reading: undefined })
    },
  }
}
