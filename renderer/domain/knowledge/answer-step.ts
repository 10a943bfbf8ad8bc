import { customName } from '../case-field.ts'
import type { FieldKey } from '../case-field.ts'
import { failed, ok } from '../result.ts'
import type { Result } from '../result.ts'
import { askToFill } from './asking.ts'
import { checkAnswer } from './check-answer.ts'
import type { AnswerFault } from './check-answer.ts'
import type { GuideFacts } from './guide-facts.ts'
import { answersOf, askedIn, guideOf, stepOf } from './guide-fields.ts'
import type { AskedAt } from './guide-fields.ts'
import type { Answer, AnswerValue, Frame, GuideRun } from './guide-run.ts'
import type { Field, FieldName } from './guide.ts'
import type { Moment } from './moment.ts'
import type { FollowFault, Followed, Stepped } from './stepped.ts'
import { walkOn } from './walk-guide.ts'

/** As typed or chosen, by the name of the field. */
export type Typed = ReadonlyMap<FieldName, string | boolean>

/** Faults of the answers, or why the guide cannot take any. */
export type AnswerRefusal = readonly AnswerFault[] | FollowFault

/** Takes the answers of the step that is shown, and goes on; with one fault, none is taken. */
export function answer(run: GuideRun, typed: Typed, moment: Moment): Followed<AnswerRefusal> {
  if (run.state !== 'running') return failed('not-running')
  const step = stepOf(run.guides, run.at)
  if (step?.kind !== 'ask') return failed('asks-nothing')
  const given = checkAll(step.fields, typed, moment)
  if (!given.ok) return given
  const taken = take(run, given.value, moment)
  // Inside a private stretch the answers decide where to go on, and are forgotten with that.
  const counting = new Map([
    ...answersOf(run),
    ...given.value.map(({ field, value }) => [field.name, value] as const),
  ])
  const there = walkOn(taken.run, moment, counting)
  if (!there.ok) return there
  return ok({ run: there.value.run, asked: [...taken.asked, ...there.value.asked] })
}

/** Puts an answer right without going anywhere; also of a guide that is over, since what it put into the case stays. */
export function correct(
  run: GuideRun,
  { field: name, typed }: { readonly field: FieldName; readonly typed: string | boolean },
  moment: Moment,
): Followed<AnswerRefusal> {
  const asked = whereAsked(run, name)
  if (!asked) return failed('no-such-field')
  const given = checkAll([asked.field], new Map([[name, typed]]), moment)
  return given.ok ? ok(take(run, given.value, { ...moment, from: asked })) : given
}

/** Where it was answered last, or else where it is asked for. */
function whereAsked(run: GuideRun, name: FieldName): AskedAt | undefined {
  const places = askedIn(run.guides).filter(({ field }) => field.name === name)
  const last = run.answers.findLast(({ field }) => field === name)
  return places.find(({ guide, step }) => guide === last?.guide && step === last.step) ?? places[0]
}

interface Given {
  readonly field: Field
  readonly value: AnswerValue | undefined
}

function checkAll(
  fields: readonly Field[],
  typed: Typed,
  { facts: { today }, country }: Moment,
): Result<readonly Given[], readonly AnswerFault[]> {
  const checked = fields.map((field) => ({
    field,
    result: checkAnswer(field, typed.get(field.name), { today, country }),
  }))
  const faults = checked.flatMap(({ field, result }) =>
    result.ok ? [] : [{ field: field.name, fault: result.problem }],
  )
  if (faults.length > 0) return failed(faults)
  return ok(checked.flatMap(({ field, result }) => (result.ok ? [{ field, value: result.value }] : [])))
}

/** Keeps what is new, and asks for the case to be filled with it; nothing of either inside a private stretch. */
function take(run: GuideRun, given: readonly Given[], moment: Moment & { readonly from?: Frame }): Stepped {
  if (run.isPrivate) return { run, asked: [] }
  const { guide, step } = moment.from ?? run.at
  const before = answersOf(run)
  const fresh = given.filter(
    ({ field, value }) => !before.has(field.name) || before.get(field.name) !== value,
  )
  const answers = fresh.map(({ field, value }): Answer => ({
    ...{ field: field.name, value, guide, step, at: moment.at },
    revision: guideOf(run.guides, guide)?.revision ?? 0,
    by: whoseWord(moment, { field, value }, before.has(field.name)),
  }))
  return {
    run: { ...run, answers: [...run.answers, ...answers] },
    asked: fresh
      .filter(({ field, value }) => value !== knownInCase(field, moment))
      .flatMap(({ field, value }) => askToFill(field, value, { guide, step })),
  }
}

/** What stood in the case and was left as it stood, nobody has said here; what is put right, the agent does. */
function whoseWord(
  moment: Moment & { readonly from?: Frame },
  { field, value }: Given,
  isKnown: boolean,
): Answer['by'] {
  if (moment.from) return 'agent'
  const inCase = knownInCase(field, moment)
  return !isKnown && inCase !== undefined && inCase === value ? 'desk' : 'customer'
}

/** What the case says already where the answer would go, if it is an answer. */
export function knownInCase(
  field: Field,
  { facts, country }: Pick<Moment, 'facts' | 'country'>,
): AnswerValue | undefined {
  const text = field.fills && caseText(facts, field.fills)
  if (text === undefined) return undefined
  const checked = checkAnswer(field, text, { today: facts.today, country })
  return checked.ok ? checked.value : undefined
}

function caseText({ case: about }: GuideFacts, key: FieldKey): string | undefined {
  const name = customName(key) ?? key
  return Object.hasOwn(about.fields, name) ? about.fields[name] : undefined
}
