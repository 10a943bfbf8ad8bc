import type { ConversationId, MessageId } from '../../domain/ids.ts'
import { withheld } from '../../domain/message.ts'
import type { Message } from '../../domain/message.ts'
import type { Undo } from '../../ports/undo.ts'
import { isPrivateNow } from '../../state/knowledge-store.ts'
import type { KnowledgeStore } from '../../state/knowledge-store.ts'
import { pageOfConversation } from '../../state/work-store.ts'
import type { WorkStore } from '../../state/work-store.ts'

export interface ChatPrivacyNeeds {
  readonly knowledge: KnowledgeStore
  readonly work: WorkStore
  readonly now: () => number
}

/** From and to, in epoch milliseconds. */
type Stretch = readonly [from: number, to: number]

export type ChatPrivacy = ReturnType<typeof createChatPrivacy>

/**
 * Which messages must not be kept: those that come or are written while a guide marks a private stretch, and those of that
 * time that come later, since the link was away. Those are known by the server's clock, which may differ by a little.
 */
export function createChatPrivacy({ knowledge, work, now }: ChatPrivacyNeeds) {
  /** Of the chats that are open, oldest first; one that lasts has no end. */
  const stretches = new Map<ConversationId, readonly Stretch[]>()
  const unkept = new Set<MessageId>()

  const lasts = (id: ConversationId): boolean => stretches.get(id)?.at(-1)?.[1] === Infinity

  function isPrivate(id: ConversationId): boolean {
    const page = pageOfConversation(work.getState(), id)
    return page !== undefined && isPrivateNow(knowledge.getState(), page.interaction.id)
  }

  const isOfStretch = ({ conversation, at }: Message): boolean =>
    (stretches.get(conversation) ?? []).some(([from, to]) => at >= from && at < to)

  /** What may be written to the disk of a message; of the agent's own all, until it has gone. */
  function kept(message: Message, known: readonly Message[]): Message {
    const isNew = !known.some(({ id }) => id === message.id)
    if (isNew && (isPrivate(message.conversation) || isOfStretch(message))) unkept.add(message.id)
    const isWaiting = message.from.role === 'me' && message.archived === undefined
    return unkept.has(message.id) && !isWaiting ? withheld(message) : message
  }

  return {
    isPrivate,
    kept,
    /** Tells of each stretch that ends: what was read until then goes from the screen too. */
    onEnded(tell: (id: ConversationId) => void): Undo {
      const look = (): void => {
        const open = work.getState().pages.flatMap(({ interaction }) => interaction.conversation ?? [])
        for (const id of stretches.keys()) if (!open.includes(id)) stretches.delete(id)
        for (const id of open) {
          const before = stretches.get(id) ?? []
          if (isPrivate(id) && !lasts(id)) stretches.set(id, [...before, [now(), Infinity]])
          else if (!isPrivate(id) && lasts(id)) {
            stretches.set(
              id,
              before.map(([from, to]) => [from, to === Infinity ? now() : to]),
            )
            tell(id)
          }
        }
      }
      const undos = [knowledge.subscribe(look), work.subscribe(look)]
      return () => undos.forEach((undo) => undo())
    },
  }
}
