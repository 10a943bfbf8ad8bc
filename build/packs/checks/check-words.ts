import { faultIn, warning } from '../fault.ts'
import type { Fault, Path } from '../fault.ts'
import { languages } from '../../../renderer/domain/language.ts'
import { remedyFor } from '../nearest.ts'
import type { GuideSource, PackSource } from '../read/pack-source.ts'
import { namesAround } from './field-names.ts'
import { saidIn } from './said-in.ts'

/** What is filled in everywhere in a guide, and in a reply. */
const inGuides = ['customer', 'agent', 'case', 'queue']
const inReplies = ['customer', 'agent', 'case']

/** Whether everything between braces is something that can be filled in, and whether words have been translated. */
export const checkWords = (pack: PackSource): readonly Fault[] => [
  ...pack.guides.flatMap((source) => {
    const names = namesAround(pack.guides, source.id)
    const all = saidIn(source.value)
    return [
      ...(names === undefined ? [] : unknownFills(source, all, [...inGuides, ...names])),
      ...sameWords(source, all),
    ]
  }),
  ...pack.replies.flatMap(({ source, index, reply }) => {
    const all = saidIn(reply).map(({ path, said }) => ({ path: [index, ...path], said }))
    return [...unknownFills(source, all, inReplies), ...sameWords(source, all)]
  }),
  ...(pack.glossaryFile === undefined ? [] : sameWords(pack.glossaryFile, saidIn(pack.glossary))),
  ...(pack.headFile === undefined ? [] : sameWords(pack.headFile, saidIn(pack.headFile.value))),
]

type AllSaid = ReturnType<typeof saidIn>
type In = Pick<GuideSource, 'file' | 'place'>

const unknownFills = (source: In, all: AllSaid, names: readonly string[]): readonly Fault[] =>
  all.flatMap(({ path, said }) =>
    languages.flatMap((language) =>
      [...said[language].matchAll(/\{([^{}]{0,100})\}/g)].flatMap(([whole, name = '']) =>
        names.includes(name) ? [] : [unknownFill(source, [...path, language], { whole, name, names })],
      ),
    ),
  )

const unknownFill = (
  source: In,
  path: Path,
  { whole, name, names }: { whole: string; name: string; names: readonly string[] },
): Fault =>
  faultIn(source, path, {
    kind: 'unknown-name',
    sentence: `Nothing is filled in for “${whole}”.`,
    remedy: remedyFor(name, names, 'field'),
  })

const sameWords = (source: In, all: AllSaid): readonly Fault[] =>
  all.flatMap(({ path, said }) =>
    isSame(said.en, said.fr)
      ? [warning(faultIn(source, [...path, 'fr'], { kind: 'same-words', ...same }))]
      : [],
  )

/** Not where there is nothing to translate: a number, a placeholder. */
export const isSame = (en: string, fr: string): boolean =>
  en.trim() === fr.trim() && /\p{L}/u.test(en.replace(/\{[^{}]*\}/g, ''))

export const same = {
  sentence: 'The words are the same in English and French.',
  remedy: 'Translate them; leave them where both languages say it so.',
}
