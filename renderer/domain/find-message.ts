import { comparableText, isLater } from './case-event.ts'
import type { CaseEvent, EventId } from './case-event.ts'
import { isMessage } from './case-edit.ts'
import type { OutboxEntry } from './outbox.ts'

export interface Looked {
  readonly events: readonly CaseEvent[]
  /** The agent, as the case system calls them. */
  readonly by: string
  /** Events that are known to be other entries. */
  readonly claimed: ReadonlySet<EventId>
}

/**
 * The event of the case's history that is this note or reply, if it has arrived: written by this agent, after what the
 * desk knew then, with the same words and files, and not known to be another one that reads the same.
 */
export function findMessage(entry: OutboxEntry, { events, by, claimed }: Looked): CaseEvent | undefined {
  const { edit, after } = entry
  if (!isMessage(edit)) return undefined
  const text = comparableText(edit.text)
  const names = edit.attachments.map(({ name }) => name)
  return events.find(
    (event) =>
      event.kind === edit.kind &&
      event.by === by &&
      (after === undefined || isLater(event.id, after)) &&
      !claimed.has(event.id) &&
      comparableText(event.text) === text &&
      names.every((name) => event.attachments.some((one) => one.name === name)),
  )
}
