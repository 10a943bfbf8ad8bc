import { isLater } from './case-event.ts'
import type { EventId } from './case-event.ts'
import type { FieldKey, FieldValue } from './case-field.ts'
import type { CaseId } from './ids.ts'

/** The case system's own number for a case, as digits. */
export type CaseNumber = string

/** The last event of a case, by its number: it grows with each change, and is sent back with one. */
export type Revision = EventId

export type CaseFields = ReadonlyMap<FieldKey, FieldValue>

/** A case at one moment: as the case system last told it, or with what was written here since. */
export interface Case {
  readonly id: CaseId
  /** `undefined` until the case system has made it. */
  readonly number: CaseNumber | undefined
  readonly revision: Revision | undefined
  /** Epoch milliseconds. */
  readonly createdAt: number
  readonly updatedAt: number
  /** Every field that has a value; a field without one is not in it. */
  readonly fields: CaseFields
  /** The statuses that it can be given next, where the case system says so; otherwise any of the queue's. */
  readonly nextStatuses: readonly string[] | undefined
  readonly links: readonly CaseLink[]
}

/** What the links of a case can say. */
export const linkKinds = [
  'refers-to',
  'referred-to-by',
  'depends-on',
  'depended-on-by',
  'parent',
  'child',
] as const
export type LinkKind = (typeof linkKinds)[number]

export interface CaseLink {
  readonly kind: LinkKind
  /** A case's number, or an address (`https:`). */
  readonly target: string
}

export const sameLink = (a: CaseLink, b: CaseLink): boolean => a.kind === b.kind && a.target === b.target

/** Where a case is, as far as this agent is concerned. */
export type Standing =
  | { readonly kind: 'here' }
  /** Somebody has joined it to another one, where the work goes on. */
  | { readonly kind: 'merged'; readonly into: CaseNumber }
  | { readonly kind: 'deleted' }
  /** The agent may not see it any more: it was moved to another team, or a right was taken back. */
  | { readonly kind: 'forbidden' }

export const here: Standing = { kind: 'here' }

const none: FieldValue = []

/** The value of a field; empty when it has none. */
export const fieldOf = ({ fields }: Pick<Case, 'fields'>, key: FieldKey): FieldValue =>
  fields.get(key) ?? none

/** The first value of a field, for those that have one at most. */
export const oneOf = (one: Pick<Case, 'fields'>, key: FieldKey): string | undefined => fieldOf(one, key)[0]

/** The fields with one of them set; an empty value takes it out. */
export function withField(fields: CaseFields, key: FieldKey, value: FieldValue): CaseFields {
  const next = new Map(fields)
  if (value.length === 0) next.delete(key)
  else next.set(key, value)
  return next
}

/** When it should be done (epoch milliseconds); `undefined` without a date, or with one that is none. */
export function dueAt(one: Pick<Case, 'fields'>): number | undefined {
  const time = Date.parse(oneOf(one, 'due') ?? '')
  return Number.isNaN(time) ? undefined : time
}

/** Two answers about one case may come in the wrong order: the one that was given later counts. */
export const laterOf = (known: Case, told: Case): Case =>
  known.revision !== undefined && told.revision !== undefined && isLater(known.revision, told.revision)
    ? known
    : told
