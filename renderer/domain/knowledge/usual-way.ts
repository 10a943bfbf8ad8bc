import { guideOf, stepOf } from './guide-fields.ts'
import type { Frame, GuideRun } from './guide-run.ts'
import { isShown } from './walk-guide.ts'

type Place = Pick<GuideRun, 'guides' | 'at' | 'callers'>

/** No run of a guide for people is as long. */
const longest = 200

/**
 * How many steps are still to be shown, where every list of branches goes its last way: the one that is meant where
 * nothing special is the case. It reads no condition, since it is asked for after every step.
 */
export function stepsAhead(run: Place): number {
  let ahead = 0
  const been = new Set<string>()
  for (let now = afterwards(run); now && been.size < longest; now = afterwards(now)) {
    const step = stepOf(now.guides, now.at)
    const name = JSON.stringify([now.at, now.callers])
    if (!step || been.has(name)) break
    been.add(name)
    if (isShown(step)) ahead++
  }
  return ahead
}

function afterwards(place: Place): Place | undefined {
  const { guides, at, callers } = place
  const step = stepOf(guides, at)
  if (!step) return undefined
  if (step.kind === 'guide') {
    const guide = guideOf(guides, step.guide)
    return guide && { guides, at: { guide: guide.id, step: guide.start }, callers: [...callers, at] }
  }
  if (step.kind !== 'end') return along(place, at, step.next)
  const caller = callers.at(-1)
  const from = caller && stepOf(guides, caller)
  return caller && from?.kind === 'guide'
    ? along({ ...place, callers: callers.slice(0, -1) }, caller, from.next)
    : undefined
}

function along(
  { guides, callers }: Place,
  { guide }: Frame,
  branches: readonly { readonly to: string }[],
): Place | undefined {
  const branch = branches.at(-1)
  return branch && { guides, callers, at: { guide, step: branch.to } }
}
