import type { AnswerValue, GuideRun } from './guide-run.ts'
import type { Field, FieldName, Guide, Step } from './guide.ts'

/** The latest answer to each field. One that was passed over is there with `undefined`. */
export type Answers = ReadonlyMap<FieldName, AnswerValue | undefined>

export const answersOf = ({ answers }: Pick<GuideRun, 'answers'>): Answers =>
  new Map(answers.map(({ field, value }) => [field, value]))

export const guideOf = (guides: readonly Guide[], id: string): Guide | undefined =>
  guides.find((one) => one.id === id)

export const stepOf = (
  guides: readonly Guide[],
  { guide, step }: { readonly guide: string; readonly step: string },
): Step | undefined => guideOf(guides, guide)?.steps.find(({ id }) => id === step)

/** Where a field is asked for. */
export interface AskedAt {
  readonly guide: string
  readonly step: string
  readonly field: Field
}

export const askedIn = (guides: readonly Guide[]): readonly AskedAt[] =>
  guides.flatMap((guide) =>
    guide.steps.flatMap((step) =>
      step.kind === 'ask' ? step.fields.map((field) => ({ guide: guide.id, step: step.id, field })) : [],
    ),
  )

/** Every field by its name, as it is asked for if it is; one name has one type in a whole pack. */
export const fieldsIn = (guides: readonly Guide[]): ReadonlyMap<FieldName, Field> =>
  new Map(
    [...guides.flatMap(({ fields }) => fields), ...askedIn(guides).map(({ field }) => field)].map((field) => [
      field.name,
      field,
    ]),
  )

/** A guide and every one that it can come to, itself first. */
export function guidesFrom(guides: readonly Guide[], start: string): readonly Guide[] {
  const found = new Map<string, Guide>()
  const waiting = [start]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const guide = guideOf(guides, id)
    if (!guide || found.has(id)) continue
    found.set(id, guide)
    for (const step of guide.steps) if (step.kind === 'guide') waiting.push(step.guide)
  }
  return [...found.values()]
}
