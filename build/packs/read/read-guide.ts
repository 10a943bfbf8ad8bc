import type { Guide, Step } from '../../../renderer/domain/knowledge/guide.ts'
import { faultAt } from '../fault.ts'
import type { Fault } from '../fault.ts'
import { GuideHead, StepSource } from '../schemas/guide-schema.ts'
import { isName } from '../schemas/words-schema.ts'
import { readShape } from '../source/shape.ts'
import type { TextFile } from '../source/text-file.ts'
import { readYaml } from '../source/yaml-source.ts'
import type { YamlSource } from '../source/yaml-source.ts'
import type { GuideSource } from './pack-source.ts'
import { readField, readStep } from './read-step.ts'
import { leadsNowhere, stepShapeFaults } from './step-shape.ts'

export interface ReadGuide {
  readonly guide: GuideSource | undefined
  readonly faults: readonly Fault[]
}

export function readGuide(id: string, text: TextFile): ReadGuide {
  const { source, faults } = readYaml(text)
  if (source === undefined) return { guide: undefined, faults }
  const head = readShape(source, GuideHead)
  if (head.value === undefined) {
    // The head is at fault; what can be said of the steps is said as well.
    const steps = stepsOf(source.value)
    return { guide: undefined, faults: [...faults, ...head.faults, ...readSteps(source, steps).faults] }
  }
  const read = readSteps(source, head.value.steps)
  return {
    guide: {
      ...{ id, file: source.file, value: source.value },
      ...{ place: source.place, placeIn: source.placeIn },
      guide: asGuide(id, head.value, read),
      sources: read.sources,
      names: read.names,
      whole: read.faults.length === 0,
    },
    faults: [...faults, ...read.faults],
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object'

const stepsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  isObject(value) && isObject(value['steps']) ? value['steps'] : {}

interface ReadSteps {
  readonly names: readonly string[]
  readonly sources: ReadonlyMap<string, StepSource>
  readonly faults: readonly Fault[]
}

function readSteps(source: YamlSource, steps: Readonly<Record<string, unknown>>): ReadSteps {
  const faults: Fault[] = []
  const sources = new Map<string, StepSource>()
  for (const [name, value] of Object.entries(steps)) {
    if (!isName(name)) faults.push(faultAt(source.file, source.place(['steps', name], 'key'), badName(name)))
    const inside: YamlSource = {
      file: source.file,
      value,
      place: (path, on) => source.place(['steps', name, ...path], on),
    }
    const read = readShape(inside, StepSource)
    const wrong = [...read.faults, ...stepShapeFaults(inside, isObject(value) ? value : {})]
    // A “next” that was mistyped would look like none: one fault at a time.
    const all = wrong.length > 0 || read.value === undefined ? wrong : leadsNowhere(inside, read.value)
    faults.push(...all)
    if (all.length === 0 && read.value !== undefined) sources.set(name, read.value)
  }
  return { names: Object.keys(steps), sources, faults }
}

const badName = (name: string) => ({
  kind: 'bad-value' as const,
  sentence: `“${name.slice(0, 40)}” cannot be a step’s name.`,
  remedy: 'A name has small letters, digits and hyphens (60 at most, a letter among them).',
})

function asGuide(id: string, head: GuideHead, { names, sources }: ReadSteps): Guide {
  const { suggest } = head
  const steps: Step[] = [...sources].map(([name, step]) => readStep(name, step))
  return {
    ...{ id, revision: head.revision, title: head.title, summary: head.summary },
    suggest: {
      queues: suggest?.queues ?? [],
      numbers: suggest?.numbers ?? [],
      words: suggest?.words ?? { en: [], fr: [] },
      when: suggest?.when,
    },
    fields: (head.fields ?? []).map(readField),
    start: head.start ?? names[0] ?? '',
    steps,
  }
}
