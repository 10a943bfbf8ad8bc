import type { Act, Setting, Step } from '../../../renderer/domain/knowledge/guide.ts'
import type { Path } from '../fault.ts'
import type { GuideSource } from '../read/pack-source.ts'
import { branchesOf, branchPath } from './check-steps.ts'

/** An expression in FEEL, and where it stands in its file. */
export interface Expression {
  readonly path: Path
  readonly text: string
  /** Of a branch behind a guide that was called: that guide, since it is known how it ended. */
  readonly called?: string
}

export const suggestionOf = ({ guide }: GuideSource): readonly Expression[] =>
  guide.suggest.when === undefined ? [] : [{ path: ['suggest', 'when'], text: guide.suggest.when }]

/** Of all steps: conditions, and values that are worked out. */
export const expressionsOf = ({ guide }: GuideSource): readonly Expression[] =>
  guide.steps.flatMap((step) => [...conditionsOf(step), ...settingsOf(step), ...fillsOf(step)])

const conditionsOf = (step: Step): readonly Expression[] =>
  branchesOf(step).flatMap(({ when }, index) =>
    when === undefined
      ? []
      : [
          {
            path: branchPath(step, index, 'when'),
            text: when,
            ...(step.kind === 'guide' && { called: step.guide }),
          },
        ],
  )

const fillsOf = (step: Step): readonly Expression[] =>
  actsOf(step).flatMap((act, index) =>
    act.kind === 'fill' ? [{ path: ['steps', step.id, 'do', index, 'fill', 'value'], text: act.value }] : [],
  )

const actsOf = (step: Step): readonly Act[] => (step.kind === 'do' ? step.acts : [])

/** A field that is set, with its own place and its value's. */
export interface SourceSetting extends Expression, Setting {
  readonly fieldPath: Path
  readonly on: 'key' | 'value'
}

export function settingsOf(step: Step): readonly SourceSetting[] {
  if (step.kind === 'guide')
    return step.with.map((one) => {
      const path = ['steps', step.id, 'with', one.field]
      return { ...one, path, text: one.value, fieldPath: path, on: 'key' }
    })
  return actsOf(step).flatMap((act, index) => {
    if (act.kind !== 'set') return []
    const path = ['steps', step.id, 'do', index, 'set']
    const { field, value } = act
    return [
      { field, value, path: [...path, 'value'], text: value, fieldPath: [...path, 'field'], on: 'value' },
    ]
  })
}
