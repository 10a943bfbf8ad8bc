import { oneOf } from '../../../domain/case.ts'
import type { Case } from '../../../domain/case.ts'

/** When a case is due, as people mean it. Epoch milliseconds. */
export interface DueDate {
  readonly at: number
  /** From when on it is late: the moment itself, or the end of a day that has no hour. */
  readonly lateFrom: number
  readonly wholeDay: boolean
}

const dayOnly = /^(\d{4})-(\d\d)-(\d\d)$/

/** A day without an hour is a day where the agent is, from midnight to midnight. */
export function dueDate(one: Pick<Case, 'fields'>): DueDate | undefined {
  const text = oneOf(one, 'due') ?? ''
  const [, year, month, day] = dayOnly.exec(text) ?? []
  const midnight = (days: number): number =>
    new Date(Number(year), Number(month) - 1, Number(day) + days).getTime()
  const at = year === undefined ? Date.parse(text) : midnight(0)
  if (Number.isNaN(at)) return undefined
  return year === undefined
    ? { at, lateFrom: at, wholeDay: false }
    : { at, lateFrom: midnight(1), wholeDay: true }
}
