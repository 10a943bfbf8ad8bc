import type { Conversation, ConversationState } from '../../domain/conversation.ts'
import type { ConversationId } from '../../domain/ids.ts'
import { waitingPlace } from '../../domain/message.ts'
import type { Message } from '../../domain/message.ts'
import type { ChatChange, ChatStore } from '../../ports/chat-store.ts'
import type { Timing } from '../../ports/timing.ts'
import type { ChatStateStore, OpenChat } from '../../state/chat-store.ts'
import type { Problems } from '../problems.ts'
import type { ChatPrivacy } from './chat-privacy.ts'
import { createChatScreen } from './chat-screen.ts'
import { readBack } from './read-back.ts'

/** How many messages of a chat the screen has at first, and gets with each look further back. */
export const messagesShown = 60

/**
 * So many are kept of the chat that is shown, and of each other one, beyond those that the agent has looked back for; the
 * oldest leave, and are on the disk.
 */
const [messagesKept, messagesKeptBeside] = [300, 120]

export interface ChatBookNeeds {
  readonly store: ChatStore
  readonly state: ChatStateStore
  readonly timing: Timing
  readonly problems: Problems
  readonly privacy: Pick<ChatPrivacy, 'kept' | 'isPrivate'>
  /** The agent has this chat before them. */
  readonly isShown: (id: ConversationId) => boolean
}

/** What one step makes of a chat: stored whole or not at all, and only then on the screen. */
export interface ChatStep extends Omit<ChatChange, 'conversations'> {
  readonly conversation?: Conversation
}

export type ChatBook = ReturnType<typeof createChatBook>

/** The one place in which chats change: a step after the other per chat, the disk before the screen. */
export function createChatBook(needs: ChatBookNeeds) {
  const { store, problems, privacy, isShown } = needs
  const screen = createChatScreen(needs)
  const { chat } = screen
  const turns = new Map<ConversationId, Promise<unknown>>()
  /** How many messages the agent has looked back for, per chat. */
  const lookedBack = new Map<ConversationId, number>()

  const mostOf = (id: ConversationId): number =>
    (isShown(id) ? messagesKept : messagesKeptBeside) + (lookedBack.get(id) ?? 0)

  async function step(
    id: ConversationId,
    make: (open: OpenChat) => Promise<ChatStep | undefined> | ChatStep | undefined,
  ): Promise<boolean> {
    const open = chat(id)
    const made = open && (await make(open))
    if (!open || !made) return open !== undefined
    const { conversation, messages = [], ...files } = made
    const kept = messages.map((message) => privacy.kept(message, open.messages))
    const stored = await store.commit({
      ...files,
      messages: kept,
      ...(conversation && { conversations: [conversation] }),
    })
    if (!stored.ok) {
      problems.show(stored.problem)
      return false
    }
    const now = chat(id)
    if (now)
      screen.showSoon(id, {
        ...(conversation && { conversation }),
        ...(messages.length > 0 && shownWith(now, privacy.isPrivate(id) ? messages : kept, mostOf(id))),
      })
    return true
  }

  return {
    chat,
    /** Changes what only the screen knows. */
    show: screen.show,
    showSoon: screen.showSoon,
    /** `true` when it is on the disk, or nothing was to be done; `false`, with the problem shown, when the disk refused. */
    change(
      id: ConversationId,
      make: (open: OpenChat) => Promise<ChatStep | undefined> | ChatStep | undefined,
    ): Promise<boolean> {
      const turn = (turns.get(id) ?? Promise.resolve()).then(() => step(id, make))
      const settled = turn.catch(() => undefined)
      turns.set(id, settled)
      void settled.then(() => turns.get(id) === settled && turns.delete(id))
      return turn
    },

    /** Puts a chat on the screen, with its newest messages from the disk. */
    async open(conversation: Conversation, from: ConversationState, draft: string): Promise<void> {
      const { id } = conversation
      const read = problems.unwrap(await store.messages(id, undefined, messagesShown)) ?? []
      if (chat(id)) return
      const opened: OpenChat = {
        ...{ conversation, state: from, messages: read, hasOlder: read.length === messagesShown, draft },
        ...{ participants: [], handingTo: undefined, sharing: undefined },
      }
      screen.add(opened)
    },

    /** @param to the place of a message that is to be among them */
    async older(id: ConversationId, to?: number): Promise<void> {
      const first = chat(id)?.messages[0]
      if (!first || (to !== undefined && first.place <= to)) return
      const wanted = { before: first.place, to, atOnce: messagesShown }
      const read = problems.unwrap(await readBack(store, id, wanted))
      const now = chat(id)
      if (!read || !now) return
      lookedBack.set(id, (lookedBack.get(id) ?? 0) + read.messages.length)
      screen.show(id, { messages: inPlace(now.messages, read.messages), hasOlder: read.hasOlder })
    },

    /** A private stretch is over: of what was said in it nothing can be read any more. */
    withhold(id: ConversationId): void {
      const open = chat(id)
      if (open) screen.show(id, { messages: open.messages.map((one) => privacy.kept(one, open.messages)) })
    },

    close(id: ConversationId): void {
      lookedBack.delete(id)
      screen.remove(id)
    },
    /** The shift is over. */
    clear(): void {
      lookedBack.clear()
      screen.clear()
    },

    /** When everything that was begun is done. */
    async settled(): Promise<void> {
      while (turns.size > 0) await Promise.all(turns.values())
    },
  }
}

/**
 * With these, of which the oldest leave when there are too many: some at once, so that not every message moves the list. What
 * waits to be sent stays.
 */
function shownWith(
  { messages: shown, hasOlder }: OpenChat,
  changed: readonly Message[],
  most: number,
): Pick<OpenChat, 'messages' | 'hasOlder'> {
  const messages = inPlace(shown, changed)
  if (messages.length <= most) return { messages, hasOlder }
  const archived = messages.findLastIndex(({ place }) => place < waitingPlace) + 1
  const leave = Math.min(archived, messages.length - most + messagesShown)
  return { messages: messages.slice(leave), hasOlder: hasOlder || leave > 0 }
}

/** The list with these in the place of those of the same id, in the order of their places. */
function inPlace(shown: readonly Message[], changed: readonly Message[]): readonly Message[] {
  const ids = new Set(changed.map(({ id }) => id))
  const left = shown.filter(({ id }) => !ids.has(id))
  return [...left, ...changed].sort((a, b) => a.place - b.place)
}
