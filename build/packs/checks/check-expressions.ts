import { faultsInExpression, faultsOfForm } from '../../../renderer/domain/knowledge/expression-faults.ts'
import type { ExpressionFault } from '../../../renderer/domain/knowledge/expression-faults.ts'
import { factNames } from '../../../renderer/domain/knowledge/expression-values.ts'
import { faultAt } from '../fault.ts'
import type { Fault } from '../fault.ts'
import { remedyFor } from '../nearest.ts'
import type { GuideSource, PackSource } from '../read/pack-source.ts'
import { expressionsOf, suggestionOf } from './expressions.ts'
import type { Expression } from './expressions.ts'
import { namesAround } from './field-names.ts'

/** Every condition and every value in FEEL: whether it can be read, and whether its names are something. */
export const checkExpressions = ({ guides }: PackSource): readonly Fault[] =>
  guides.flatMap((source) => {
    const names = namesAround(guides, source.id)
    return [
      // Before a guide has begun nothing has been answered.
      ...suggestionOf(source).flatMap((one) => check(source, one, new Set())),
      ...expressionsOf(source).flatMap((one) =>
        check(source, one, names && one.called !== undefined ? new Set([...names, 'ended']) : names),
      ),
    ]
  })

function check(
  source: GuideSource,
  { path, text }: Expression,
  names: ReadonlySet<string> | undefined,
): readonly Fault[] {
  const faults = names === undefined ? faultsOfForm(text) : faultsInExpression(text, names)
  return faults.map((fault) =>
    faultAt(
      source.file,
      source.placeIn?.(path, text, fault.from) ?? source.place(path),
      say(fault, [...(names ?? []), ...factNames]),
    ),
  )
}

function say(fault: ExpressionFault, names: readonly string[]): Pick<Fault, 'kind' | 'sentence' | 'remedy'> {
  const part = fault.text.trim() === '' ? 'its end' : `“${fault.text.slice(0, 60)}”`
  switch (fault.kind) {
    case 'too-long':
      return condition('The condition is too long.', 'Make several branches of it.')
    case 'not-feel':
      return condition(
        `The condition cannot be read at ${part}.`,
        'See “Conditions” in docs/write-a-guide.md.',
      )
    case 'not-allowed':
      return condition(
        `Conditions of guides do not have ${part}.`,
        'Equal is one =; otherwise see “Conditions” in docs/write-a-guide.md.',
      )
    case 'unknown-function':
      return condition(
        `Conditions do not have the function ${part}.`,
        'See “Conditions” in docs/write-a-guide.md.',
      )
    case 'no-such-time':
      return condition(
        `${part} is no day, time or duration.`,
        'Write date("2026-11-23") or duration("P14D").',
      )
    case 'unknown-name':
      return {
        kind: 'unknown-name',
        sentence: `Nothing is called ${part} here.`,
        remedy:
          fault.text === 'ended'
            ? 'How a guide ended is known in the “next” of the step that called it.'
            : `${remedyFor(fault.text, names, 'field')} Words stand between quotation marks: "open".`,
      }
  }
}

const condition = (sentence: string, remedy: string) => ({ kind: 'condition' as const, sentence, remedy })
