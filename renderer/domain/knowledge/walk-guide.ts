import { failed, ok } from '../result.ts'
import type { Result } from '../result.ts'
import { askActs } from './ask-acts.ts'
import { askDisposition } from './asking.ts'
import { holds } from './condition.ts'
import type { Answers } from './guide-fields.ts'
import { answersOf, guideOf, stepOf } from './guide-fields.ts'
import type { Asked, Frame, GuideRun, Visit } from './guide-run.ts'
import type { Branch, Step } from './guide.ts'
import { valuesAt } from './moment.ts'
import type { Moment } from './moment.ts'
import { setAnswers } from './set-answers.ts'
import type { FollowFault, Followed, Stepped } from './stepped.ts'
import { leftAt, visited, wasAt } from './visits.ts'

/** Steps that decide by themselves, one after another. No guide for people has as many. */
const longestWalk = 200
/** Guides that wait for the one that they called. */
const deepest = 20

type Somewhere = Frame & { readonly callers: readonly Frame[] }

/** Whether the agent sees the step, rather than only what comes after it. */
export const isShown = (step: Step): boolean =>
  step.kind === 'ask' || step.kind === 'say' || (step.kind !== 'check' && step.say !== undefined)

/** Goes to a step, and on through those that decide by themselves, to the next that is shown or to the end. */
export function walkTo(run: GuideRun, to: Somewhere, moment: Moment, how: Visit['how'] = 'next'): Followed {
  let now: Stepped = { run, asked: [] }
  let next = to
  for (let count = 0; count < longestWalk; count++) {
    const { guide, step: id, callers } = next
    const step = stepOf(run.guides, next)
    if (!step) return failed('no-such-step')
    const there = { ...now.run, at: { guide, step: id }, callers }
    now = arrive(there, step, { moment, how: count === 0 ? how : 'next', asked: now.asked })
    if (isShown(step)) return ok(now)
    now = handingOver(now, step, moment)
    const onward = wayOn(now.run, step, { moment })
    if (!onward.ok) return onward
    if (onward.value === 'over') return ok({ ...now, run: over(now.run, moment) })
    next = onward.value
  }
  return failed('goes-round')
}

/** Leaves the step that is shown. `answers` are those that count here, and perhaps nowhere else. */
export function walkOn(run: GuideRun, moment: Moment, answers?: Answers): Followed {
  const step = stepOf(run.guides, run.at)
  if (!step) return failed('no-such-step')
  const handed = handingOver({ run, asked: [] }, step, moment)
  const onward = wayOn(handed.run, step, { moment, answers })
  if (!onward.ok) return onward
  if (onward.value === 'over') return ok({ run: over(run, moment), asked: [] })
  const there = walkTo(withTrail(handed.run), onward.value, moment)
  return there.ok ? ok({ ...there.value, asked: [...handed.asked, ...there.value.asked] }) : there
}

/** What the other guide is told, when it begins: what was answered or put right until then counts. */
function handingOver({ run, asked }: Stepped, step: Step, moment: Moment): Stepped {
  if (step.kind !== 'guide' || step.with.length === 0) return { run, asked }
  const { run: after, asked: more } = setAnswers(run, step.with, moment)
  return { run: after, asked: [...asked, ...more] }
}

/** With the step that is shown among those to go back to. */
export const withTrail = (run: GuideRun): GuideRun => ({
  ...run,
  trail: [...run.trail, { ...run.at, callers: run.callers, isPrivate: run.isPrivate }],
})

function arrive(
  run: GuideRun,
  step: Step,
  {
    moment,
    how,
    asked,
  }: { readonly moment: Moment; readonly how: Visit['how']; readonly asked: readonly Asked[] },
): Stepped {
  const isFirstTime = !wasAt(run, run.at)
  const there = visited(run, moment.at, how)
  if (step.kind === 'do') {
    const done = askActs(there, step.acts, { moment, isFirstTime })
    return { run: done.run, asked: [...asked, ...done.asked] }
  }
  if (step.kind === 'end' && step.disposition !== undefined)
    return { run: there, asked: [...asked, askDisposition(step.disposition, run.at)] }
  return { run: there, asked }
}

const over = (run: GuideRun, { at }: Moment): GuideRun => ({ ...leftAt(run, at), state: 'done', endedAt: at })

interface Scene {
  readonly moment: Moment
  readonly answers?: Answers | undefined
  /** The last step of the guide that comes back here. */
  readonly ended?: string
}

type Onward = Result<Somewhere | 'over', FollowFault>

/** Where it goes on behind a step: another step, another guide's first, or back in the guide that called. */
function wayOn(run: GuideRun, step: Step, scene: Scene): Onward {
  if (step.kind === 'guide') return into(run, step.guide)
  if (step.kind !== 'end') return along(run, step.next, { ...run.at, callers: run.callers, ...scene })
  const caller = run.callers.at(-1)
  if (!caller) return ok('over')
  const from = stepOf(run.guides, caller)
  return from?.kind === 'guide'
    ? along(run, from.next, { ...caller, callers: run.callers.slice(0, -1), ...scene, ended: step.id })
    : failed('no-such-step')
}

function into({ guides, at, callers }: GuideRun, id: string): Onward {
  const guide = guideOf(guides, id)
  if (!guide) return failed('no-such-guide')
  if (callers.length >= deepest) return failed('too-deep')
  return ok({ guide: id, step: guide.start, callers: [...callers, at] })
}

function along(
  run: GuideRun,
  branches: readonly Branch[],
  { guide, callers, moment, answers = answersOf(run), ended }: Somewhere & Scene,
): Onward {
  const needsValues = branches.some(({ when }) => when !== undefined)
  const values = needsValues
    ? { ...valuesAt(run, moment, answers), ...(ended !== undefined && { ended }) }
    : {}
  const branch = branches.find(({ when }) => holds(when, values))
  return branch ? ok({ guide, step: branch.to, callers }) : failed('no-way-on')
}
