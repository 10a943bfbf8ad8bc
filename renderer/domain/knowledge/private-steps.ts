import { isPrivateAfter } from './ask-acts.ts'
import type { Guide } from './guide.ts'

/** The steps of a guide that its own way only reaches, or also reaches, inside a private stretch. */
export function privateSteps(guide: Guide): ReadonlySet<string> {
  const found = new Set<string>()
  const steps = new Map(guide.steps.map((step) => [step.id, step]))
  const waiting = guide.steps
    .filter((step) => step.kind === 'do' && isPrivateAfter(false, step.acts))
    .map(({ id }) => id)
  const gone = new Set<string>()
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const step = steps.get(id)
    if (!step || gone.has(id) || step.kind === 'end') continue
    gone.add(id)
    if (step.kind === 'do' && !isPrivateAfter(true, step.acts)) continue
    for (const { to } of step.next) {
      found.add(to)
      waiting.push(to)
    }
  }
  return found
}
