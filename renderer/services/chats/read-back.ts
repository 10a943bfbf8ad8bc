import type { ConversationId } from '../../domain/ids.ts'
import type { Message } from '../../domain/message.ts'
import type { Problem } from '../../domain/problem.ts'
import { ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { ChatStore } from '../../ports/chat-store.ts'

export interface LookBack {
  /** The place before which is read; without it the newest. */
  readonly before: number | undefined
  /** As many looks as it takes to reach the message of that place; without it one. */
  readonly to: number | undefined
  readonly atOnce: number
}

export interface ReadBack {
  /** Oldest first. */
  readonly messages: readonly Message[]
  readonly hasOlder: boolean
}

/** Messages of one chat from the disk, backwards. */
export async function readBack(
  store: Pick<ChatStore, 'messages'>,
  id: ConversationId,
  { before, to, atOnce }: LookBack,
): Promise<Result<ReadBack, Problem>> {
  let messages: readonly Message[] = []
  let hasOlder = true
  do {
    const read = await store.messages(id, messages[0]?.place ?? before, atOnce)
    if (!read.ok) return read
    messages = [...read.value, ...messages]
    hasOlder = read.value.length === atOnce
  } while (hasOlder && to !== undefined && (messages[0]?.place ?? to) > to)
  return ok({ messages, hasOlder })
}
