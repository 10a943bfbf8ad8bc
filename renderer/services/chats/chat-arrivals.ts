import { withMessages } from '../../domain/conversation-with.ts'
import type { ConversationId, MessageId } from '../../domain/ids.ts'
import { asMessageId } from '../../domain/ids.ts'
import { laterDelivery, waitingPlace } from '../../domain/message.ts'
import type { Delivery, Message } from '../../domain/message.ts'
import type { ArrivedMessage } from '../../ports/chat.ts'
import type { ChatStore } from '../../ports/chat-store.ts'
import type { OpenChat } from '../../state/chat-store.ts'
import type { Problems } from '../problems.ts'
import type { ChatBook, ChatStep } from './chat-book.ts'

export interface ArrivalNeeds {
  readonly store: Pick<ChatStore, 'known' | 'messages'>
  readonly book: ChatBook
  readonly problems: Problems
  /** Something that the agent has not seen yet has come, in a chat of which they had seen everything. */
  readonly onNew: (id: ConversationId, messages: readonly Message[]) => void
}

/** Takes in what the rooms and their archives tell, once each. */
export function createChatArrivals({ store, book, problems, onNew }: ArrivalNeeds) {
  /** The place after the last one of the archive's messages that are kept here. */
  async function nextPlace(open: OpenChat): Promise<number | undefined> {
    const shown = open.messages.findLast(({ place }) => place < waitingPlace)
    if (shown) return shown.place + 1
    const last = problems.unwrap(await store.messages(open.conversation.id, waitingPlace, 1))
    return last && (last[0]?.place ?? -1) + 1
  }

  async function take(
    open: OpenChat,
    arrived: readonly ArrivedMessage[],
  ): Promise<ChatStep | 'unread' | undefined> {
    const { id } = open.conversation
    const found = await store.known(
      id,
      arrived.flatMap(({ id: own, archived, origin }) =>
        [own, archived, origin].flatMap((one) => (one === undefined ? [] : asMessageId(one))),
      ),
    )
    const place = await nextPlace(open)
    if (!found.ok || place === undefined) {
      if (!found.ok) problems.show(found.problem)
      return 'unread'
    }
    const sorted = sortOut(new Map(found.value.map((message) => [message.id, message])), arrived, place)
    if (sorted.added.length === 0 && sorted.arrivedOwn.length === 0) return undefined
    // What was written here has been counted when it was written, but for its place in the archive.
    const conversation = withMessages(open.conversation, sorted.added, sorted.arrivedOwn)
    return { conversation, messages: [...sorted.arrivedOwn, ...sorted.added] }
  }

  return {
    /** `false` when it could not be stored: then nobody knows what the archive has, and nothing may be sent again. */
    async arrived(id: ConversationId, messages: readonly ArrivedMessage[]): Promise<boolean> {
      const taken: { step: ChatStep | 'unread' | undefined; wasSeen: boolean } = {
        step: undefined,
        wasSeen: false,
      }
      const stored = await book.change(id, async (open) => {
        taken.wasSeen = open.conversation.unread === 0
        taken.step = await take(open, messages)
        return taken.step === 'unread' ? undefined : taken.step
      })
      const { step, wasSeen } = taken
      if (!stored || step === 'unread') return false
      const news = step?.messages ?? []
      const others = news.filter(({ from }) => from.role !== 'me')
      if (others.length > 0 && wasSeen) onNew(id, others)
      return true
    },

    /** A receipt, or a mark that holds for everything before it too. */
    async delivered(id: ConversationId, message: MessageId, to: Delivery): Promise<void> {
      await book.change(id, (open) => {
        const at = open.messages.findIndex((one) => one.id === message)
        if (at < 0) return undefined
        const upTo = to === 'read' ? open.messages.slice(0, at + 1) : open.messages.slice(at, at + 1)
        const changed = upTo.flatMap((one) => advanced(one, to))
        return changed.length === 0 ? undefined : { messages: changed }
      })
    },
  }
}

function advanced(message: Message, to: Delivery): readonly Message[] {
  if (message.delivery === undefined || message.archived === undefined) return []
  const delivery = laterDelivery(message.delivery, to)
  return delivery === message.delivery ? [] : [{ ...message, delivery }]
}

/**
 * A room may give somebody another identity after a failure of its server (XEP-0421 asks for none that outlives it). The id
 * of a message that waits is a secret of this desk until the room has it: whatever comes under it with the same words is it.
 */
function asOwn(came: ArrivedMessage, here: ReadonlyMap<MessageId, Message>): ArrivedMessage {
  const { origin, body, from } = came
  const waiting = origin === undefined ? undefined : here.get(asMessageId(origin))
  const isIt =
    from.role !== 'me' &&
    waiting?.from.role === 'me' &&
    waiting.archived === undefined &&
    sameBody(waiting.body, body)
  return isIt ? { ...came, id: waiting.id, from: waiting.from } : came
}

const sameBody = (a: Message['body'], b: Message['body']): boolean =>
  (a.kind === 'text' && b.kind === 'text' && a.text === b.text) ||
  (a.kind === 'file' && b.kind === 'file' && a.file.url === b.file.url)

interface Sorted {
  /** Not kept here before. */
  readonly added: readonly Message[]
  /** Written here, and now in the archive. */
  readonly arrivedOwn: readonly Message[]
}

function sortOut(
  known: ReadonlyMap<MessageId, Message>,
  arrived: readonly ArrivedMessage[],
  firstPlace: number,
): Sorted {
  const [added, arrivedOwn]: [Message[], Message[]] = [[], []]
  const here = new Map(known)
  let place = firstPlace
  for (const came of arrived) {
    const one = asOwn(came, here)
    const isOwn = one.from.role === 'me'
    const there = here.get(one.id)
    if (there && (there.from.role === 'me') === isOwn) {
      // Whoever sends the same id twice has sent the same message twice (XEP-0359 §3).
      if (!isOwn || there.archived !== undefined) continue
      const delivery = laterDelivery(there.delivery ?? 'waiting', 'sent')
      const own = { ...there, at: one.at, archived: one.archived, place: place++, delivery }
      arrivedOwn.push(own)
      here.set(own.id, own)
      continue
    }
    // Somebody else's message under the id of one of the agent's: it must neither replace nor confirm that one.
    const id = there ? one.archived && asMessageId(one.archived) : one.id
    if (!id || here.has(id)) continue
    const { conversation, from, at, archived, body } = one
    const message: Message = {
      ...{ id, conversation, from, at, archived, body },
      ...{ place: place++, delivery: isOwn ? ('sent' as const) : undefined },
    }
    added.push(message)
    here.set(id, message)
  }
  return { added, arrivedOwn }
}
