import type { Conversation } from './conversation.ts'
import type { Message } from './message.ts'

/**
 * The conversation after these messages came. `added` were not known here; `arrived` were written here, and have reached
 * the archive now.
 */
export function withMessages(
  conversation: Conversation,
  added: readonly Message[],
  arrived: readonly Message[] = [],
): Conversation {
  const counted = added.reduce(withOne, conversation)
  const newest = [...added, ...arrived]
    .filter(({ archived }) => archived !== undefined)
    .sort((a, b) => a.place - b.place)
    .at(-1)
  return { ...counted, readTo: newest?.archived ?? counted.readTo }
}

/** An answer ends the customer's wait, whoever of the centre gave it; what the agent wrote needs not be read. */
export function withOne(conversation: Conversation, { at, body, from }: Message): Conversation {
  const seen = { ...conversation, lastAt: Math.max(conversation.lastAt, at) }
  if (body.kind === 'notice' || from.role === 'centre') return seen
  switch (from.role) {
    case 'me':
      return { ...seen, unansweredSince: undefined, firstAnswerAt: seen.firstAnswerAt ?? at }
    case 'colleague':
    case 'lead':
      return {
        ...{ ...seen, unansweredSince: undefined, unread: seen.unread + 1 },
        // What was answered before the chat was handed on leaves the first answer to whoever has it now.
        firstAnswerAt: seen.firstAnswerAt ?? (at >= seen.takenAt ? at : undefined),
      }
    case 'customer':
      return { ...seen, unansweredSince: seen.unansweredSince ?? at, unread: seen.unread + 1 }
    case 'bot':
      return { ...seen, unansweredSince: undefined }
  }
}
