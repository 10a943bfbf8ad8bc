import type { ConversationId } from '../../domain/ids.ts'
import type { ChatStore } from '../../ports/chat-store.ts'
import type { ChatStateStore } from '../../state/chat-store.ts'
import type { Problems } from '../problems.ts'
import { readBack } from './read-back.ts'

/** How many of the chats before are listed at a time, and how many messages of one are read at a time. */
const [chatsAtOnce, messagesAtOnce] = [50, 200]

export interface ChatPastNeeds {
  readonly store: Pick<ChatStore, 'conversation' | 'conversations' | 'messages'>
  readonly state: ChatStateStore
  readonly problems: Problems
}

/** Chats that have ended, to be read and not to be worked on: they have been written up. */
export function createChatPast({ store, state, problems }: ChatPastNeeds) {
  let newest = 0
  /** The list goes on before this time. */
  let listedTo: number | undefined

  async function list(before: number | undefined): Promise<void> {
    const read = problems.unwrap(await store.conversations(before, chatsAtOnce))
    if (!read) return
    listedTo = read.at(-1)?.lastAt
    const ended = read.filter(({ endedAt }) => endedAt !== undefined)
    state.setState(({ past }) => ({
      past: before === undefined ? ended : [...past, ...ended],
      hasMorePast: read.length === chatsAtOnce,
    }))
  }

  return {
    readPast: (): Promise<void> => list(undefined),
    readMorePast: (): Promise<void> => (listedTo === undefined ? Promise.resolve() : list(listedTo)),
    async openPast(id: ConversationId, to?: number): Promise<void> {
      const mine = ++newest
      const conversation = problems.unwrap(await store.conversation(id))
      const wanted = { before: undefined, to, atOnce: messagesAtOnce }
      const read = problems.unwrap(await readBack(store, id, wanted))
      if (conversation && read && mine === newest) state.setState({ reading: { conversation, ...read } })
    },
    async olderInPast(): Promise<void> {
      const { reading } = state.getState()
      const first = reading?.messages[0]
      if (!reading || !first) return
      const wanted = { before: first.place, to: undefined, atOnce: messagesAtOnce }
      const read = problems.unwrap(await readBack(store, reading.conversation.id, wanted))
      // Another one may be read by now, or this one further back.
      if (!read || state.getState().reading !== reading) return
      const messages = [...read.messages, ...reading.messages]
      state.setState({ reading: { ...reading, messages, hasOlder: read.hasOlder } })
    },
    closePast(): void {
      newest += 1
      state.setState({ reading: undefined })
    },
  }
}
