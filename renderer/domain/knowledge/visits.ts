import type { Frame, GuideRun, Visit } from './guide-run.ts'

/** The run with the step that the agent is at left at that moment, if that was not noted before. */
export function leftAt(run: GuideRun, at: number): GuideRun {
  const last = run.visits.at(-1)
  if (!last || last.leftAt !== undefined) return run
  // A clock that was put back makes no time negative.
  const left = { ...last, leftAt: Math.max(at, last.enteredAt) }
  return { ...run, visits: [...run.visits.slice(0, -1), left] }
}

export function visited(run: GuideRun, at: number, how: Visit['how']): GuideRun {
  const { guide, step } = run.at
  const visit: Visit = { guide, step, enteredAt: at, leftAt: undefined, how }
  return { ...run, visits: [...leftAt(run, at).visits, visit] }
}

export const wasAt = ({ visits }: GuideRun, { guide, step }: Frame): boolean =>
  visits.some((visit) => visit.guide === guide && visit.step === step)
