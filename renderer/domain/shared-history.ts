import { comparableText, isLater } from './case-event.ts'
import type { CaseEvent, EventId } from './case-event.ts'
import { isOpen } from './outbox.ts'
import type { OutboxEntry } from './outbox.ts'

/** A history as it is kept here, and as the case system tells it now; both oldest first. */
export interface Histories {
  readonly kept: readonly CaseEvent[]
  readonly told: readonly CaseEvent[]
}

/**
 * The last event up to `after` that both have, with everything before it: where a backup was restored since, what comes
 * behind it here never was, and its numbers are given out again. Without anything to compare it is `after`.
 */
export function lastShared(after: EventId | undefined, { kept, told }: Histories): EventId | undefined {
  const before = kept.filter(({ id }) => after !== undefined && !isLater(id, after))
  const isThere = (one: CaseEvent): boolean => told.some((other) => isSame(one, other))
  const other = before.findIndex((one) => !isThere(one))
  return other < 0 ? after : before[other - 1]?.id
}

const isSame = (a: CaseEvent, b: CaseEvent): boolean =>
  a.id === b.id &&
  a.kind === b.kind &&
  a.by === b.by &&
  a.at === b.at &&
  comparableText(a.text) === comparableText(b.text)

/** What is still to be sent or looked for, where it was written after something that never was. */
export const writtenAfterShared = (
  entries: readonly OutboxEntry[],
  histories: Histories,
): readonly OutboxEntry[] =>
  entries.filter(isOpen).flatMap((entry) => {
    const after = lastShared(entry.after, histories)
    return after === entry.after ? [] : [{ ...entry, after }]
  })
