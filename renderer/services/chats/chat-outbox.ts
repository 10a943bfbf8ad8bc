import type { ConversationId, MessageId } from '../../domain/ids.ts'
import type { Message } from '../../domain/message.ts'
import { problem } from '../../domain/problem.ts'
import type { Chat } from '../../ports/chat.ts'
import type { ChatStore } from '../../ports/chat-store.ts'
import type { Timing } from '../../ports/timing.ts'
import type { Undo } from '../../ports/undo.ts'
import type { Problems } from '../problems.ts'
import type { ChatBook } from './chat-book.ts'

/** Milliseconds after which a message that was sent and is not in the archive is looked for there. */
const lookAfter = 10_000
/** Milliseconds after which a file goes up again: where files lie may be gone while the link is there. */
const uploadAgainAfter = 10_000

export interface ChatOutboxNeeds {
  readonly chat: Pick<Chat, 'send' | 'share' | 'enter'>
  readonly store: Pick<ChatStore, 'waiting' | 'file'>
  readonly book: ChatBook
  readonly problems: Problems
  readonly timing: Timing
}

export type ChatOutbox = ReturnType<typeof createChatOutbox>

/**
 * Sends what waits, in the order in which it was written, one chat independent of the other. A row is cleared by the room's
 * echo or the archive alone: an acknowledged stream says that a server has read it, and that server may die (XEP-0198 §5).
 */
export function createChatOutbox({ chat, store, book, problems, timing }: ChatOutboxNeeds) {
  /**
   * Chats in which the desk is, with everything read. Each time has a mark of its own: what was seen to wait under an older
   * one may have been found in the archive since, and must not be sent again.
   */
  const marks = new Map<ConversationId, { isReady: boolean }>()
  const draining = new Map<ConversationId, { again: boolean }>()
  const looking = new Map<ConversationId, Undo>()
  const uploading = new Map<ConversationId, Undo>()

  /** A file's bytes go up first; the message is then the place where they are. */
  async function uploaded(message: Message): Promise<Message | undefined> {
    if (message.body.kind !== 'file' || message.body.file.url !== '') return message
    const { conversation, id, body } = message
    const bytes = problems.unwrap(await store.file(id))
    if (!bytes) return undefined
    const shared = await chat.share({
      ...{ name: body.file.name, type: body.file.type ?? 'application/octet-stream', bytes },
      progress: (part) => book.show(conversation, { sharing: part }),
    })
    book.show(conversation, { sharing: undefined })
    if (shared.ok) {
      const up = { ...message, body: { kind: 'file', file: shared.value } as const }
      return (await book.change(conversation, () => ({ messages: [up], dropFiles: [id] }))) ? up : undefined
    }
    if (shared.problem.code === 'chat-unreachable') {
      tryLater(conversation)
      return undefined
    }
    problems.show(shared.problem)
    await refuse(conversation, id)
    return undefined
  }

  function tryLater(id: ConversationId): void {
    uploading.get(id)?.()
    const again = (): void => {
      uploading.delete(id)
      void flush(id)
    }
    uploading.set(id, timing.after(uploadAgainAfter, again))
  }

  const refuse = (conversation: ConversationId, id: MessageId): Promise<boolean> =>
    book.change(conversation, (open) => {
      const message = open.messages.find((one) => one.id === id)
      return message?.archived === undefined && message?.delivery === 'waiting'
        ? { messages: [{ ...message, delivery: 'refused' }] }
        : undefined
    })

  /** In order: what cannot go now holds up what was written after it. */
  async function drain(id: ConversationId): Promise<void> {
    const mark = marks.get(id)
    if (!mark?.isReady) return
    const rows = problems.unwrap(await store.waiting(id)) ?? []
    for (const row of rows) {
      if (marks.get(id) !== mark) return
      if (row.delivery === 'refused') continue
      const message = await uploaded(row)
      if (!message) {
        if (await isRefused(id, row.id)) continue
        return
      }
      if (marks.get(id) !== mark || !chat.send(id, message.id, message.body)) return
      lookLater(id)
    }
  }

  const isRefused = async (id: ConversationId, message: MessageId): Promise<boolean> =>
    (await store.waiting(id).then((rows) => (rows.ok ? rows.value : []))).some(
      (row) => row.id === message && row.delivery === 'refused',
    )

  /** One run at a time per chat; whoever asks meanwhile gets another run after it. */
  async function flush(id: ConversationId): Promise<void> {
    const running = draining.get(id)
    if (running) {
      running.again = true
      return
    }
    const run: { again: boolean } = { again: true }
    draining.set(id, run)
    try {
      while (run.again) {
        run.again = false
        await drain(id)
      }
    } finally {
      draining.delete(id)
    }
  }

  /** Nothing came back: the archive knows whether it has arrived, and only then it is sent again. */
  function lookLater(id: ConversationId): void {
    if (looking.has(id)) return
    looking.set(
      id,
      timing.after(lookAfter, () => {
        looking.delete(id)
        void store.waiting(id).then((rows) => {
          if (!rows.ok || rows.value.every(({ delivery }) => delivery === 'refused')) return
          if (!marks.delete(id)) return
          chat.enter(id, book.chat(id)?.conversation.readTo)
        })
      }),
    )
  }

  return {
    flush,
    /**
     * Told at once, since whoever sends under the mark before must stop at once.
     * @param stored whether all that was told before is on the disk
     * @returns whether what waits is sent now
     */
    async caughtUp(id: ConversationId, stored: Promise<boolean>): Promise<boolean> {
      const mark = { isReady: false }
      marks.set(id, mark)
      if (!(await stored) || marks.get(id) !== mark) return false
      mark.isReady = true
      void flush(id)
      return true
    },
    /** Of one chat, or of all: the link is gone. */
    notCaughtUp(id?: ConversationId): void {
      if (id === undefined) marks.clear()
      else marks.delete(id)
    },
    async refused(id: ConversationId, message: MessageId): Promise<void> {
      if (await refuse(id, message)) problems.show(problem('chat-not-sent'))
    },
    stop(): void {
      marks.clear()
      for (const undo of [...looking.values(), ...uploading.values()]) undo()
      looking.clear()
      uploading.clear()
    },
  }
}
