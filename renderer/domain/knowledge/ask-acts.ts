import { textOf } from './condition.ts'
import type { ExpressionValues } from './expression-values.ts'
import type { Asked, Frame, GuideRun } from './guide-run.ts'
import type { Act, Field } from './guide.ts'
import { filledIn, valuesAt } from './moment.ts'
import type { Moment } from './moment.ts'
import type { Stepped } from './stepped.ts'
import type { AnswerValue } from './guide-run.ts'

const asking = (act: Act, { guide, step }: Frame, value?: string): Asked => ({ act, value, guide, step })

/**
 * What the acts of a step ask for, in order. A promise and a call-back are made once in a run, however often the agent
 * comes by: the customer was told once. A field is not filled with what is not known.
 */
export function askActs(
  run: GuideRun,
  acts: readonly Act[],
  { moment, isFirstTime }: { readonly moment: Moment; readonly isFirstTime: boolean },
): Stepped {
  const values = valuesAt(run, moment)
  const asked = acts.flatMap((act): readonly Asked[] => {
    if (act.kind === 'fill') return fillWith(run, act, values)
    if (act.kind !== 'promise' && act.kind !== 'call-back') return [asking(act, run.at)]
    return isFirstTime ? [asking({ ...act, what: filledIn(act.what, run, moment) }, run.at)] : []
  })
  return { run: { ...run, isPrivate: isPrivateAfter(run.isPrivate, acts) }, asked }
}

function fillWith(
  { at }: GuideRun,
  act: Act & { readonly kind: 'fill' },
  values: ExpressionValues,
): readonly Asked[] {
  const value = textOf(act.value, values)
  return value === undefined ? [] : [asking(act, at, value)]
}

export const isPrivateAfter = (isPrivate: boolean, acts: readonly Act[]): boolean =>
  acts.reduce((before, act) => (act.kind === 'private' ? act.on : before), isPrivate)

/** An answer that goes into the case. */
export function askToFill(
  { name, fills }: Field,
  value: AnswerValue | undefined,
  at: Frame,
): readonly Asked[] {
  if (fills === undefined || value === undefined) return []
  const text = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
  return [asking({ kind: 'fill', field: fills, value: name }, at, text)]
}

/** Begins or ends a private stretch, where that changes something or must be made sure of. */
export const askPrivate = (on: boolean, at: Frame): Asked => asking({ kind: 'private', on }, at)

export const askDisposition = (
  disposition: Extract<Act, { readonly kind: 'disposition' }>['disposition'],
  at: Frame,
): Asked => asking({ kind: 'disposition', disposition }, at)
