import { isMessage } from './case-edit.ts'
import type { CaseEdit } from './case-edit.ts'
import { comparableText } from './case-event.ts'
import type { CaseEvent, EventKind } from './case-event.ts'
import type { OutboxEntry } from './outbox.ts'

/** What an entry becomes in the history. */
const kinds: Readonly<Record<CaseEdit['kind'], EventKind>> = {
  ...{ create: 'created', change: 'changed', note: 'note', reply: 'reply', link: 'linked' },
}

export interface Around {
  /** The agent, as the case system calls them. */
  readonly by: string | undefined
  /** What else was written here about the case. */
  readonly entries: readonly OutboxEntry[]
}

/**
 * Whether the event that has the number of a sent entry can still be that entry: after a backup was restored the numbers
 * are given out again, also to the same agent. Words that a case system has altered are no proof against it; words that
 * were written as another entry are.
 */
export function isStillOf(entry: OutboxEntry, event: CaseEvent, { by, entries }: Around): boolean {
  if (event.by !== by) return false
  const { edit } = entry
  // Of a change or a link that the desk does not know how to tell.
  if (event.kind === 'other') return edit.kind === 'change' || edit.kind === 'link'
  if (event.kind !== kinds[edit.kind]) return false
  if (edit.kind === 'change') return event.change === undefined || event.change.field === edit.step.field
  return !isMessage(edit) || !readsAsAnother(entry, event, entries)
}

function readsAsAnother(entry: OutboxEntry, event: CaseEvent, entries: readonly OutboxEntry[]): boolean {
  const reads = ({ edit }: OutboxEntry): boolean =>
    edit.kind === event.kind && isMessage(edit) && comparableText(edit.text) === comparableText(event.text)
  return !reads(entry) && entries.some((one) => one.id !== entry.id && reads(one))
}
