import { isLater } from '../../domain/case-event.ts'
import type { CaseEvent, EventId } from '../../domain/case-event.ts'
import type { Case } from '../../domain/case.ts'
import type { OutboxEntry } from '../../domain/outbox.ts'

/** A case as it is now, with the events that were read of it after `from`. */
export interface Looked {
  readonly server: Case
  readonly events: readonly CaseEvent[]
  readonly from: EventId | undefined
  /** The agent, as the case system calls them. */
  readonly user: string | undefined
}

/**
 * Something that the case system has taken is not where it was, or the case has not come that far. Whatever is sent about
 * a case takes turns with reading it, so nothing can have come between.
 */
export function isAmiss({ state }: OutboxEntry, { server, events, from, user }: Looked): boolean {
  if (state.kind !== 'sent' || state.event === undefined || server.revision === undefined) return false
  const { event } = state
  if (isLater(event, server.revision)) return true
  const wasRead = from === undefined || isLater(event, from)
  return wasRead && !events.some(({ id, by }) => id === event && by === user)
}
