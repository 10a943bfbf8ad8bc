import { withOne } from '../../domain/conversation-with.ts'
import { asMessageId } from '../../domain/ids.ts'
import type { ConversationId, MessageId } from '../../domain/ids.ts'
import { longestMessage, waitingPlace } from '../../domain/message.ts'
import type { Message, MessageBody } from '../../domain/message.ts'
import { problem } from '../../domain/problem.ts'
import { largestSharedFile, typeOfBytes } from '../../domain/shared-file-kind.ts'
import type { Timing } from '../../ports/timing.ts'
import type { OpenChat } from '../../state/chat-store.ts'
import type { Problems } from '../problems.ts'
import type { ChatBook } from './chat-book.ts'
import type { ChatDrafts } from './chat-drafts.ts'
import type { ChatOutbox } from './chat-outbox.ts'

export interface ChatWritingNeeds {
  readonly book: ChatBook
  readonly outbox: Pick<ChatOutbox, 'flush'>
  readonly drafts: Pick<ChatDrafts, 'sent'>
  readonly problems: Problems
  readonly timing: Timing
  readonly newId: () => string
  /** The agent's name, as customers see it. */
  readonly name: () => string
}

type ChosenFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> }

/** What the agent writes in a chat: on the disk first, on its way then. */
export function createChatWriting(needs: ChatWritingNeeds) {
  const { book, outbox, drafts, problems, timing, newId, name } = needs

  /** After everything that waits already. */
  const placeAfter = ({ messages }: OpenChat): number =>
    Math.max(waitingPlace, (messages.at(-1)?.place ?? 0) + 1)

  async function write(id: ConversationId, body: MessageBody, bytes?: ChosenFile['bytes']): Promise<boolean> {
    const written = { yes: false }
    const stored = await book.change(id, (open) => {
      if (open.state === 'ended') return undefined
      written.yes = true
      const message: Message = {
        ...{
          id: asMessageId(newId()),
          conversation: id,
          from: { role: 'me', name: name() },
          at: timing.now(),
        },
        ...{ place: placeAfter(open), archived: undefined, body, delivery: 'waiting' },
      }
      const files = bytes ? [{ message: message.id, bytes }] : []
      return { conversation: withOne(open.conversation, message), messages: [message], files }
    })
    if (!stored || !written.yes) return false
    void outbox.flush(id)
    return true
  }

  const changeOwn = (
    id: ConversationId,
    message: MessageId,
    change: (one: Message) => Message | undefined,
  ): Promise<boolean> =>
    book.change(id, ({ messages }) => {
      const found = messages.find((one) => one.id === message && one.archived === undefined)
      const changed = found && change(found)
      return changed && { messages: [changed] }
    })

  return {
    async send(id: ConversationId, text: string): Promise<boolean> {
      if (text.trim() === '' || text.length > longestMessage) return false
      if (!(await write(id, { kind: 'text', text }))) return false
      await drafts.sent(id, text)
      return true
    },

    async share(id: ConversationId, { name: fileName, bytes }: ChosenFile): Promise<boolean> {
      const type = typeOfBytes(bytes)
      if (bytes.length > largestSharedFile) problems.show(problem('file-too-large'))
      else if (!type) problems.show(problem('chat-file-refused'))
      else
        return write(id, { kind: 'file', file: { url: '', name: fileName, type, size: bytes.length } }, bytes)
      return false
    },

    async sendAgain(id: ConversationId, message: MessageId): Promise<boolean> {
      const stored = await changeOwn(id, message, (one) =>
        one.delivery === 'refused' ? { ...one, delivery: 'waiting' } : undefined,
      )
      problems.clear('chat-not-sent')
      void outbox.flush(id)
      return stored
    },
  }
}
