import * as v from 'valibot'

import { dispositions } from '../../../renderer/domain/interaction.ts'
import { identitySteps } from '../../../renderer/domain/knowledge/guide.ts'
import { askedField, expression, valueExpression } from './field-schema.ts'
import { part } from './part.ts'
import {
  caseField,
  counting,
  fieldName,
  name,
  said,
  saidList,
  saidShort,
  short,
  shortList,
} from './words-schema.ts'

const disposition = v.picklist(dispositions)

const branches = v.pipe(
  v.array(part({ when: v.optional(expression), to: name })),
  v.minLength(1, 'at least one branch stands here'),
  v.maxLength(50, '50 branches are the most'),
)

/** ISO 8601, without months and years: how long they are depends on the day. */
const duration = v.pipe(
  v.string(),
  v.regex(
    /^P(?=[\dT])(?:\d{1,3}W|(?:\d{1,3}D)?(?:T(?=\d)(?:\d{1,3}H)?(?:\d{1,3}M)?)?)$/,
    'a time from now is written P5D (five days), P2W (two weeks) or PT4H (four hours)',
  ),
)

const later = part({ what: saidShort, within: duration })

/** The one key of each says what is done; `acts.ts` sees to it that it is one. */
const act = v.pipe(
  part({
    fill: v.optional(
      part({
        field: caseField,
        value: valueExpression,
      }),
    ),
    set: v.optional(part({ field: fieldName, value: valueExpression })),
    disposition: v.optional(disposition),
    article: v.optional(name),
    transfer: v.optional(short),
    promise: v.optional(later),
    'call-back': v.optional(later),
    private: v.optional(v.picklist(['begin', 'end'])),
  }),
  v.metadata({ minProperties: 1, maxProperties: 1 }),
)
export type SourceAct = v.InferOutput<typeof act>

/** What a step can do beside saying something; each has at most one of them. */
export const deeds = ['ask', 'check', 'do', 'guide', 'end'] as const

const onlyOne = {
  oneOf: [
    { required: ['say'], not: { anyOf: deeds.map((deed) => ({ required: [deed] })) } },
    ...deeds.map((deed) => ({ required: [deed] })),
  ],
}

export const StepSource = v.pipe(
  part({
    title: saidShort,
    say: v.optional(said),
    identity: v.optional(v.picklist(identitySteps)),
    ask: v.optional(
      v.pipe(
        v.array(askedField),
        v.minLength(1, 'at least one field stands here'),
        v.maxLength(30, '30 fields are the most'),
      ),
    ),
    check: v.optional(branches),
    do: v.optional(
      v.pipe(
        v.array(act),
        v.minLength(1, 'at least one thing stands here'),
        v.maxLength(30, '30 things are the most'),
      ),
    ),
    guide: v.optional(name),
    with: v.optional(v.record(fieldName, valueExpression)),
    end: v.optional(v.union([v.literal(true), disposition])),
    next: v.optional(v.union([name, branches])),
  }),
  v.metadata({ ...onlyOne, dependencies: { with: ['guide'] } }),
)
export type StepSource = v.InferOutput<typeof StepSource>

const Suggest = part({
  queues: v.optional(shortList),
  numbers: v.optional(
    v.array(v.pipe(v.string(), v.regex(/^\+[1-9]\d{5,14}$/, 'a number is written +18005550100 (E.164)'))),
  ),
  words: v.optional(saidList),
  when: v.optional(expression),
})

/** `guides/ID.yaml`, its steps apart, so that a fault in one leaves the others to be checked. */
const entries = {
  revision: counting,
  title: saidShort,
  summary: said,
  suggest: v.optional(Suggest),
  /** Those that are set, and that no step has to ask for. */
  fields: v.optional(v.pipe(v.array(askedField), v.maxLength(100, '100 fields are the most'))),
  start: v.optional(name),
}

const noSteps = 'a guide has at least one step'

export const GuideHead = part({
  ...entries,
  steps: v.pipe(v.record(v.string(), v.unknown()), v.minEntries(1, noSteps)),
})
export type GuideHead = v.InferOutput<typeof GuideHead>

export const GuideFile = part({
  ...entries,
  steps: v.pipe(v.record(name, StepSource), v.minEntries(1, noSteps)),
})
