import { comparableText } from '../../domain/case-event.ts'
import { customName } from '../../domain/case-field.ts'
import type { CommonField, FieldKey, FieldValue } from '../../domain/case-field.ts'
import { nobody } from './people.ts'
import { asSql, noDate, timeOf } from './rt-dates.ts'
import { wellFormed } from './ticket-sql.ts'

/** How one of the fields that every ticket has is told to RT. */
interface Telling {
  /**
   * What is wrong with a value: RT would cut it, or store it and not understand it later, or (an address that is none)
   * fail in the middle.
   */
  readonly fault: (value: FieldValue) => string | undefined
  readonly body: (value: FieldValue) => object
  /** What RT keeps of a value: two that are the same in this form are the same there. */
  readonly kept: (value: FieldValue) => FieldValue
}

/** What RT's database has room for; RT cuts off the rest without a word. */
const longestSubject = 200
const address = /^[^\s@<>,;"]+@[^\s@<>,;"]+$/

const first = ([one = '']: FieldValue): string => one
const folded = (value: FieldValue): FieldValue => value.map((one) => one.toLowerCase())
const needed = (value: FieldValue): string | undefined => (first(value) === '' ? 'needs a value' : undefined)
const addresses = (value: FieldValue): string | undefined =>
  value.every((one) => address.test(one)) ? undefined : 'not a mail address'
/** RT takes line breaks out, and leaves the words on their sides in one. */
const asSubject = (value: FieldValue): string => wellFormed(first(value).replace(/[\r\n]+/g, ' '))
const isDate = (text: string): boolean => !Number.isNaN(Date.parse(text))

const tellings: Readonly<Record<CommonField, Telling>> = {
  subject: {
    fault: (value) =>
      Array.from(first(value)).length > longestSubject ? `more than ${longestSubject} characters` : undefined,
    body: (value) => ({ Subject: asSubject(value) }),
    kept: (value) => [asSubject(value).trim()],
  },
  status: { fault: needed, body: (value) => ({ Status: first(value) }), kept: folded },
  owner: {
    fault: () => undefined,
    body: (value) => ({ Owner: first(value) || nobody }),
    kept: (value) => folded(value.filter((one) => one !== nobody)),
  },
  queue: { fault: needed, body: (value) => ({ Queue: first(value) }), kept: folded },
  priority: {
    fault: (value) => (/^(?:-?\d{1,9})?$/.test(first(value)) ? undefined : 'not a number'),
    body: (value) => ({ Priority: first(value) || '0' }),
    kept: (value) => [String(Number(first(value)))],
  },
  due: {
    fault: (value) => (first(value) === '' || isDate(first(value)) ? undefined : 'not a date'),
    body: (value) => ({ Due: first(value) === '' ? noDate : asSql(Date.parse(first(value))) }),
    kept: (value) => [String(timeOf(first(value)))],
  },
  requestors: { fault: addresses, body: (value) => ({ Requestor: value }), kept: folded },
  cc: { fault: addresses, body: (value) => ({ Cc: value }), kept: folded },
}

const isCustom = (field: FieldKey): field is `custom:${string}` => customName(field) !== undefined

/** Why a value need not be sent; `undefined` for one that RT may take. */
export function unfit(field: FieldKey, value: FieldValue): string | undefined {
  const fault = isCustom(field) ? undefined : tellings[field].fault(value)
  return fault && `${field}: ${fault}`
}

/** A field as a part of what is sent to RT. `several` says whether a custom field takes more than one value. */
export function bodyOf(field: FieldKey, value: FieldValue, several = false): object {
  if (!isCustom(field)) return tellings[field].body(value)
  const values = value.map(wellFormed)
  // Nothing, for a field of one value, is null: an empty list sets a date to the last day of 1969.
  const sent: unknown = several || values.length > 1 ? values : (values[0] ?? null)
  // Not as a property of a literal: a field may be called __proto__.
  return { CustomFields: Object.fromEntries<unknown>([[field.slice('custom:'.length), sent]]) }
}

/** Whether what RT has now is what was asked for. */
export function isTaken(field: FieldKey, asked: FieldValue, now: FieldValue): boolean {
  const a = new Set(kept(field, asked))
  const b = new Set(kept(field, now))
  return a.size === b.size && [...a].every((one) => b.has(one))
}

const kept = (field: FieldKey, value: FieldValue): readonly string[] =>
  isCustom(field) ? value.map(comparable) : tellings[field].kept(value)

/** A date with a time is the same in every way of writing it. */
const comparable = (text: string): string => {
  const time = isDateTime(text) ? timeOf(text) : undefined
  return time === undefined ? comparableText(wellFormed(text)) : String(time)
}

export const isDateTime = (text: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)
