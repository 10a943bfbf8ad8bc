import { evaluate, FeelDate, FeelDateTime, FeelDuration, FeelTime } from 'feelin'

import { faultsOfForm } from './expression-faults.ts'
import type { ExpressionValues } from './expression-values.ts'
import type { Condition } from './guide.ts'

/**
 * Whether a condition is true. What is null or not a yes-or-no does not hold, nor does what is not FEEL: a guide then goes
 * on by its last branch. Never throws.
 */
export const holds = (condition: Condition | undefined, values: ExpressionValues): boolean =>
  condition === undefined || worthOf(condition, values) === true

/** What an expression comes to, as a field of a case has it; `undefined` for what is not known. Never throws. */
export function textOf(expression: string, values: ExpressionValues): string | undefined {
  const value = worthOf(expression, values)
  if (typeof value === 'string') return value === '' ? undefined : value
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return isTemporal(value) ? value.toString() : undefined
}

const isTemporal = (value: unknown): value is { toString(): string } =>
  [FeelDate, FeelTime, FeelDateTime, FeelDuration].some((kind) => value instanceof kind)

function worthOf(expression: string, values: ExpressionValues): unknown {
  if (!isWellFormed(expression)) return null
  try {
    return evaluate(expression, namedIn(expression, values)).value
  } catch {
    return null
  }
}

/** The language's reader goes through every name that there is at each word: it gets those that can stand there. */
const namedIn = (expression: string, values: ExpressionValues): ExpressionValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => expression.includes(name)))

/** Conditions of the packs in use, each looked at once: it costs as much as to read it. */
const wellFormed = new Map<string, boolean>()
const mostKept = 2000

function isWellFormed(expression: string): boolean {
  const known = wellFormed.get(expression)
  if (known !== undefined) return known
  const is = faultsOfForm(expression).length === 0
  if (wellFormed.size >= mostKept) wellFormed.clear()
  wellFormed.set(expression, is)
  return is
}
