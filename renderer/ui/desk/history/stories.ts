import type { InteractionId } from '../../../domain/ids.ts'
import type { Interaction } from '../../../domain/interaction.ts'

/**
 * Interactions by story: those that were continued stand together, each above the one where it began. The stories, and
 * what is in each, are newest first, as the list was.
 */
export function storiesOf(interactions: readonly Interaction[]): readonly (readonly Interaction[])[] {
  const byId = new Map(interactions.map((one) => [one.id, one]))
  const stories = new Map<InteractionId, Interaction[]>()
  for (const one of interactions) {
    const first = beginning(one, byId)
    stories.set(first, [...(stories.get(first) ?? []), one])
  }
  return [...stories.values()]
}

/** What a piece of work goes on from, nearest first, as far as the records go. */
export function goneBefore(from: Interaction, records: readonly Interaction[]): readonly Interaction[] {
  const byId = new Map(records.map((one) => [one.id, one]))
  const before: Interaction[] = []
  let one = from
  while (one.continues !== undefined) {
    const next = byId.get(one.continues)
    // Records that name one another in a ring have no beginning.
    if (!next || next.id === from.id || before.includes(next)) break
    before.push(next)
    one = next
  }
  return before
}

/** Where its story begins, as far as the list goes; records that name one another in a ring have no beginning. */
function beginning(from: Interaction, byId: ReadonlyMap<InteractionId, Interaction>): InteractionId {
  const seen = new Set([from.id])
  let one = from
  while (one.continues !== undefined && !seen.has(one.continues)) {
    seen.add(one.continues)
    const before = byId.get(one.continues)
    if (!before) return one.id
    one = before
  }
  return one.continues === undefined ? one.id : from.id
}
