import type { AnswerValue, Asked, AskedAct, Frame } from './guide-run.ts'
import type { Field } from './guide.ts'

/** What is asked of the desk at a place of a guide. */
export const asking = (act: AskedAct, { guide, step }: Frame, value?: string): Asked => ({
  ...{ act, value, guide, step },
})

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
  disposition: Extract<AskedAct, { readonly kind: 'disposition' }>['disposition'],
  at: Frame,
): Asked => asking({ kind: 'disposition', disposition }, at)
