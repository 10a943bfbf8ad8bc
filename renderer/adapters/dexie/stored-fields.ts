import * as v from 'valibot'

import { isFieldKey } from '../../domain/case-field.ts'
import type { FieldKey, FieldValue } from '../../domain/case-field.ts'
import type { CaseFields } from '../../domain/case.ts'

/** Fields as they are stored: JSON has no maps, and a name such as `__proto__` is none for an object. */
export type FieldPairs = readonly (readonly [FieldKey, FieldValue])[]

const isText = (value: unknown): value is string => typeof value === 'string'

export const fieldKey = v.custom<FieldKey>((value) => isText(value) && isFieldKey(value))

export const fieldValue = v.custom<FieldValue>((value) => Array.isArray(value) && value.every(isText))

/** Looked at by hand: a page of cases has thousands of values, and a parser for each would cost as much as the disk. */
const isPairs = (value: unknown): value is FieldPairs =>
  Array.isArray(value) &&
  value.every(
    (pair: unknown) =>
      Array.isArray(pair) &&
      pair.length === 2 &&
      v.is(fieldKey, pair[0]) &&
      Array.isArray(pair[1]) &&
      pair[1].every(isText),
  )

export const storedFields = v.pipe(
  v.custom<FieldPairs>(isPairs),
  v.transform((pairs): CaseFields => new Map(pairs)),
)

export const pairsOf = (fields: CaseFields): FieldPairs => [...fields]
