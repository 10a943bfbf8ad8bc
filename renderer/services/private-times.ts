import type { InteractionId } from '../domain/ids.ts'
import type { Timing } from '../ports/timing.ts'
import type { Undo } from '../ports/undo.ts'
import { isPrivateNow } from '../state/knowledge-store.ts'
import type { KnowledgeStore } from '../state/knowledge-store.ts'

/**
 * Milliseconds. Words that a link has held up seem to have begun later than they did. TCP sends a lost segment again after
 * some 200, 400 and 800 ms: rather a line of small talk too few than a card's number too many.
 */
const heldUp = 2_000

export interface PrivateTimesNeeds {
  readonly knowledge: KnowledgeStore
  readonly timing: Pick<Timing, 'now'>
}

export interface PrivateTimes {
  /** Whether something that seems to have begun then (epoch milliseconds) may be of a private stretch, if only in part. */
  touches(interaction: InteractionId, from: number): boolean
  stop: Undo
}

/** Remembers until when each interaction was private: words are told when they are over, and the stretch may be too. */
export function createPrivateTimes({ knowledge, timing }: PrivateTimesNeeds): PrivateTimes {
  const lastPrivate = new Map<InteractionId, number>()
  const stop = knowledge.subscribe((now, before) => {
    for (const id of lastPrivate.keys()) if (!now.inHand.has(id)) lastPrivate.delete(id)
    for (const id of before.inHand.keys())
      if (isPrivateNow(before, id) && !isPrivateNow(now, id)) lastPrivate.set(id, timing.now())
  })
  return {
    touches: (interaction, from) =>
      isPrivateNow(knowledge.getState(), interaction) ||
      from <= (lastPrivate.get(interaction) ?? -Infinity) + heldUp,
    stop,
  }
}
