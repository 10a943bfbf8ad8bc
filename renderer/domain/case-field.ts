/** The fields that every case has, whatever the system behind it. `requestors` and `cc` are mail addresses. */
export const commonFields = [
  'subject',
  'status',
  'owner',
  'queue',
  'priority',
  'due',
  'requestors',
  'cc',
] as const
export type CommonField = (typeof commonFields)[number]

/** A field of a case: one of the common ones, or one that the case system defines. */
export type FieldKey = CommonField | `custom:${string}`

/**
 * Every value is a list: empty, one, or several. Dates are ISO 8601 (`2026-11-25`, or with a time in UTC), numbers are
 * decimal digits, people are user names or addresses.
 */
export type FieldValue = readonly string[]

export const customField = (name: string): FieldKey => `custom:${name}`

/** The name that the case system gave to a field of its own; `undefined` for a common one. */
export const customName = (key: FieldKey): string | undefined =>
  key.startsWith('custom:') ? key.slice('custom:'.length) : undefined

export function isFieldKey(text: string): text is FieldKey {
  return text.startsWith('custom:') || commonFields.some((field) => field === text)
}

export const fieldKinds = [
  'text',
  'long-text',
  'choice',
  'date',
  'date-time',
  'number',
  'person',
  'other',
] as const
export type FieldKind = (typeof fieldKinds)[number]

/** What the case system says about a field: enough to draw it and to refuse what it would refuse. */
export interface FieldDefinition {
  readonly key: FieldKey
  /** As the case system calls it; the common fields have words of ours instead. */
  readonly label: string
  readonly kind: FieldKind
  /** Whether it takes more than one value. */
  readonly several: boolean
  /** For a choice: what can be chosen. */
  readonly options: readonly string[]
  readonly writable: boolean
}

/** A queue (a team's pile of cases), with what its cases look like. */
export interface CaseQueue {
  readonly name: string
  readonly fields: readonly FieldDefinition[]
  readonly statuses: readonly string[]
}

/** The same values. Several are compared as sets: their order says nothing, and none counts twice. */
export function sameValue(a: FieldValue, b: FieldValue): boolean {
  const [ours, others] = [new Set(a), new Set(b)]
  return ours.size === others.size && [...ours].every((value) => others.has(value))
}
