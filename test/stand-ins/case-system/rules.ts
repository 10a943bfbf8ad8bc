import type { FieldKey, FieldValue } from '../../../renderer/domain/case-field.ts'
import { oneOf } from '../../../renderer/domain/case.ts'
import type { KeptCase } from './kept.ts'
import { nextStatuses, queues } from './site.ts'

/** Why the case system does not take a value; `undefined` when it does. */
export function whyNot(one: Pick<KeptCase, 'fields'>, key: FieldKey, value: FieldValue): string | undefined {
  const definition = queues[0]?.fields.find((known) => known.key === key)
  if (!definition?.writable) return `there is no field ${key}`
  if (!definition.several && value.length > 1) return `${key} has one value at most`
  const strange = value.find((each) => definition.options.length > 0 && !definition.options.includes(each))
  if (strange !== undefined) return `${strange} is not one of the values of ${key}`
  if (key === 'status') return whyNotStatus(oneOf(one, 'status') ?? 'new', value[0])
  return value.every((each) => isWellFormed(key, each)) ? undefined : `that is no value for ${key}`
}

function whyNotStatus(before: string, after: string | undefined): string | undefined {
  if (after === undefined) return 'a case has a status'
  if (after === before || nextStatuses.get(before)?.includes(after)) return undefined
  return `${after} cannot follow ${before}`
}

function isWellFormed(key: FieldKey, value: string): boolean {
  if (key === 'subject') return value.trim() !== ''
  if (key === 'priority') return /^\d{1,5}$/.test(value)
  if (key === 'due') return !Number.isNaN(Date.parse(value))
  if (key === 'requestors' || key === 'cc') return /^[^\s@]+@[^\s@]+$/.test(value)
  return true
}
