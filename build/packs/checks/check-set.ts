import { checkAnswer } from '../../../renderer/domain/knowledge/check-answer.ts'
import { textOf } from '../../../renderer/domain/knowledge/condition.ts'
import { outcomesOf } from '../../../renderer/domain/knowledge/expression-parts.ts'
import type { Field, FieldType } from '../../../renderer/domain/knowledge/guide.ts'
import { faultAt } from '../fault.ts'
import type { Fault } from '../fault.ts'
import { remedyFor } from '../nearest.ts'
import type { GuideSource, PackSource } from '../read/pack-source.ts'
import { settingsOf } from './expressions.ts'
import type { SourceSetting } from './expressions.ts'
import { fieldsAround, fieldsBelow } from './field-names.ts'

/** Whether what a guide sets, or tells another, is a field that can have that answer. */
export const checkSet = ({ guides }: PackSource): readonly Fault[] =>
  guides.flatMap((source) => {
    const around = fieldsAround(guides, source.id)
    return source.guide.steps.flatMap((step) => {
      const known = step.kind === 'guide' ? fieldsBelow(guides, step.guide) : around
      // One that is called and not there, or not to be read, could ask anything.
      const isKnown = step.kind !== 'guide' || guides.some(({ id }) => id === step.guide)
      return known === undefined || !isKnown
        ? []
        : settingsOf(step).flatMap((one) => check(source, one, { known, around: around ?? known }))
    })
  })

interface Fields {
  /** Those that can be set here. */
  readonly known: readonly Field[]
  /** Those whose answers the value can be worked out of. */
  readonly around: readonly Field[]
}

function check(source: GuideSource, one: SourceSetting, { known, around }: Fields): readonly Fault[] {
  const field = known.find(({ name }) => name === one.field)
  const place = source.place(one.fieldPath, one.on)
  if (!field) return [faultAt(source.file, place, noSuchField(one, known))]
  if (field.type.kind === 'consent') return [faultAt(source.file, place, consent)]
  return outcomesOf(one.text).flatMap(({ kind, text, from }) => {
    const other = kind === 'name' ? around.find(({ name }) => name === text) : undefined
    const isWrong =
      kind === 'written'
        ? cannotBe(field.type, text)
        : other !== undefined && cannotTake(field.type.kind, other.type.kind)
    if (!isWrong) return []
    const at = source.placeIn?.(one.path, one.text, from) ?? source.place(one.path)
    return [faultAt(source.file, at, wrongValue(field, text))]
  })
}

/** What is written out, by the field’s own rules; what hangs on the day or on the agent’s country cannot be known here. */
function cannotBe(type: FieldType, written: string): boolean {
  const text = textOf(written, {})
  if (text === undefined || (type.kind === 'telephone' && !text.startsWith('+'))) return false
  const fixed =
    type.kind === 'date' ? { ...type, earliest: dayOf(type.earliest), latest: dayOf(type.latest) } : type
  return !checkAnswer({ type: fixed, required: true }, text, { today: '', country: 'CA' }).ok
}

const dayOf = (bound: string | number | undefined): string | undefined =>
  typeof bound === 'string' ? bound : undefined

/** Of texts and choices anything can be made; what these are is never the same. */
const apart: ReadonlySet<FieldType['kind']> = new Set([
  ...(['date', 'number', 'telephone', 'postal-code', 'consent'] as const),
])

const cannotTake = (kind: FieldType['kind'], from: FieldType['kind']): boolean =>
  kind !== from && apart.has(kind) && apart.has(from)

const noSuchField = ({ field }: SourceSetting, known: readonly Field[]) => ({
  kind: 'unknown-name' as const,
  sentence: `There is no field “${field}” to be set here.`,
  remedy: `${remedyFor(
    field,
    known.map(({ name }) => name),
    'field',
  )} What no step asks for stands below “fields:” at the top of its guide.`,
})

const consent = {
  kind: 'bad-value' as const,
  sentence: 'A consent is the customer’s own word, and no guide can set it.',
  remedy: 'Ask for it, or set a choice of your own.',
}

const wrongValue = ({ name, type }: Field, text: string) => ({
  kind: 'bad-value' as const,
  sentence: `${text.slice(0, 60)} cannot be an answer to “${name}”.`,
  remedy:
    type.kind === 'choice'
      ? remedyFor(
          text.replace(/^"|"$/g, ''),
          type.choices.map(({ value }) => value),
          'choice',
        )
      : remedies[type.kind],
})

const remedies: Readonly<Record<Exclude<FieldType['kind'], 'choice'>, string>> = {
  text: 'It is shorter, see “longest”.',
  date: 'It is a day between its earliest and its latest: date("2026-11-23"), or another field that is a date.',
  number: 'It is a number between its least and its most, without quotation marks.',
  telephone: 'It is a number to call, such as "+18005550100".',
  'postal-code': 'It is a postal code of its country, between quotation marks.',
  consent: 'Ask for it.',
}
