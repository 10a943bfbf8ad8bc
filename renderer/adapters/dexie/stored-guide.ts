import * as v from 'valibot'

import { dispositions } from '../../domain/interaction.ts'
import { identitySteps } from '../../domain/knowledge/guide.ts'
import type { Guide } from '../../domain/knowledge/guide.ts'
import { languages } from '../../domain/language.ts'
import { maybe } from './maybe.ts'
import { fieldKey } from './stored-fields.ts'

/**
 * Guides as they lie in a run. The format is the store's own: what a pack may hold today says nothing about a run that
 * was begun with the pack of last month.
 */

const text = v.string()
const number = v.number()
const said = v.object(v.entriesFromList(languages, text))
const texts = v.array(text)
const bound = maybe(v.union([text, number]))
const disposition = v.picklist(dispositions)

const FieldType = v.variant('kind', [
  v.object({ kind: v.literal('text'), longest: number, lines: v.picklist(['one', 'several']) }),
  v.object({ kind: v.literal('choice'), choices: v.array(v.object({ value: text, label: said })) }),
  v.object({ kind: v.literal('date'), earliest: bound, latest: bound }),
  v.object({ kind: v.literal('number'), least: maybe(number), most: maybe(number) }),
  v.object({ kind: v.literal('telephone') }),
  v.object({ kind: v.literal('postal-code'), country: v.picklist(['CA', 'US', 'FR', 'GB']) }),
  v.object({ kind: v.literal('consent'), words: said }),
])

const Field = v.object({
  ...{ name: text, label: said, hint: maybe(said), type: FieldType },
  ...{ required: v.boolean(), fills: maybe(fieldKey) },
})

/** What a run has asked for. */
export const storedAskedAct = v.variant('kind', [
  v.object({ kind: v.literal('fill'), field: fieldKey, value: text }),
  v.object({ kind: v.literal('disposition'), disposition }),
  v.object({ kind: v.literal('article'), article: text }),
  v.object({ kind: v.literal('transfer'), to: text }),
  v.object({ kind: v.picklist(['promise', 'call-back']), what: said, within: text }),
  v.object({ kind: v.literal('private'), on: v.boolean() }),
])

const setting = v.object({ field: text, value: text })

const storedAct = v.variant('kind', [
  ...storedAskedAct.options,
  v.object({ kind: v.literal('set'), ...setting.entries }),
])

const common = {
  ...{ id: text, title: said, say: maybe(said) },
  // Runs of before a step could say it have none.
  identity: v.optional(v.picklist(identitySteps)),
}
const next = v.array(v.object({ when: maybe(text), to: text }))

const Step = v.variant('kind', [
  v.object({ ...common, kind: v.literal('say'), next }),
  v.object({ ...common, kind: v.literal('ask'), fields: v.array(Field), next }),
  v.object({ ...common, kind: v.literal('check'), next }),
  v.object({ ...common, kind: v.literal('do'), acts: v.array(storedAct), next }),
  v.object({
    ...{ ...common, kind: v.literal('guide'), guide: text, next },
    // Runs of before a guide could be told anything have none.
    with: v.optional(v.array(setting), []),
  }),
  v.object({ ...common, kind: v.literal('end'), disposition: maybe(disposition) }),
])

export const storedGuide: v.GenericSchema<unknown, Guide> = v.object({
  ...{ id: text, revision: number, title: said, summary: said, start: text, steps: v.array(Step) },
  fields: v.optional(v.array(Field), []),
  suggest: v.object({
    ...{ queues: texts, numbers: texts, when: maybe(text) },
    words: v.object(v.entriesFromList(languages, texts)),
  }),
})
