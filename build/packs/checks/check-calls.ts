import { faultIn } from '../fault.ts'
import type { Fault } from '../fault.ts'
import type { PackSource } from '../read/pack-source.ts'
import { reachable } from './graph.ts'
import type { Graph } from './graph.ts'

/** No guide comes back to itself by those that it calls: an agent would be in it twice, with one set of answers. */
export function checkCalls({ guides }: PackSource): readonly Fault[] {
  const graph: Graph = new Map(
    guides.map(({ id, guide }) => [
      id,
      guide.steps.flatMap((step) => (step.kind === 'guide' ? [step.guide] : [])),
    ]),
  )
  return guides.flatMap((source) =>
    source.guide.steps.flatMap((step) =>
      step.kind !== 'guide' || !reachable([step.guide], graph).has(source.id)
        ? []
        : [
            faultIn(source, ['steps', step.id, 'guide'], {
              kind: 'endless-call',
              sentence:
                step.guide === source.id
                  ? 'The guide calls itself.'
                  : `The guide calls “${step.guide}”, which comes to call it again.`,
              remedy: 'Lead to a step of this guide with “next” instead.',
            }),
          ],
    ),
  )
}
