import { isMessage } from '../../domain/case-edit.ts'
import type { CaseEdit } from '../../domain/case-edit.ts'
import { comparableText } from '../../domain/case-event.ts'
import type { CaseEvent } from '../../domain/case-event.ts'
import { findMessage } from '../../domain/find-message.ts'
import type { OutboxEntry } from '../../domain/outbox.ts'
import { lastShared } from '../../domain/shared-history.ts'
import type { CaseSystem } from '../../ports/case-system.ts'
import type { Known } from './case-book.ts'
import { asCase, findCase, unanswered } from './entry-sending.ts'
import type { Sent, SendingNeeds } from './entry-sending.ts'

export interface Kept extends Known {
  /** The history as it is kept here. */
  readonly events: readonly CaseEvent[]
}

/** Looks whether something of unknown fate has arrived. */
export async function lookFor(
  entry: OutboxEntry,
  { record, entries, events: kept }: Kept,
  { system, user }: SendingNeeds,
): Promise<Sent | { readonly kind: 'not-there' }> {
  if (entry.edit.kind === 'create') return lookForCase(entry, system)
  if (!record) return { kind: 'not-there' }
  const found = await findCase(record, system)
  if (found.kind !== 'case') return found
  // All of it: a backup that was restored since has taken away what it was written after.
  const history = await system.history(found.server.number ?? '', undefined)
  if (history.kind !== 'answer') return unanswered(history)
  const told = history.value
  const written = { ...entry, after: lastShared(entry.after, { kept, told }) }
  const event = findMessage(written, { events: told, by: user, claimed: claimedBy(entry, entries) })
  return event ? { kind: 'done', server: undefined, event: event.id } : { kind: 'not-there' }
}

/** Only by what reads the same: a number that another kind of thing had may have been given out again. */
const claimedBy = ({ edit }: OutboxEntry, entries: readonly OutboxEntry[]) =>
  new Set(
    entries.flatMap((one) =>
      one.state.kind === 'sent' && readsAlike(one.edit, edit) ? (one.state.event ?? []) : [],
    ),
  )

const readsAlike = (a: CaseEdit, b: CaseEdit): boolean =>
  isMessage(a) && isMessage(b) && a.kind === b.kind && comparableText(a.text) === comparableText(b.text)

/** By the desk's own id, which went with it. */
async function lookForCase(
  { case: id }: OutboxEntry,
  system: CaseSystem,
): Promise<Sent | { readonly kind: 'not-there' }> {
  const numbers = await system.list({ kind: 'client-id', id }, 1)
  if (numbers.kind !== 'answer') return unanswered(numbers)
  const [number] = numbers.value
  if (number === undefined) return { kind: 'not-there' }
  const found = asCase(await system.case(number))
  return found.kind === 'case' ? { kind: 'done', server: found.server, event: undefined } : found
}
