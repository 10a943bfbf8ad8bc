import type { CaseId, ContactId, GuideRunId, InteractionId } from '../ids.ts'
import { failed, ok } from '../result.ts'
import { askPrivate } from './asking.ts'
import { guideOf, guidesFrom, stepOf } from './guide-fields.ts'
import type { Frame, GuideRun, Place } from './guide-run.ts'
import type { Guide } from './guide.ts'
import type { Moment } from './moment.ts'
import { privateSteps } from './private-steps.ts'
import type { Followed } from './stepped.ts'
import { leftAt, visited } from './visits.ts'
import { walkOn, walkTo, withTrail } from './walk-guide.ts'

/** What is followed, and for whom. */
export interface Beginning {
  readonly id: GuideRunId
  readonly pack: GuideRun['pack']
  /** The pack's; the run takes those that it can come to. */
  readonly guides: readonly Guide[]
  readonly guide: string
  readonly interaction: InteractionId
  readonly contact: ContactId | undefined
  readonly case: CaseId | undefined
}

/** Begins a guide at its first step, or at the first after it that is shown. */
export function begin(beginning: Beginning, moment: Moment): Followed {
  const { guides: all, guide: id, ...about } = beginning
  const guide = guideOf(all, id)
  if (!guide) return failed('no-such-guide')
  const at: Frame = { guide: id, step: guide.start }
  const run: GuideRun = {
    ...about,
    ...{ guides: guidesFrom(all, id), state: 'running', at, callers: [], answers: [], visits: [], trail: [] },
    ...{ isPrivate: false, waiting: [], filled: [], startedAt: moment.at, endedAt: undefined },
  }
  return walkTo(run, { ...at, callers: [] }, moment, 'begun')
}

/** From a step that asks nothing. */
export function next(run: GuideRun, moment: Moment): Followed {
  if (run.state !== 'running') return failed('not-running')
  if (stepOf(run.guides, run.at)?.kind === 'ask') return failed('must-answer')
  return walkOn(run, moment)
}

/** To the step that was shown before, as it was; what was answered since stays. */
export function back(run: GuideRun, { at }: Moment): Followed {
  if (run.state !== 'running') return failed('not-running')
  const before = run.trail.at(-1)
  if (!before) return failed('nothing-before')
  const there = { ...run, ...placed(before), trail: run.trail.slice(0, -1) }
  return ok({
    run: visited(there, at, 'back'),
    asked: before.isPrivate === run.isPrivate ? [] : [askPrivate(before.isPrivate, there.at)],
  })
}

const placed = ({ guide, step, callers, isPrivate }: Place) => ({ at: { guide, step }, callers, isPrivate })

/**
 * To any step of the guide, or of one that called it. A jump into a private stretch begins it; none ends it, since the
 * customer may still be speaking: that is the agent's to do.
 */
export function jump(run: GuideRun, step: string, moment: Moment): Followed {
  if (run.state !== 'running') return failed('not-running')
  const to = findUpwards(run, step)
  if (!to) return failed('no-such-step')
  const guide = guideOf(run.guides, to.guide)
  const begins = !run.isPrivate && guide !== undefined && privateSteps(guide).has(step)
  const from = withTrail(run)
  const there = walkTo(begins ? { ...from, isPrivate: true } : from, to, moment, 'jump')
  if (!there.ok || !begins) return there
  return ok({ ...there.value, asked: [askPrivate(true, { guide: to.guide, step }), ...there.value.asked] })
}

function findUpwards({ guides, at, callers }: GuideRun, step: string) {
  const open = [...callers, at]
  const depth = open.findLastIndex(({ guide }) => stepOf(guides, { guide, step }) !== undefined)
  const frame = open[depth]
  return frame && { guide: frame.guide, step, callers: open.slice(0, depth) }
}

/** Gives it up. What was answered stays; a private stretch goes on until the agent ends it. */
export function abandon(run: GuideRun, { at }: Moment): Followed {
  if (run.state !== 'running') return failed('not-running')
  return ok({ run: { ...leftAt(run, at), state: 'abandoned', endedAt: at }, asked: [] })
}

/** Notes that the agent is elsewhere: another guide, the end of the conversation. It can be gone on with. */
export const leave = (run: GuideRun, { at }: Pick<Moment, 'at'>): GuideRun => leftAt(run, at)

/** Goes on where it was left, on another channel or after a restart. Time that nobody saw passing counts as none. */
export function resume(run: GuideRun, interaction: InteractionId, { at }: Moment): Followed {
  if (run.state !== 'running') return failed('not-running')
  const left = leftAt(run, run.visits.at(-1)?.enteredAt ?? at)
  return ok({
    run: visited({ ...left, interaction }, at, 'resumed'),
    asked: run.isPrivate ? [askPrivate(true, run.at)] : [],
  })
}

/** Ends a private stretch by hand, also of a run that has ended in one. */
export const endPrivate = (run: GuideRun): Followed<never> =>
  ok({ run: { ...run, isPrivate: false }, asked: run.isPrivate ? [askPrivate(false, run.at)] : [] })
