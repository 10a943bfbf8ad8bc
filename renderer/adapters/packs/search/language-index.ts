import MiniSearch from 'minisearch'
import type { Options, SearchOptions } from 'minisearch'

import type { Article } from '../../../domain/knowledge/article.ts'
import type { Language } from '../../../domain/language.ts'
import type { ArticleTexts } from './article-texts.ts'
import { textsOf } from './article-texts.ts'
import { lexiconOf } from './lexicon.ts'
import type { Lexicon } from './lexicon.ts'
import type { Query, QueryGroup } from './read-query.ts'
import { stemsIn } from './stems.ts'
import { Vocabulary } from './vocabulary.ts'
import type { StoredVocabulary } from './vocabulary.ts'

/** An edition of a pack: its name, its version and the fingerprint of what stands in it. */
export type Edition = string

export interface StoredLanguage {
  /** As MiniSearch writes it. */
  readonly index: string
  readonly editions: readonly (readonly [Edition, StoredVocabulary])[]
}

export interface Found {
  readonly edition: Edition
  readonly article: string
  readonly score: number
}

/** Each text as its stems, in its order. */
type Entry = Readonly<Record<keyof ArticleTexts, readonly string[]>> & { readonly id: string }

const boost: Readonly<Record<keyof ArticleTexts, number>> = { title: 1.5, asked: 2.2, headings: 1, text: 1 }

/**
 * Texts come in as their stems: the library only counts and weighs. It passes on what a field holds as it is, so that
 * millions of stems need not be joined to texts and parted again; a query comes in as a text.
 */
const options: Options<Entry> = {
  fields: Object.keys(boost),
  stringifyField: (stems: unknown) => stems as string,
  tokenize: (stems: string | readonly string[]) =>
    typeof stems === 'string' ? stems.split(' ') : [...stems],
  processTerm: (stem) => stem,
  autoVacuum: false,
}

/** How much of the score does not depend on how many of the words are in the article. */
const anyway = 0.3
/** Articles of one answer, the best by the library's score: more than any list shows, and no more than can be looked at. */
const mostFound = 300

/** All articles of one language, of whatever pack, so that a word is worth the same in each. */
export class LanguageIndex {
  readonly #language: Language
  readonly #index: MiniSearch<Entry>
  readonly #vocabularies: Map<Edition, Vocabulary>

  constructor(language: Language, stored?: StoredLanguage) {
    this.#language = language
    this.#index = stored ? MiniSearch.loadJSON(stored.index, options) : new MiniSearch(options)
    this.#vocabularies = new Map(
      stored?.editions.map(([edition, vocabulary]) => [edition, new Vocabulary(vocabulary)]),
    )
  }

  get editions(): readonly Edition[] {
    return [...this.#vocabularies.keys()]
  }

  /** Also where no article of the edition is in this language. */
  begin(edition: Edition): void {
    this.#vocabularies.set(edition, new Vocabulary())
  }

  add(edition: Edition, article: Article): void {
    const vocabulary = this.#vocabularies.get(edition)
    if (!vocabulary || vocabulary.ids.has(article.id)) return
    const texts = textsOf(article)
    const words = new Map<string, string>()
    const stems = (text: string): readonly string[] => stemsIn(text, this.#language, words)
    this.#index.add({
      id: `${edition}/${article.id}`,
      ...{ title: stems(texts.title), asked: stems(texts.asked) },
      ...{ headings: stems(texts.headings), text: stems(texts.text) },
    })
    vocabulary.add(article.id, words)
  }

  drop(edition: Edition): void {
    const ids = this.#vocabularies.get(edition)?.ids ?? []
    this.#vocabularies.delete(edition)
    this.#index.discardAll([...ids].map((id) => `${edition}/${id}`).filter((id) => this.#index.has(id)))
  }

  lexicon(editions: readonly Edition[]): Lexicon {
    return lexiconOf(editions.flatMap((edition) => this.#vocabularies.get(edition) ?? []))
  }

  /** In no order. */
  search(query: Query, isWanted: (edition: Edition, article: string) => boolean): readonly Found[] {
    const terms = query.groups.flatMap((group) =>
      group.isSought ? [...group.stems].map(([stem, weight]) => ({ stem, weight, group })) : [],
    )
    if (terms.length === 0) return []
    const search: SearchOptions = {
      ...{ boost, combineWith: 'OR' },
      boostTerm: (_stem, nth) => terms[nth]?.weight ?? 0,
    }
    const coverage = coverageBy(terms, query)
    const found: Found[] = []
    for (const { id, score, queryTerms } of this.#index.search(
      terms.map(({ stem }) => stem).join(' '),
      search,
    )) {
      if (found.length === mostFound) break
      const [edition, article] = partsOf(String(id))
      if (isWanted(edition, article))
        found.push({ edition, article, score: score * (anyway + (1 - anyway) * coverage(queryTerms)) })
    }
    return found
  }

  async store(): Promise<StoredLanguage> {
    if (this.#index.dirtCount > 0) await this.#index.vacuum({ batchSize: 500, batchWait: 1 })
    return {
      index: JSON.stringify(this.#index),
      editions: [...this.#vocabularies].map(([edition, vocabulary]) => [edition, vocabulary.store()]),
    }
  }
}

/** How much of what is sought is among these stems, weighed; of the stems of one word the surest counts. */
function coverageBy(
  terms: readonly { readonly stem: string; readonly weight: number; readonly group: QueryGroup }[],
  { groups }: Query,
): (stems: readonly string[]) => number {
  const whole = groups.reduce((sum, { isSought, worth }) => sum + (isSought ? worth : 0), 0)
  return (stems) => {
    const covered = new Map<QueryGroup, number>()
    for (const { stem, weight, group } of terms)
      if (stems.includes(stem)) covered.set(group, Math.max(covered.get(group) ?? 0, weight * group.worth))
    return [...covered.values()].reduce((sum, worth) => sum + worth, 0) / whole
  }
}

function partsOf(id: string): [Edition, string] {
  const at = id.indexOf('/')
  return [id.slice(0, at), id.slice(at + 1)]
}
