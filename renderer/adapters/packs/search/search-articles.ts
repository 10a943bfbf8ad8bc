import type { ArticleHit, SearchFilter } from '../../../domain/knowledge/article-hit.ts'
import { passagesOf } from '../../../domain/knowledge/article-text.ts'
import type { Language } from '../../../domain/language.ts'
import { linesOf, nearestLine } from './article-lines.ts'
import { bestPassage, marksIn, passageAt, wantedOf } from './best-passage.ts'
import { isWanted, shownOf } from './holdings.ts'
import type { Holding, Twins } from './holdings.ts'
import type { Edition, LanguageIndex } from './language-index.ts'
import type { Lexicon } from './lexicon.ts'
import { readQuery, worthOf } from './read-query.ts'
import type { Query } from './read-query.ts'

/** What is searched. */
export interface Shelves {
  readonly indexes: Readonly<Record<Language, LanguageIndex>>
  readonly holdings: readonly Holding[]
  /** ISO 8601 `YYYY-MM-DD` */
  readonly today: string
}

/** A query as each language understands it. */
export interface Reading {
  readonly query: Query
  readonly lexicon: Lexicon
}
export type Readings = Readonly<Record<Language, Reading>>

export interface Candidate {
  readonly holding: Holding
  readonly article: string
  readonly twins: Twins
  readonly score: number
}

/** What the words of the other language's article are worth beside those of one's own. */
const twinWorth = 0.4
/** Candidates that are compared with the query line by line. */
const mostCompared = 40
/** What a title or a question like the query is worth beside words that stand somewhere. */
const lineWorth = 3
/** More than any list shows. */
const mostHits = 200

export const otherOf = (language: Language): Language => (language === 'en' ? 'fr' : 'en')

/** Best first. */
export function searchArticles(
  text: string,
  filter: SearchFilter,
  limit: number,
  shelves: Shelves,
): readonly ArticleHit[] {
  const readings = readIn(text, shelves, true)
  return candidatesFor(readings, filter, shelves)
    .slice(0, Math.max(0, Math.min(limit, mostHits)))
    .flatMap((candidate) => hitOf(candidate, readings, filter.language) ?? [])
}

export function readIn(text: string, { indexes, holdings }: Shelves, isTyping: boolean): Readings {
  const editions = holdings.map(({ edition }) => edition)
  const lexicons = { en: indexes.en.lexicon(editions), fr: indexes.fr.lexicon(editions) }
  const reading = (language: Language): Reading => ({
    lexicon: lexicons[language],
    query: readQuery(text, {
      ...{ language, isTyping, lexicon: lexicons[language], other: lexicons[otherOf(language)] },
    }),
  })
  return { en: reading('en'), fr: reading('fr') }
}

/** Articles with words of a query, best first: by their words, then by whether a line of theirs is like it. */
export function candidatesFor(
  readings: Readings,
  filter: SearchFilter,
  { indexes, holdings, today }: Shelves,
): readonly Candidate[] {
  const held = new Map<Edition, Holding>(
    holdings
      .filter(({ pack }) => filter.pack === undefined || filter.pack === pack)
      .map((one) => [one.edition, one]),
  )
  const isFindable = (edition: Edition, id: string): boolean => {
    const twins = held.get(edition)?.articles.get(id)
    const shown = twins && shownOf(twins, filter.language)
    return shown !== undefined && isWanted(shown, filter, today)
  }
  const found = new Map<string, Candidate>()
  for (const language of [filter.language, otherOf(filter.language)]) {
    const weight = language === filter.language ? 1 : twinWorth
    for (const { edition, article, score } of indexes[language].search(
      readings[language].query,
      isFindable,
    )) {
      const key = `${edition}/${article}`
      const holding = held.get(edition)
      const twins = holding?.articles.get(article)
      if (holding && twins)
        found.set(key, {
          ...{ holding, article, twins },
          score: (found.get(key)?.score ?? 0) + weight * score,
        })
    }
  }
  const inOrder = [...found.values()].sort(byScore)
  return inOrder
    .slice(0, mostCompared)
    .map((one) => ({ ...one, score: one.score * (1 + lineWorth * lineOf(one, readings, filter.language)) }))
    .sort(byScore)
    .concat(inOrder.slice(mostCompared))
}

/** The name decides between equals, so that the same query has the same answer. */
const byScore = (a: Candidate, b: Candidate): number =>
  b.score - a.score || (a.article < b.article ? -1 : a.article > b.article ? 1 : 0)

function lineOf({ twins }: Candidate, readings: Readings, language: Language): number {
  const near = (of: Language): number => {
    const { query, lexicon } = readings[of]
    const worth = (stem: string): number => worthOf(lexicon.frequency(stem), lexicon.size)
    return twins[of] ? nearestLine(linesOf(twins[of]), query, worth) : 0
  }
  return Math.max(near(language), twinWorth * near(otherOf(language)))
}

/** With the places that are to be marked. */
export function hitOf(
  { holding, article: id, twins, score }: Candidate,
  readings: Readings,
  language: Language,
): ArticleHit | undefined {
  const article = shownOf(twins, language)
  if (!article) return undefined
  const wanted = wantedOf(readings[article.language].query)
  const own = bestPassage(article, wanted)
  const title = marksIn(article.title, article.language, wanted)
  const twin = twins[otherOf(article.language)]
  // Found by the words of the other language alone: the passage is the one that has them there.
  const isTwins = twin && own.shown.marks.length === 0 && title.marks.length === 0
  const passage = isTwins
    ? passageAt(
        article,
        bestPassage(twin, wantedOf(readings[twin.language].query)).nth,
        passagesOf(twin).length,
      )
    : own.shown
  return { pack: holding.pack, article: id, language: article.language, score, title, passage }
}
