import type { KnownWord, Vocabulary } from './vocabulary.ts'

/** The words of all packs that are searched, in one language. */
export interface Lexicon {
  /** Articles. */
  readonly size: number
  readonly frequency: (stem: string) => number
  /** A word as it is written, folded. */
  readonly has: (word: string) => boolean
  /** Most frequent first. */
  readonly beginningWith: (start: string, most: number) => readonly KnownWord[]
  /** Nearest first. */
  readonly near: (word: string, distance: number, most: number) => readonly KnownWord[]
}

export function lexiconOf(vocabularies: readonly Vocabulary[]): Lexicon {
  function together(of: (vocabulary: Vocabulary) => readonly KnownWord[]): KnownWord[] {
    const all = new Map<string, KnownWord>()
    for (const vocabulary of vocabularies)
      for (const known of of(vocabulary))
        all.set(known.word, { ...known, count: known.count + (all.get(known.word)?.count ?? 0) })
    return [...all.values()]
  }
  return {
    size: vocabularies.reduce((sum, { ids }) => sum + ids.size, 0),
    frequency: (stem) => vocabularies.reduce((sum, one) => sum + one.frequency(stem), 0),
    has: (word) => vocabularies.some((one) => one.count(word) > 0),
    beginningWith: (start, most) =>
      together((one) => one.beginningWith(start))
        .sort((a, b) => b.count - a.count)
        .slice(0, most),
    near: (word, distance, most) =>
      together((one) => one.near(word, distance))
        .map((known) => ({ ...known, apart: apart(known, word) }))
        .sort((a, b) => a.apart - b.apart || b.count - a.count)
        .slice(0, most),
  }
}

/** Few mistake the first letter. */
const apart = ({ word, distance }: KnownWord, typed: string): number =>
  distance + (word[0] === typed[0] ? 0 : 0.5)
