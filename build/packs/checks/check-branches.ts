import type { Step } from '../../../renderer/domain/knowledge/guide.ts'
import { faultIn } from '../fault.ts'
import type { Fault } from '../fault.ts'
import type { GuideSource, PackSource } from '../read/pack-source.ts'
import { branchesOf, branchPath } from './check-steps.ts'

/** The first branch that holds is taken: the last has no condition, and no other is without one. */
export const checkBranches = ({ guides }: PackSource): readonly Fault[] =>
  guides.flatMap((source) => source.guide.steps.flatMap((step) => checkStep(source, step)))

function checkStep(source: GuideSource, step: Step): readonly Fault[] {
  const branches = branchesOf(step)
  return branches.flatMap(({ when }, index) => {
    const isLast = index === branches.length - 1
    if (isLast === (when === undefined)) return []
    const path = branchPath(step, index, isLast ? 'when' : 'to')
    return [faultIn(source, path, { kind: 'last-branch', ...(isLast ? open : early) })]
  })
}

const open = {
  sentence: 'The last branch has a condition: where it does not hold, nothing leads on.',
  remedy: 'Add a branch without “when” below.',
}
const early = {
  sentence: 'A branch without a condition stands before others, which are then never taken.',
  remedy: 'Give it a “when”, or put it last.',
}
