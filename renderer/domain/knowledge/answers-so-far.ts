import type { Language } from '../language.ts'
import { askedIn } from './guide-fields.ts'
import type { Answer, GuideRun } from './guide-run.ts'
import type { FieldName } from './guide.ts'
import type { Moment } from './moment.ts'
import { shownValue } from './shown-value.ts'
import { aroundOf, shownField } from './what-to-show.ts'
import type { ShownField } from './what-to-show.ts'

/** An answer as it holds now, and the field by which it can be corrected. */
export interface AnswerSoFar {
  readonly shown: ShownField
  /** Written out; `undefined` where the field was passed over. */
  readonly text: string | undefined
  readonly by: Answer['by']
}

/** The newest answer to each field, in the order in which they were first given. */
export function answersSoFar(run: GuideRun, language: Language, moment: Moment): readonly AnswerSoFar[] {
  const newest = new Map<FieldName, Answer>(run.answers.map((one) => [one.field, one]))
  const places = askedIn(run.guides)
  const around = aroundOf(run, language, moment)
  return [...newest.values()].flatMap(({ field: name, value, by, guide, step }) => {
    const named = places.filter(({ field }) => field.name === name)
    const { field } = named.find((one) => one.guide === guide && one.step === step) ?? named[0] ?? {}
    if (!field) return []
    const text =
      value === undefined ? undefined : shownValue(value, field.type, { language, country: moment.country })
    return [{ shown: shownField(field, around), text, by }]
  })
}
