import type { Conversation } from './conversation.ts'
import type { ChatSite } from './setup.ts'

/** A customer who waits for an answer. Times are epoch milliseconds. */
export interface AwaitedAnswer {
  readonly which: 'first' | 'next'
  readonly since: number
  /** When the site's promise is broken. */
  readonly dueAt: number
}

/**
 * What this chat's customer waits for: the first answer of anybody, counted from when they came to this agent, or the next
 * one. `undefined` while it is the customer's turn.
 */
export function awaitedAnswer(
  { firstAnswerAt, takenAt, unansweredSince, endedAt }: Conversation,
  site: Pick<ChatSite, 'firstAnswerSeconds' | 'nextAnswerSeconds'>,
): AwaitedAnswer | undefined {
  if (endedAt !== undefined) return undefined
  if (firstAnswerAt === undefined)
    return { which: 'first', since: takenAt, dueAt: takenAt + site.firstAnswerSeconds * 1000 }
  if (unansweredSince === undefined) return undefined
  const dueAt = unansweredSince + site.nextAnswerSeconds * 1000
  return { which: 'next', since: unansweredSince, dueAt }
}
