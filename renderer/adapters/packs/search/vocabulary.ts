import SearchableMap from 'minisearch/SearchableMap'

import { fold } from './words.ts'

/** A word as it is written, folded, and how often. */
export interface KnownWord {
  readonly word: string
  readonly count: number
  readonly distance: number
}

export interface StoredVocabulary {
  readonly ids: readonly string[]
  readonly words: readonly (readonly [string, number])[]
  readonly stems: readonly (readonly [string, number])[]
}

/** Candidates of an unfinished or mistyped word that are looked at. */
const mostCandidates = 2000

/**
 * The words of one pack in one language, as they are written: what is unfinished or mistyped is looked up here and only then
 * stemmed, for the beginning of a word is often not that of its stem (renouvelle, renouvel).
 */
export class Vocabulary {
  readonly ids: Set<string>
  readonly #words: Map<string, number>
  /** The same as a tree, made when something is first looked up in it: to count in it would take much longer. */
  #tree: SearchableMap<number> | undefined
  readonly #stems: Map<string, number>

  constructor(stored: StoredVocabulary = { ids: [], words: [], stems: [] }) {
    this.ids = new Set(stored.ids)
    this.#words = new Map(stored.words)
    this.#stems = new Map(stored.stems)
  }

  /** Takes in the words of one article, each with its stem. */
  add(id: string, words: ReadonlyMap<string, string>): void {
    this.ids.add(id)
    this.#tree = undefined
    for (const word of new Set(Array.from(words.keys(), fold)))
      this.#words.set(word, (this.#words.get(word) ?? 0) + 1)
    for (const stem of new Set(words.values())) this.#stems.set(stem, (this.#stems.get(stem) ?? 0) + 1)
  }

  /** Articles in which a stem stands. */
  frequency(stem: string): number {
    return this.#stems.get(stem) ?? 0
  }

  beginningWith(start: string): readonly KnownWord[] {
    const found: KnownWord[] = []
    for (const [word, count] of this.#inTree().atPrefix(start)) {
      found.push({ word, count, distance: 0 })
      if (found.length >= mostCandidates) break
    }
    return found
  }

  /** At most that many letters are other ones, missing, or too many. */
  near(word: string, distance: number): readonly KnownWord[] {
    return [...this.#inTree().fuzzyGet(word, distance)]
      .slice(0, mostCandidates)
      .map(([other, [count, apart]]) => ({ word: other, count, distance: apart }))
  }

  #inTree(): SearchableMap<number> {
    if (this.#tree) return this.#tree
    // In the order in which the words were met: it decides between those that are equally near.
    const tree = new SearchableMap<number>()
    for (const [word, count] of this.#words) tree.set(word, count)
    return (this.#tree = tree)
  }

  count(word: string): number {
    return this.#words.get(word) ?? 0
  }

  store(): StoredVocabulary {
    return { ids: [...this.ids], words: [...this.#words], stems: [...this.#stems] }
  }
}
