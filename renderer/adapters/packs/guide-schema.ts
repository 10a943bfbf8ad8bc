import * as v from 'valibot'

import { isFieldKey } from '../../domain/case-field.ts'
import type { FieldKey } from '../../domain/case-field.ts'
import { dispositions } from '../../domain/interaction.ts'
import { identitySteps } from '../../domain/knowledge/guide.ts'
import type { Guide } from '../../domain/knowledge/guide.ts'
import { languages } from '../../domain/language.ts'
import { list, name } from './article-schema.ts'

const text = v.pipe(v.string(), v.maxLength(10_000))
export const said = v.strictObject(v.entriesFromList(languages, text))
const expression = v.pipe(v.string(), v.maxLength(2_000))
const number = v.pipe(v.number(), v.finite())
const fieldName = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]{0,59}$/))
const caseField = v.pipe(
  v.string(),
  v.maxLength(200),
  v.check(isFieldKey),
  v.transform((key) => key as FieldKey),
)
const disposition = v.picklist(dispositions)

const bound = v.optional(v.union([v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/)), number]))

const FieldType = v.variant('kind', [
  v.strictObject({ kind: v.literal('text'), longest: number, lines: v.picklist(['one', 'several']) }),
  v.strictObject({
    kind: v.literal('choice'),
    choices: list(v.strictObject({ value: text, label: said })),
  }),
  v.strictObject({ kind: v.literal('date'), earliest: bound, latest: bound }),
  v.strictObject({ kind: v.literal('number'), least: v.optional(number), most: v.optional(number) }),
  v.strictObject({ kind: v.literal('telephone') }),
  v.strictObject({ kind: v.literal('postal-code'), country: v.picklist(['CA', 'US', 'FR', 'GB']) }),
  v.strictObject({ kind: v.literal('consent'), words: said }),
])

const Field = v.strictObject({
  ...{ name: fieldName, label: said, hint: v.optional(said), type: FieldType },
  ...{ required: v.boolean(), fills: v.optional(caseField) },
})

const setting = { field: fieldName, value: expression }

const Act = v.variant('kind', [
  v.strictObject({ kind: v.literal('set'), ...setting }),
  v.strictObject({ kind: v.literal('fill'), field: caseField, value: expression }),
  v.strictObject({ kind: v.literal('disposition'), disposition }),
  v.strictObject({ kind: v.literal('article'), article: name }),
  v.strictObject({ kind: v.literal('transfer'), to: text }),
  v.strictObject({ kind: v.picklist(['promise', 'call-back']), what: said, within: text }),
  v.strictObject({ kind: v.literal('private'), on: v.boolean() }),
])

const common = {
  ...{ id: name, title: said, say: v.optional(said) },
  // Packs that were built before a step could say it have none.
  identity: v.optional(v.picklist(identitySteps)),
}
const next = list(v.strictObject({ when: v.optional(expression), to: name }))

const Step = v.variant('kind', [
  v.strictObject({ ...common, kind: v.literal('say'), next }),
  v.strictObject({ ...common, kind: v.literal('ask'), fields: list(Field), next }),
  v.strictObject({ ...common, kind: v.literal('check'), next }),
  v.strictObject({ ...common, kind: v.literal('do'), acts: list(Act), next }),
  v.strictObject({
    ...{ ...common, kind: v.literal('guide'), guide: name, next },
    // Packs that were built before a guide could be told anything have none.
    with: v.optional(list(v.strictObject(setting)), []),
  }),
  v.strictObject({ ...common, kind: v.literal('end'), disposition: v.optional(disposition) }),
])

export const GuideSchema = v.strictObject({
  id: name,
  revision: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  ...{ title: said, summary: said, start: name },
  suggest: v.strictObject({
    ...{ queues: list(text), numbers: list(text), when: v.optional(expression) },
    words: v.strictObject(v.entriesFromList(languages, list(text))),
  }),
  fields: v.optional(list(Field), []),
  steps: v.pipe(list(Step), v.minLength(1)),
}) as v.GenericSchema<unknown, Guide>
