import type { ConversationId } from '../../domain/ids.ts'
import type { ChatStore } from '../../ports/chat-store.ts'
import type { ChatStateStore, FoundMessage } from '../../state/chat-store.ts'
import type { Problems } from '../problems.ts'

const mostFound = 50

export interface ChatSearchNeeds {
  readonly store: Pick<ChatStore, 'search' | 'conversation'>
  readonly state: ChatStateStore
  readonly problems: Problems
}

/** Looks through all chats that are kept here. The newest question alone is answered. */
export function createChatSearch({ store, state, problems }: ChatSearchNeeds) {
  let newest = 0

  async function find(text: string): Promise<readonly FoundMessage[]> {
    const messages = problems.unwrap(await store.search(text, mostFound)) ?? []
    const ids = [...new Set(messages.map(({ conversation }) => conversation))]
    const read = await Promise.all(ids.map((id) => store.conversation(id)))
    const conversations = new Map(
      read.flatMap((one) => (one.ok && one.value ? [[one.value.id, one.value] as const] : [])),
    )
    const of = (id: ConversationId) => conversations.get(id)
    return messages.flatMap((message) => {
      const conversation = of(message.conversation)
      // Its words were still known in memory, and are not kept any more.
      if (message.body.kind === 'left-out') return []
      return conversation ? [{ message, conversation }] : []
    })
  }

  return {
    async search(text: string): Promise<void> {
      const mine = ++newest
      if (text.trim() === '') {
        state.setState({ search: undefined })
        return
      }
      state.setState(({ search }) => ({ search: { text, found: search?.found ?? [], busy: true } }))
      const found = await find(text)
      if (mine === newest) state.setState({ search: { text, found, busy: false } })
    },
    clearSearch(): void {
      newest += 1
      state.setState({ search: undefined })
    },
  }
}
