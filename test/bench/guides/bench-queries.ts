import { wordsIn } from '../../../renderer/adapters/packs/search/words.ts'
import type { Pack } from '../../../renderer/domain/knowledge/pack.ts'
import type { Language } from '../../../renderer/domain/language.ts'
import { chance } from './chance.ts'

export interface QueryPlan {
  readonly language: Language
  readonly seed: number
  readonly count: number
}

/** What takes time to look up, in turn: a question in full, its first words with the last unfinished, with a typing error. */
export function benchQueries(
  packs: readonly Pack[],
  { language, seed, count }: QueryPlan,
): readonly string[] {
  const roll = chance(seed)
  const questions = packs
    .flatMap(({ articles }) => articles)
    .filter((article) => article.language === language)
    .flatMap((article) => article.questions)
  return Array.from({ length: count }, (_, nth) => {
    const question = questions[roll(questions.length)] ?? ''
    const words = wordsIn(question).map(({ raw }) => raw)
    if (nth % 3 === 0) return question
    if (nth % 3 === 1)
      return words
        .slice(0, 2 + roll(3))
        .join(' ')
        .slice(0, -1)
    return words.map((word) => (word.length > 5 ? word.slice(0, 3) + word.slice(4) : word)).join(' ')
  })
}
