import type { Change } from './custom-values.ts'
import { isStatus } from './lifecycle.ts'
import { setOwner } from './ownership.ts'
import { parseTrackerDate, spokenDate, sqlDate } from './tracker-dates.ts'

/** What RT says after setting a column; `undefined` where there was nothing to do. */
type Setter = (change: Change, wanted: string) => string | undefined

/** In the order in which RT goes through them. */
export const columnSetters: readonly (readonly [string, Setter])[] = [
  ['Due', setDue],
  ['Owner', setOwner],
  ['Priority', setPriority],
  ['Queue', setQueue],
  ['Status', setStatus],
  ['Subject', setSubject],
]

/** Letters that RT's column holds. */
const subjectLength = 200

export const subjectOf = (text: string): string =>
  Array.from(text.replace(/[\r\n]/g, ''))
    .slice(0, subjectLength)
    .join('')

/** RT counts on without a word where a number should be. */
export const priorityOf = (text: string): number => {
  const number = Number(/^\s*(\d{1,9})/.exec(text)?.[1] ?? 0)
  return Number.isSafeInteger(number) ? number : 0
}

/** Names of RT's ranges; only in its messages. */
const spokenPriority = (priority: number): string =>
  priority < 50 ? 'Low' : priority < 100 ? 'Medium' : 'High'

/** With `T` between date and time RT says that it has set the date, and then has none. */
function setDue({ book, ticket, actor }: Change, wanted: string): string | undefined {
  if (wanted === sqlDate(ticket.due)) return undefined
  const before = ticket.due
  const understood = parseTrackerDate(wanted)
  ticket.due = wanted.includes('T') ? 0 : understood
  const step = { before: sqlDate(before), after: sqlDate(understood) }
  book.write(ticket, actor, { type: 'Set', field: 'Due', ...step })
  return `Due changed from ${spokenDate(before)} to ${spokenDate(understood)}`
}

function setPriority({ book, ticket, actor }: Change, wanted: string): string | undefined {
  const before = ticket.priority
  if (wanted === String(before)) return undefined
  const after = priorityOf(wanted)
  if (after === before) return 'That is already the current value'
  ticket.priority = after
  book.write(ticket, actor, { type: 'Set', field: 'Priority', before: String(before), after: String(after) })
  return `Priority changed from '${spokenPriority(before)}' to '${spokenPriority(after)}'`
}

function setQueue({ book, ticket, actor }: Change, wanted: string): string | undefined {
  const queue = book.queue(wanted)
  if (!queue) return `Queue ${wanted} does not exist`
  if (queue.id === ticket.queue) return undefined
  if (!book.sees(actor, queue.id)) return 'Permission Denied'
  const before = book.queue(ticket.queue)
  ticket.queue = queue.id
  const step = { before: String(before?.id ?? ''), after: String(queue.id) }
  book.write(ticket, actor, { type: 'Set', field: 'Queue', ...step })
  return `Queue changed from ${before?.name ?? ''} to ${queue.name}`
}

export function setStatus({ book, ticket, actor }: Change, wanted: string): string | undefined {
  const before = ticket.status
  const after = wanted.toLowerCase()
  if (!isStatus(after)) return `Status '${wanted}' isn't a valid status for this ticket.`
  if (after === before) return undefined
  // Agents have no right to delete.
  if (after === 'deleted') return 'Permission Denied'
  book.setStatus(ticket, actor, after)
  return `Status changed from '${before}' to '${after}'`
}

function setSubject({ book, ticket, actor }: Change, wanted: string): string | undefined {
  const before = ticket.subject
  const after = subjectOf(wanted)
  if (after === before) return undefined
  ticket.subject = after
  book.write(ticket, actor, { type: 'Set', field: 'Subject', before, after })
  return `Subject changed from ${quoted(before)} to ${quoted(after)}`
}

const quoted = (text: string): string => (text === '' ? '(no value)' : `'${text}'`)
