import type { Step } from '../../../renderer/domain/knowledge/guide.ts'
import { faultIn } from '../fault.ts'
import type { Fault, Path } from '../fault.ts'
import { remedyFor } from '../nearest.ts'
import type { GuideSource, PackSource } from '../read/pack-source.ts'
import { reachable, reversed, roundsIn, within } from './graph.ts'
import type { Graph } from './graph.ts'

/** Where the steps of each guide lead: to steps that are there, to all of them, and to an end. */
export const checkSteps = ({ guides }: PackSource): readonly Fault[] =>
  guides.flatMap((guide) => {
    const unknown = [
      ...unknownStart(guide),
      ...guide.guide.steps.flatMap((step) => unknownTargets(guide, step)),
    ]
    const graph = graphOf(guide)
    return [
      ...unknown,
      // A name that was mistyped makes the step that was meant look unreachable: one fault at a time.
      ...(unknown.length === 0 && guide.whole ? unreachable(guide, graph) : []),
      ...endlessRounds(guide, graph),
      ...silentRounds(guide, graph),
    ]
  })

export const branchesOf = (step: Step) => (step.kind === 'end' ? [] : step.next)

/** Where a branch of a step stands in its file. */
export const branchPath = (step: Step, index: number, key: 'to' | 'when'): Path => [
  ...['steps', step.id, step.kind === 'check' ? 'check' : 'next'],
  ...[index, key],
]

const graphOf = ({ guide }: GuideSource): Graph =>
  new Map(guide.steps.map((step) => [step.id, branchesOf(step).map(({ to }) => to)]))

function unknownStart(source: GuideSource): readonly Fault[] {
  const { start } = source.guide
  return start === '' || source.names.includes(start) ? [] : [unknownStep(source, ['start'], start)]
}

const unknownTargets = (source: GuideSource, step: Step): readonly Fault[] =>
  branchesOf(step).flatMap(({ to }, index) =>
    source.names.includes(to) ? [] : [unknownStep(source, branchPath(step, index, 'to'), to)],
  )

const unknownStep = (source: GuideSource, path: Path, name: string): Fault =>
  faultIn(source, path, {
    kind: 'unknown-step',
    sentence: `The guide has no step “${name}”.`,
    remedy: remedyFor(name, source.names, 'step'),
  })

function unreachable(source: GuideSource, graph: Graph): readonly Fault[] {
  const found = reachable([source.guide.start], graph)
  return source.names
    .filter((name) => !found.has(name))
    .map((name) =>
      faultIn(source, ['steps', name], {
        kind: 'unreachable-step',
        sentence: `No step leads to “${name}”.`,
        remedy: 'Name it in the “next” of a step, or take it out.',
      }),
    )
}

/** Rounds from which no end can be reached. What is at fault otherwise counts as a way out: it is said there. */
function endlessRounds(source: GuideSource, graph: Graph): readonly Fault[] {
  const outs = source.names.filter((name) => (graph.get(name) ?? []).length === 0)
  const strange = [...graph.values()].flat().filter((name) => !graph.has(name))
  const saved = reachable([...outs, ...strange], reversed(graph))
  const lost = new Set([...graph.keys()].filter((name) => !saved.has(name)))
  return roundsIn(within(graph, lost)).map((round) =>
    faultIn(source, ['steps', round[0] ?? ''], {
      kind: 'endless-round',
      sentence: `${namesOf(round)} round without a way out.`,
      remedy: 'Let one of them lead to a step that ends the guide.',
    }),
  )
}

/** The desk decides these by itself, and nothing changes between two times. */
function silentRounds(source: GuideSource, graph: Graph): readonly Fault[] {
  const silent = source.guide.steps.filter(
    ({ kind, say }) => kind === 'check' || (kind === 'do' && say === undefined),
  )
  return roundsIn(within(graph, new Set(silent.map(({ id }) => id)))).map((round) =>
    faultIn(source, ['steps', round[0] ?? ''], {
      kind: 'silent-round',
      sentence: `${namesOf(round)} round and shows nothing to the agent.`,
      remedy: 'Let the way round go by a step that says or asks something.',
    }),
  )
}

const namesOf = (round: readonly string[]): string =>
  round.length === 1
    ? `The step “${round[0] ?? ''}” goes`
    : `The way by the steps “${round.slice(0, 8).join('”, “')}”${round.length > 8 ? ' and others' : ''} goes`
