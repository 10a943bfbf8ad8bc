import type { ConversationId } from '../../domain/ids.ts'
import type { ChatStore } from '../../ports/chat-store.ts'
import type { Timing } from '../../ports/timing.ts'
import type { Undo } from '../../ports/undo.ts'
import type { Problems } from '../problems.ts'
import type { ChatBook } from './chat-book.ts'
import type { ChatPrivacy } from './chat-privacy.ts'

/** Milliseconds of quiet after which a draft is stored: a crash costs the last burst of keys at most. */
const pause = 300

export interface ChatDraftNeeds {
  readonly store: Pick<ChatStore, 'saveDraft' | 'dropDraft'>
  readonly book: ChatBook
  readonly problems: Problems
  readonly timing: Timing
  readonly privacy: Pick<ChatPrivacy, 'isPrivate'>
}

export type ChatDrafts = ReturnType<typeof createChatDrafts>

/** What is being written, per chat: on the screen at once, on the disk a moment later. */
export function createChatDrafts({ store, book, problems, timing, privacy }: ChatDraftNeeds) {
  const waiting = new Map<ConversationId, Undo>()

  async function save(conversation: ConversationId): Promise<void> {
    const text = book.chat(conversation)?.draft ?? ''
    const saved =
      text === '' || privacy.isPrivate(conversation)
        ? await store.dropDraft(conversation)
        : await store.saveDraft({ conversation, text, savedAt: timing.now() })
    if (!saved.ok) problems.show(saved.problem)
  }

  function saveNow(id: ConversationId): Promise<void> {
    waiting.get(id)?.()
    waiting.delete(id)
    return save(id)
  }

  return {
    write(id: ConversationId, text: string): void {
      book.show(id, { draft: text })
      waiting.get(id)?.()
      waiting.set(
        id,
        timing.after(pause, () => void saveNow(id)),
      )
    },
    /** It was sent: the field is empty, but for what was typed meanwhile. */
    async sent(id: ConversationId, text: string): Promise<void> {
      if (book.chat(id)?.draft.trim() === text.trim()) book.show(id, { draft: '' })
      await saveNow(id)
    },
    flush: async (): Promise<void> => {
      await Promise.all([...waiting.keys()].map(saveNow))
    },
  }
}
