import { askToFill } from './asking.ts'
import { checkAnswer } from './check-answer.ts'
import { textOf } from './condition.ts'
import { answersOf, fieldsIn, guideOf } from './guide-fields.ts'
import type { Answer, GuideRun } from './guide-run.ts'
import type { Setting } from './guide.ts'
import { valuesAt } from './moment.ts'
import type { Moment } from './moment.ts'
import type { Stepped } from './stepped.ts'

/**
 * Answers that the guide gives by itself, in order: each sees those before it. What the field could not be answered with
 * is not known. They are kept in a private stretch too, since they are worked out of nothing that was answered there.
 */
export function setAnswers(run: GuideRun, settings: readonly Setting[], moment: Moment): Stepped {
  let now: Stepped = { run, asked: [] }
  for (const setting of settings) {
    const { run: after, asked } = setAnswer(now.run, setting, moment)
    now = { run: after, asked: [...now.asked, ...asked] }
  }
  return now
}

export function setAnswer(
  run: GuideRun,
  { field: name, value: expression }: Setting,
  moment: Moment,
): Stepped {
  const field = fieldsIn(run.guides).get(name)
  // Consent is what somebody said to words that were read to them: no guide can give it.
  if (!field || field.type.kind === 'consent') return { run, asked: [] }
  const bounds = { today: moment.facts.today, country: moment.country }
  const text = textOf(expression, valuesAt(run, moment))
  const checked = checkAnswer({ type: field.type, required: false }, text, bounds)
  const value = checked.ok ? checked.value : undefined
  if (answersOf(run).get(name) === value) return { run, asked: [] }
  const { guide, step } = run.at
  const revision = guideOf(run.guides, guide)?.revision ?? 0
  const answer: Answer = { field: name, value, guide, revision, step, at: moment.at, by: 'guide' }
  return { run: { ...run, answers: [...run.answers, answer] }, asked: askToFill(field, value, run.at) }
}
