import type { FieldKey } from '../../../renderer/domain/case-field.ts'
import type {
  Act,
  Branch,
  Field,
  FieldType,
  Setting,
  Step,
} from '../../../renderer/domain/knowledge/guide.ts'
import type { SourceField } from '../schemas/field-schema.ts'
import type { SourceAct, StepSource } from '../schemas/guide-schema.ts'

/** A step as the desk has it, of one that `stepShapeFaults` has nothing against. */
export function readStep(id: string, source: StepSource): Step {
  const common = {
    ...{ id, title: source.title, say: source.say },
    // Steps without one stay as they are in the packs that were signed before.
    ...(source.identity !== undefined && { identity: source.identity }),
  }
  const next = branchesOf(source.next)
  if (source.ask !== undefined) return { ...common, kind: 'ask', fields: source.ask.map(readField), next }
  if (source.check !== undefined) return { ...common, kind: 'check', next: branchesOf(source.check) }
  if (source.do !== undefined) return { ...common, kind: 'do', acts: source.do.map(readAct), next }
  if (source.guide !== undefined)
    return { ...common, kind: 'guide', guide: source.guide, with: settingsOf(source), next }
  if (source.end !== undefined)
    return { ...common, kind: 'end', disposition: source.end === true ? undefined : source.end }
  return { ...common, kind: 'say', next }
}

const settingsOf = ({ with: given = {} }: StepSource): readonly Setting[] =>
  Object.entries(given).map(([field, value]) => ({ field, value }))

const branchesOf = (next: StepSource['next']): readonly Branch[] =>
  next === undefined
    ? []
    : typeof next === 'string'
      ? [{ when: undefined, to: next }]
      : next.map(({ when, to }) => ({ when, to }))

export const readField = (source: SourceField): Field => ({
  ...{ name: source.name, label: source.label, hint: source.hint },
  type: readType(source),
  required: source.required,
  // The schema has looked at its form.
  fills: source.fills as FieldKey | undefined,
})

function readType(source: SourceField): FieldType {
  switch (source.type) {
    case 'text':
      return { kind: 'text', longest: source.longest, lines: source.lines }
    case 'choice':
      return { kind: 'choice', choices: source.choices }
    case 'date':
      return { kind: 'date', earliest: source.earliest, latest: source.latest }
    case 'number':
      return { kind: 'number', least: source.least, most: source.most }
    case 'telephone':
      return { kind: 'telephone' }
    case 'postal-code':
      return { kind: 'postal-code', country: source.country }
    case 'consent':
      return { kind: 'consent', words: source.words }
  }
}

function readAct(source: SourceAct): Act {
  if (source.fill !== undefined)
    return { kind: 'fill', field: source.fill.field as FieldKey, value: source.fill.value }
  if (source.set !== undefined) return { kind: 'set', ...source.set }
  if (source.disposition !== undefined) return { kind: 'disposition', disposition: source.disposition }
  if (source.article !== undefined) return { kind: 'article', article: source.article }
  if (source.transfer !== undefined) return { kind: 'transfer', to: source.transfer }
  if (source.promise !== undefined) return { kind: 'promise', ...source.promise }
  if (source['call-back'] !== undefined) return { kind: 'call-back', ...source['call-back'] }
  return { kind: 'private', on: source.private === 'begin' }
}
