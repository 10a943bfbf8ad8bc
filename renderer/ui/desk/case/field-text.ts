import type { FieldDefinition, FieldValue } from '../../../domain/case-field.ts'

type Typed = Pick<FieldDefinition, 'key' | 'kind' | 'several'>

export type Fault = 'number' | 'address' | 'date'

/** What was typed, as a value; or what is wrong with it. */
export type Read =
  { readonly ok: true; readonly value: FieldValue } | { readonly ok: false; readonly fault: Fault }

const two = (value: number): string => String(value).padStart(2, '0')

/** As `<input type="datetime-local">` has it: the hour where the agent is. @param at epoch milliseconds */
export function localDateTime(at: number): string {
  const time = new Date(at)
  const day = `${String(time.getFullYear()).padStart(4, '0')}-${two(time.getMonth() + 1)}-${two(time.getDate())}`
  return `${day}T${two(time.getHours())}:${two(time.getMinutes())}`
}

/** A value as it stands in the control that changes it. Several values are lines. */
export function textOf({ kind, several }: Typed, value: FieldValue): string {
  if (several) return value.join('\n')
  const [text = ''] = value
  if (kind === 'date') return text.slice(0, 10)
  if (kind !== 'date-time') return text
  // A day without an hour is a day where the agent is, not one that begins in Greenwich.
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return `${text}T00:00`
  const at = Date.parse(text)
  return Number.isNaN(at) ? '' : localDateTime(at)
}

/** Case systems write whole seconds: the same moment in another form would look like a change by somebody else. */
const wholeSeconds = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`

const isAddress = (text: string): boolean => /^[^\s@<>,;"]+@[^\s@<>,;"]+$/.test(text)

/** What was typed into such a control, as the case system wants it. */
export function readText({ key, kind, several }: Typed, text: string): Read {
  const values = (several ? text.split('\n') : [text]).map((one) => one.trim()).filter((one) => one !== '')
  if (kind === 'number') return checked(values, 'number', (one) => /^-?\d+([.,]\d+)?$/.test(one))
  if (key === 'requestors' || key === 'cc') return checked(values, 'address', isAddress)
  if (kind === 'date') return checked(values, 'date', (one) => !Number.isNaN(Date.parse(one)))
  if (kind !== 'date-time') return { ok: true, value: values }
  const times = values.map((one) => Date.parse(one))
  return times.some(Number.isNaN)
    ? { ok: false, fault: 'date' }
    : { ok: true, value: times.map(wholeSeconds) }
}

const checked = (values: FieldValue, fault: Fault, holds: (one: string) => boolean): Read =>
  values.every(holds)
    ? { ok: true, value: fault === 'number' ? values.map((one) => one.replace(',', '.')) : values }
    : { ok: false, fault }
