import { sameValue } from './case-field.ts'
import type { FieldStep } from './case-event.ts'
import type { FieldValue } from './case-field.ts'

/** What is to be done with a change, seeing what the case system has now. */
export type Merged =
  /** It is so already. */
  | { readonly kind: 'there' }
  /** Nobody has touched the field, or both touched different values of it. */
  | { readonly kind: 'send'; readonly value: FieldValue }
  | { readonly kind: 'conflict' }

/**
 * Three-way merge of one field: what the agent saw, what they made of it, and what is there now. A field of several
 * values takes what both have added, and loses what either has taken out.
 */
export function mergeChange(
  { before, after }: Pick<FieldStep, 'before' | 'after'>,
  theirs: FieldValue,
  several: boolean,
): Merged {
  if (sameValue(theirs, after)) return { kind: 'there' }
  if (sameValue(theirs, before)) return { kind: 'send', value: after }
  if (!several) return { kind: 'conflict' }
  const kept = theirs.filter((value) => after.includes(value) || !before.includes(value))
  const added = after.filter((value) => !before.includes(value) && !kept.includes(value))
  const value = [...kept, ...added]
  return sameValue(value, theirs) ? { kind: 'there' } : { kind: 'send', value }
}
