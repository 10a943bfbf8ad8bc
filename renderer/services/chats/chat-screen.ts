import type { ConversationId } from '../../domain/ids.ts'
import type { Timing } from '../../ports/timing.ts'
import type { Undo } from '../../ports/undo.ts'
import type { ChatStateStore, OpenChat } from '../../state/chat-store.ts'

/**
 * Milliseconds at most until what happens in a chat that is not before the agent's eyes stands in the lists beside it. With
 * thirty customers who write at once, painting each message by itself took the window's whole time.
 */
const pace = 250

export interface ChatScreenNeeds {
  readonly state: ChatStateStore
  readonly timing: Timing
  /** The agent has this chat before them. */
  readonly isShown: (id: ConversationId) => boolean
}

export type ChatScreen = ReturnType<typeof createChatScreen>

/** Brings chats to the screen: what the agent looks at or does at once, and what comes in elsewhere together. */
export function createChatScreen({ state, timing, isShown }: ChatScreenNeeds) {
  /** As they are, where the screen has not been told yet. */
  const held = new Map<ConversationId, OpenChat>()
  let cancel: Undo | undefined

  const chat = (id: ConversationId): OpenChat | undefined => held.get(id) ?? state.getState().chats.get(id)

  function tell(): void {
    cancel?.()
    cancel = undefined
    if (held.size === 0) return
    const news = [...held]
    held.clear()
    state.setState(({ chats }) => {
      const all = new Map(chats)
      for (const [id, open] of news) all.set(id, open)
      return { chats: all }
    })
  }

  function change(id: ConversationId, changed: Partial<OpenChat>): boolean {
    const open = chat(id)
    if (open) held.set(id, { ...open, ...changed })
    return open !== undefined
  }

  return {
    chat,
    show: (id: ConversationId, changed: Partial<OpenChat>): void => {
      if (change(id, changed)) tell()
    },
    /** At once only where the agent looks. */
    showSoon: (id: ConversationId, changed: Partial<OpenChat>): void => {
      if (!change(id, changed)) return
      if (isShown(id)) tell()
      else cancel ??= timing.after(pace, tell)
    },
    add: (opened: OpenChat): void =>
      state.setState(({ chats }) => ({ chats: new Map(chats).set(opened.conversation.id, opened) })),
    remove: (id: ConversationId): void => {
      held.delete(id)
      state.setState(({ chats }) => ({ chats: new Map([...chats].filter(([one]) => one !== id)) }))
    },
    /** Nobody looks any more. */
    clear: (): void => {
      cancel?.()
      cancel = undefined
      held.clear()
      state.setState({ chats: new Map() })
    },
  }
}
