import type { Book } from './book.ts'
import { bodyOf, isObject } from './json-body.ts'
import { KnownFault } from './refusal.ts'
import type { CustomField, Person, StoredValue, Ticket } from './records.ts'
import { dateOnly, dateWithTime, parseTrackerDate, spokenDate } from './tracker-dates.ts'

export interface Change {
  readonly book: Book
  readonly ticket: Ticket
  readonly actor: Person
}

const valuesOf = (ticket: Ticket, field: CustomField): readonly StoredValue[] =>
  ticket.values.get(field.id) ?? []

const fieldCalled = (book: Book, queue: number, wanted: string): CustomField | undefined =>
  book.fieldsOf(queue).find(({ id, name }) => name === wanted || String(id) === wanted)

/**
 * Sets the custom fields of a body, and answers with what RT says about each. Names that no field has are passed over in
 * silence.
 */
export function updateCustomFields(change: Change, wanted: unknown): (string | null)[] {
  if (wanted === undefined || wanted === null) return []
  if (!isObject(wanted)) throw new KnownFault('custom fields that are no object')
  return [...bodyOf(wanted)].flatMap(([name, value]) => {
    const field = fieldCalled(change.book, change.ticket.queue, name)
    if (!field) return []
    return field.several ? setSeveral(change, field, value) : setOne(change, field, value)
  })
}

/** At the creation there is no message and no transaction, and what is not accepted is left out. */
export function firstCustomValues(book: Book, ticket: Ticket, wanted: unknown): void {
  if (wanted === undefined || wanted === null) return
  if (!isObject(wanted)) throw new KnownFault('custom fields that are no object')
  for (const [name, given] of bodyOf(wanted)) {
    const field = fieldCalled(book, ticket.queue, name)
    if (!field) continue
    const values = (Array.isArray(given) ? given : [given])
      .map((one: unknown) => stored(field, textIn(one)))
      .filter((value) => value !== null && problemWith({ book, ticket }, field, value) === undefined)
    const kept = field.several ? [...new Set(values)] : values.slice(0, 1)
    if (kept.length > 0) ticket.values.set(field.id, kept)
  }
}

function setOne(change: Change, field: CustomField, given: unknown): string[] {
  const old = valuesOf(change.ticket, field)[0] ?? null
  if (given === null && old !== null) {
    keep(change, field, { before: old, values: [] })
    return [`${spoken(field, old)} is no longer a value for custom field ${field.name}`]
  }
  const value = stored(field, textIn(Array.isArray(given) ? given[0] : given))
  const problem = value === null ? undefined : problemWith(change, field, value)
  if (problem !== undefined) return [problem]
  if (value === old && value !== null) return []
  // An empty text is not "no value": it becomes an empty value, which only RT's own pages can take away.
  keep(change, field, { before: old ?? '', after: value ?? '', values: [value] })
  return [saidOfOne(field, old, value)]
}

function saidOfOne(field: CustomField, old: StoredValue, value: StoredValue): string {
  if (old === null) return `${field.name} ${spoken(field, value)} added`
  if (value === null) return `${field.name} ${spoken(field, old)} deleted`
  return `${field.name} ${spoken(field, old)} changed to ${spoken(field, value)}`
}

function setSeveral(change: Change, field: CustomField, given: unknown): (string | null)[] {
  const texts = (Array.isArray(given) ? given : [given]).map((one: unknown) => stored(field, textIn(one)))
  const wanted = new Set(texts)
  const before = valuesOf(change.ticket, field)
  const added = [...wanted]
    .filter((value) => !before.includes(value))
    .map((value) => add(change, field, value))
  const gone = before
    .filter((value) => !wanted.has(value))
    .map((value) => {
      const values = valuesOf(change.ticket, field).filter((one) => one !== value)
      keep(change, field, { before: value ?? '', values })
      return `${spoken(field, value)} is no longer a value for custom field ${field.name}`
    })
  // RT has no word for a value that was given twice.
  return [...added, ...Array<null>(texts.length - wanted.size).fill(null), ...gone]
}

function add(change: Change, field: CustomField, value: StoredValue): string {
  const problem = value === null ? undefined : problemWith(change, field, value)
  if (problem !== undefined) return problem
  keep(change, field, { after: value ?? '', values: [...valuesOf(change.ticket, field), value] })
  return `${spoken(field, value)} added as a value for ${field.name}`
}

interface Kept {
  readonly values: StoredValue[]
  readonly before?: string
  readonly after?: string
}

function keep({ book, ticket, actor }: Change, field: CustomField, { values, ...step }: Kept): void {
  if (values.length === 0) ticket.values.delete(field.id)
  else ticket.values.set(field.id, values)
  book.write(ticket, actor, { type: 'CustomField', field: String(field.id), ...step })
}

/** RT keeps files in custom fields too; this server does not, and for the rest RT dies of such a value. */
function textIn(given: unknown): string | null {
  if (given === null || given === undefined) return null
  if (typeof given === 'string') return given
  if (typeof given === 'number') return String(given)
  throw new KnownFault('a value of a custom field that is no text')
}

function stored({ type }: CustomField, text: string | null): StoredValue {
  if (text === null) return null
  if (type === 'Date') return dateOnly(text)
  if (type === 'DateTime') return dateWithTime(text)
  return text === '' ? null : text
}

function problemWith(
  { book, ticket }: Pick<Change, 'book' | 'ticket'>,
  field: CustomField,
  value: string,
): string | undefined {
  if (field.type === 'Select' && !field.values.includes(value)) return 'Invalid value for custom field'
  if (!field.unique) return undefined
  const isTaken = book.ledger.tickets.some(
    (other) => other.id !== ticket.id && other.values.get(field.id)?.includes(value) === true,
  )
  return isTaken
    ? `Could not add a new value to custom field '${field.name}': '${value}' is not a unique value`
    : undefined
}

const spoken = ({ type }: CustomField, value: StoredValue): string =>
  type === 'DateTime' && value !== null ? spokenDate(parseTrackerDate(value)) : (value ?? '')
