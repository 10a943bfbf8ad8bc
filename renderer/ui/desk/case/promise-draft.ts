import { comparableNumber } from '../../../domain/contact.ts'
import type { Promised } from '../../../domain/promise.ts'
import type { DraftValues } from './use-draft.ts'
import { localDateTime } from './field-text.ts'

export type PromiseFault = 'what' | 'due' | 'past' | 'number'

export type ReadPromise =
  | { readonly ok: true; readonly value: Pick<Promised, 'kind' | 'what' | 'dueAt' | 'number'> }
  | { readonly ok: false; readonly faults: readonly PromiseFault[] }

export const kindIn = (values: DraftValues): Promised['kind'] =>
  values['kind'] === 'call-back' ? 'call-back' : 'promise'

/** An extension or a number of the telephone network, as it is dialled. */
const dialled = (text: string): string | undefined => {
  const compact = text.replace(/[\s().\-/]/g, '')
  return /^\d{2,15}$/.test(compact) ? compact : comparableNumber(text)
}

/** What was typed as a promise, or what is missing. @param now epoch milliseconds */
export function readPromise(values: DraftValues, number: string, now: number): ReadPromise {
  const kind = kindIn(values)
  const what = (values['what'] ?? '').trim()
  const dueAt = Date.parse(values['due'] ?? '')
  const called = kind === 'call-back' ? dialled(number) : undefined
  const faults: PromiseFault[] = [
    ...(what === '' ? (['what'] as const) : []),
    ...(Number.isNaN(dueAt) ? (['due'] as const) : dueAt <= now ? (['past'] as const) : []),
    ...(kind === 'call-back' && called === undefined ? (['number'] as const) : []),
  ]
  return faults.length > 0
    ? { ok: false, faults }
    : { ok: true, value: { kind, what, dueAt, number: called } }
}

const morning = 9

export const quickChoices = ['hour', 'tomorrow', 'week'] as const
export type QuickChoice = (typeof quickChoices)[number]

/** The moment of a quick choice, where the agent is. Epoch milliseconds. */
export function momentOf(choice: QuickChoice, now: number): number {
  const day = new Date(now)
  if (choice === 'hour') {
    // To the next five minutes, as people say it.
    day.setHours(day.getHours() + 1, Math.ceil(day.getMinutes() / 5) * 5, 0, 0)
    return day.getTime()
  }
  day.setDate(day.getDate() + (choice === 'tomorrow' ? 1 : 7))
  return day.setHours(morning, 0, 0, 0)
}

/** As the field of the form has it. */
export const dueText = (choice: QuickChoice, now: number): string => localDateTime(momentOf(choice, now))
