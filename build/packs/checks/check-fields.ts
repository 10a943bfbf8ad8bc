import { reservedNames } from '../../../renderer/domain/knowledge/expression-grammar.ts'
import { faultIn } from '../fault.ts'
import type { Fault, Path } from '../fault.ts'
import type { GuideSource, PackSource } from '../read/pack-source.ts'
import { sameNames } from './check-names.ts'

interface Asked {
  readonly source: GuideSource
  readonly path: Path
  /** `undefined` for one that no step asks for. */
  readonly step: string | undefined
  readonly name: string
  readonly type: string
}

/** A name means one thing in the whole pack, since guides see each other's answers. */
export function checkFields({ guides }: PackSource): readonly Fault[] {
  const first = new Map<string, Asked>()
  const faults: Fault[] = []
  for (const asked of guides.flatMap(allAsked)) {
    const { path } = asked
    if (reservedNames.has(asked.name))
      faults.push(faultIn(asked.source, [...path, 'name'], reserved(asked.name)))
    const before = first.get(asked.name)
    if (before === undefined) first.set(asked.name, asked)
    else if (before.type !== asked.type)
      faults.push(faultIn(asked.source, [...path, 'type'], twoTypes(asked, before)))
  }
  return [...faults, ...guides.flatMap(namesInSteps)]
}

const allAsked = (source: GuideSource): readonly Asked[] =>
  fieldLists(source).flatMap(({ fields, path, step }) =>
    fields.map(({ name, type }, index) => ({ source, step, name, type: type.kind, path: [...path, index] })),
  )

/** What each step asks for, and what the guide has besides. */
const fieldLists = ({ guide }: GuideSource) => [
  { fields: guide.fields, path: ['fields'], step: undefined },
  ...guide.steps.flatMap((step) =>
    step.kind === 'ask' ? [{ fields: step.fields, path: ['steps', step.id, 'ask'], step: step.id }] : [],
  ),
]

const reserved = (name: string) => ({
  kind: 'reserved-name' as const,
  sentence: `“${name}” means something else in conditions and words.`,
  remedy: `Call the field otherwise, such as “${name}_given”.`,
})

const twoTypes = (asked: Asked, before: Asked) => ({
  kind: 'two-types' as const,
  sentence: `“${asked.name}” is a ${asked.type} here and a ${before.type} in ${before.step === undefined ? 'the fields' : `the step “${before.step}”`} of ${before.source.file}.`,
  remedy: 'Give one of them another name, or both the same type.',
})

/** Two fields of a list with one name, two choices with one value. */
const namesInSteps = (source: GuideSource): readonly Fault[] =>
  fieldLists(source).flatMap(({ fields, path }) => [
    ...sameNames(fields.map(({ name }, index) => ({ source, name, path: [...path, index, 'name'] }))),
    ...fields.flatMap(({ type }, index) =>
      type.kind !== 'choice'
        ? []
        : sameNames(
            type.choices.map(({ value }, at) => ({
              ...{ source, name: value },
              path: [...path, index, 'choices', at, 'value'],
            })),
          ),
    ),
  ])
