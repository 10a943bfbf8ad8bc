import { stepOf } from './guide-fields.ts'
import type { GuideRun, Visit } from './guide-run.ts'
import { isShown } from './walk-guide.ts'

/** What a step is worth, by many runs. Holds nothing of a customer. Times are milliseconds. */
export interface StepWorth {
  readonly guide: string
  readonly step: string
  readonly visits: number
  /** Of the visits that have ended. */
  readonly medianTime: number | undefined
  /** Runs that were given up here, or left here and never gone on with. */
  readonly droppedOff: number
  readonly jumpsFrom: number
  readonly jumpsTo: number
  readonly backsFrom: number
}

/** What a guide is worth in one version of its pack. */
export interface GuideWorth {
  readonly pack: string
  readonly version: number
  readonly guide: string
  readonly runs: number
  readonly done: number
  readonly abandoned: number
  /** Of the runs that were done, from their first step to their last. */
  readonly medianTime: number | undefined
  /** Those that were shown, most visited first. */
  readonly steps: readonly StepWorth[]
}

/** A run that nobody has gone on with for so long was left: a day. */
const forgotten = 86_400_000

/** The guides that these runs were of, most followed first. */
export function worthOf(runs: readonly GuideRun[], now: number): readonly GuideWorth[] {
  const together = groupedBy(runs, ({ pack, guides }) =>
    JSON.stringify([pack.name, pack.version, guides[0]?.id ?? '']),
  )
  return [...together.values()]
    .flatMap((some) => (some[0] ? [worthOfGuide(some[0], some, now)] : []))
    .sort((a, b) => b.runs - a.runs)
}

function worthOfGuide({ pack, guides }: GuideRun, runs: readonly GuideRun[], now: number): GuideWorth {
  const done = runs.filter(({ state }) => state === 'done')
  return {
    pack: pack.name,
    version: pack.version,
    guide: guides[0]?.id ?? '',
    runs: runs.length,
    done: done.length,
    abandoned: runs.filter(({ state }) => state === 'abandoned').length,
    medianTime: median(done.map(({ visits }) => sum(visits.flatMap(timeOf)))),
    steps: worthOfSteps(runs, now),
  }
}

interface Met {
  readonly run: GuideRun
  readonly visit: Visit
  readonly next: Visit | undefined
}

function worthOfSteps(runs: readonly GuideRun[], now: number): readonly StepWorth[] {
  // Silent steps stand between: how the agent went on is how the next visit of all came about.
  const met = runs.flatMap((run) =>
    run.visits
      .map((visit, index): Met => ({ run, visit, next: run.visits[index + 1] }))
      .filter(({ visit }) => wasShown(run, visit)),
  )
  const jumped = groupedBy(
    met.filter(({ visit }) => visit.how === 'jump'),
    nameOf,
  )
  return [...groupedBy(met, nameOf)]
    .map(([name, visits]) => worthOfStep(visits, jumped.get(name)?.length ?? 0, now))
    .sort((a, b) => b.visits - a.visits)
}

function groupedBy<T>(all: readonly T[], nameOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(nameOf(one))
    if (group) group.push(one)
    else groups.set(nameOf(one), [one])
  }
  return groups
}

const nameOf = ({ visit: { guide, step } }: Met): string => JSON.stringify([guide, step])

function wasShown({ guides }: GuideRun, visit: Visit): boolean {
  const step = stepOf(guides, visit)
  return step !== undefined && isShown(step)
}

function worthOfStep(met: readonly Met[], jumpsTo: number, now: number): StepWorth {
  const went = (how: Visit['how']) => met.filter(({ next }) => next?.how === how).length
  return {
    guide: met[0]?.visit.guide ?? '',
    step: met[0]?.visit.step ?? '',
    visits: met.length,
    medianTime: median(met.flatMap(({ visit }) => timeOf(visit))),
    droppedOff: met.filter((one) => wasDropped(one, now)).length,
    jumpsFrom: went('jump'),
    jumpsTo,
    backsFrom: went('back'),
  }
}

/** The words of the last step are the end, whether or not the agent has said so. */
function wasDropped({ run, visit, next }: Met, now: number): boolean {
  if (next || run.state === 'done') return false
  if (run.callers.length === 0 && stepOf(run.guides, visit)?.kind === 'end') return false
  return run.state === 'abandoned' || now - (visit.leftAt ?? visit.enteredAt) > forgotten
}

const timeOf = ({ enteredAt, leftAt }: Visit): readonly number[] =>
  leftAt === undefined ? [] : [leftAt - enteredAt]

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** The middle one, or the mean of the two in the middle. */
function median(numbers: readonly number[]): number | undefined {
  const sorted = [...numbers].sort((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? undefined : (low + high) / 2
}
