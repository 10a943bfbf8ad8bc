import { isLater } from '../../domain/case-event.ts'
import type { CaseEvent, EventId } from '../../domain/case-event.ts'
import type { Revision } from '../../domain/case.ts'
import type { OutboxEntry } from '../../domain/outbox.ts'
import { isStillOf } from '../../domain/sent-event.ts'
import type { Around } from '../../domain/sent-event.ts'

/** A case as it is now, with the events that were read of it after `from`. */
export interface Looked extends Around {
  readonly revision: Revision | undefined
  readonly events: readonly CaseEvent[]
  readonly from: EventId | undefined
}

/**
 * Something that the case system has taken is not where it was, or the case has not come that far. Whatever is sent about
 * a case takes turns with reading it, so nothing can have come between.
 */
export function isAmiss(entry: OutboxEntry, { revision, events, from, ...around }: Looked): boolean {
  const { state } = entry
  if (state.kind !== 'sent' || state.event === undefined || revision === undefined) return false
  const { event } = state
  if (isLater(event, revision)) return true
  const wasRead = from === undefined || isLater(event, from)
  return wasRead && !events.some((one) => one.id === event && isStillOf(entry, one, around))
}
