import { comparedIn } from '../../../renderer/domain/knowledge/expression-parts.ts'
import { faultAt, warning } from '../fault.ts'
import type { Fault } from '../fault.ts'
import { remedyFor } from '../nearest.ts'
import type { GuideSource, PackSource } from '../read/pack-source.ts'
import { expressionsOf, suggestionOf } from './expressions.ts'
import type { Expression } from './expressions.ts'
import { fieldsAround } from './field-names.ts'

/** What names can be that are one of a few words. */
type Choices = ReadonlyMap<string, ReadonlySet<string>>

/** What the desk itself knows in a few words. */
const facts: Choices = new Map([
  ['channel', new Set(['call', 'chat'])],
  ['mood', new Set(['calm', 'upset'])],
])

/** Whether a choice is compared with one of its choices: with another word, the branch is never taken. */
export const checkChoices = ({ guides }: PackSource): readonly Fault[] =>
  guides.flatMap((source) => {
    const choices = new Map([...facts, ...choicesAround(guides, source)])
    return [
      ...suggestionOf(source).flatMap((one) => check(source, one, facts)),
      ...expressionsOf(source).flatMap((one) =>
        check(source, one, new Map([...choices, ...endsOf(guides, one.called)])),
      ),
    ]
  })

/** A field that several guides ask for may have other choices in each. */
function choicesAround(guides: readonly GuideSource[], { id }: GuideSource): Choices {
  const choices = new Map<string, Set<string>>()
  for (const { name, type } of fieldsAround(guides, id) ?? []) {
    if (type.kind !== 'choice') continue
    const before = choices.get(name) ?? new Set()
    choices.set(name, new Set([...before, ...type.choices.map(({ value }) => value)]))
  }
  return choices
}

function endsOf(guides: readonly GuideSource[], called: string | undefined): Choices {
  const source = guides.find(({ id }) => id === called)
  if (!source?.whole) return new Map()
  const ends = source.guide.steps.flatMap(({ id, kind }) => (kind === 'end' ? [id] : []))
  return new Map([['ended', new Set(ends)]])
}

const check = (source: GuideSource, { path, text }: Expression, choices: Choices): readonly Fault[] =>
  comparedIn(text).flatMap((compared) => {
    const known = choices.get(compared.name)
    const { name, value } = compared
    if (known === undefined || (value !== undefined && known.has(value))) return []
    const place = source.placeIn?.(path, text, compared.from) ?? source.place(path)
    return [warning(faultAt(source.file, place, noSuchChoice(compared.text, name, [...known])))]
  })

const noSuchChoice = (text: string, name: string, known: readonly string[]) => ({
  kind: 'no-such-choice' as const,
  sentence: `“${name}” is never ${text.slice(0, 60)}.`,
  remedy: remedyFor(text.replace(/^"|"$/g, ''), known, 'choice'),
})
