import { faultIn } from '../fault.ts'
import type { Fault, Located, Path } from '../fault.ts'
import { deeds } from '../schemas/guide-schema.ts'

/** What stands in a step, whether its parts are right or not. */
type Step = Readonly<Partial<Record<(typeof deeds)[number] | 'say' | 'next' | 'with', unknown>>>

/** What a schema of keys cannot say of a step: that it is exactly one thing. */
export function stepShapeFaults(source: Located, step: Step): readonly Fault[] {
  const faults: Fault[] = []
  const fault = (path: Path, sentence: string, remedy: string): void => {
    faults.push(faultIn(source, path, { kind: 'step-shape', sentence, remedy }))
  }
  const [first, second] = deeds.filter((deed) => step[deed] !== undefined)
  if (second !== undefined)
    fault(
      [second],
      `A step has both “${first ?? ''}” and “${second}”.`,
      'Make a step of each, one after the other.',
    )
  if (first === undefined && step.say === undefined)
    fault([], 'The step says nothing and does nothing.', `Add “say:”, “${deeds.join(':”, “')}:”.`)
  if (first === 'check' && step.say !== undefined)
    fault(['say'], 'A step that checks shows nothing, and so says nothing.', 'Say it in the step before.')
  if ((first === 'check' || first === 'end') && step.next !== undefined)
    fault(['next'], `A step with “${first}” has no “next”.`, first === 'end' ? endsHere : branchesThere)
  return [...faults, ...toldToNobody(source, step), ...manyAtOnce(source, step.do)]
}

const toldToNobody = (source: Located, step: Step): readonly Fault[] =>
  step.with === undefined || step.guide !== undefined
    ? []
    : [
        faultIn(source, ['with'], {
          kind: 'step-shape',
          sentence: 'Only a guide that is called is told something.',
          remedy: 'Add “guide:” with its name, or use “set” below “do”.',
        }),
      ]

const manyAtOnce = (source: Located, acts: unknown): readonly Fault[] =>
  (Array.isArray(acts) ? acts : []).flatMap((act: unknown, index) => {
    const count = act !== null && typeof act === 'object' ? Object.keys(act).length : 1
    if (count === 1) return []
    const sentence = `One thing to do is ${count} things here.`
    const remedy = 'Begin each thing with “- ”, on a line of its own.'
    return [faultIn(source, ['do', index], { kind: 'step-shape', sentence, remedy })]
  })

const endsHere = 'Take it out, or take “end” out.'
const branchesThere = 'Write the branches below “check”.'

/** And that it leads on. */
export function leadsNowhere(source: Located, step: Step): readonly Fault[] {
  if (step.next !== undefined || step.check !== undefined || step.end !== undefined) return []
  return [
    faultIn(source, [], {
      kind: 'dead-end',
      sentence: 'The step leads nowhere.',
      remedy: 'Add “next:” with the name of a step, or “end: true”.',
    }),
  ]
}
