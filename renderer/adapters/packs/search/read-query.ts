import type { Language } from '../../../domain/language.ts'
import type { Lexicon } from './lexicon.ts'
import { stemOf, stemOfFolded } from './stems.ts'
import { stopWords } from './stop-words.ts'
import { fold, wordsIn } from './words.ts'

/** What one word of a query stands for. */
export interface QueryGroup {
  /** Stems that answer it, each with how sure that is, up to 1. None where nobody has such a word. */
  readonly stems: ReadonlyMap<string, number>
  /** How much it tells: its inverse document frequency. */
  readonly worth: number
  /** Whether articles are looked up by it; a word that nearly all have only helps to put them in order. */
  readonly isSought: boolean
}

export interface Query {
  readonly groups: readonly QueryGroup[]
}

export interface Asking {
  readonly language: Language
  readonly lexicon: Lexicon
  /** Of the other language: what is a word there is not mistyped here. */
  readonly other: Lexicon
  /** The last word may go on. */
  readonly isTyping: boolean
}

const longestQuery = 1000
const mostWords = 32
const mostExpansions = 8
const mostCorrections = 3
/** Words of at least that many letters can be mistyped; short ones would be taken for one another. */
const shortestMistyped = 4
/** In more of the articles than this share a word leads nowhere, where others do. */
const common = 0.6
const expanded = 0.8
const corrected = 0.75

/** The words of a query as what can be looked up. */
export function readQuery(text: string, asking: Asking): Query {
  const query = text.slice(0, longestQuery)
  const words = wordsIn(query, mostWords)
  const last = words.at(-1)
  const isOpen = asking.isTyping && last !== undefined && last.to === query.length
  const groups = words.flatMap(({ raw }, nth) => {
    const isUnfinished = isOpen && nth === words.length - 1
    const isAlone = words.slice(0, nth).every((word) => stemOf(word.raw, asking.language) === undefined)
    const stems = stemsFor(raw, { isUnfinished, isAlone }, asking)
    return stems ? [groupOf(stems, asking.lexicon)] : []
  })
  const rare = groups.filter(({ stems, isSought }) => stems.size > 0 && isSought)
  return rare.length > 0 ? { groups } : { groups: groups.map((group) => ({ ...group, isSought: true })) }
}

function groupOf(stems: ReadonlyMap<string, number>, { size, frequency }: Lexicon): QueryGroup {
  const most = Math.max(0, ...[...stems.keys()].map(frequency))
  return { stems, worth: worthOf(most, size), isSought: most <= common * size }
}

/** Inverse document frequency as BM25 has it (Robertson and Zaragoza, 2009, §3.1, kept above nothing). */
export const worthOf = (frequency: number, size: number): number =>
  Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5))

/** Nothing for a word that says nothing. */
function stemsFor(
  raw: string,
  { isUnfinished, isAlone }: { readonly isUnfinished: boolean; readonly isAlone: boolean },
  asking: Asking,
): ReadonlyMap<string, number> | undefined {
  const { language, lexicon } = asking
  const word = fold(raw)
  const stem = stemOf(raw, language)
  // `not` goes on as `notice`, but mostly it does not.
  if (stem === undefined && !(isUnfinished && isAlone)) return undefined
  const stems = new Map<string, number>()
  if (isUnfinished)
    for (const known of lexicon.beginningWith(word, mostExpansions))
      raise(stems, stemOfFolded(known.word, language), expanded * Math.sqrt(word.length / known.word.length))
  if (stem !== undefined && lexicon.frequency(stem) > 0) raise(stems, stem, 1)
  if (stems.size === 0) for (const [near, weight] of corrections(word, asking)) raise(stems, near, weight)
  return stems
}

/** What it may have been meant to be. */
function corrections(
  word: string,
  { language, lexicon, other }: Asking,
): readonly (readonly [string, number])[] {
  const there: Language = language === 'en' ? 'fr' : 'en'
  const isTheirs = other.has(word) || stopWords[there].has(word)
  if (word.length < shortestMistyped || isTheirs || /\d/.test(word)) return []
  const near = lexicon.near(word, word.length < 6 ? 1 : 2, 50)
  const swapped = swaps(word).filter((other) => lexicon.has(other))
  if (swapped.length > 0 && near[0]?.distance !== 1)
    return swapped.slice(0, 1).map((other) => [stemOfFolded(other, language), corrected])
  const nearest = near.filter(({ distance }) => distance === near[0]?.distance)
  return nearest
    .slice(0, mostCorrections)
    .map((known, nth) => [stemOfFolded(known.word, language), corrected / (known.distance + nth * 0.5)])
}

/** Two neighbours changed places: one slip of the fingers, though two letters are wrong. */
const swaps = (word: string): readonly string[] =>
  Array.from({ length: word.length - 1 }, (_, at) =>
    [word.slice(0, at), word[at + 1] ?? '', word[at] ?? '', word.slice(at + 2)].join(''),
  )

function raise(stems: Map<string, number>, stem: string, weight: number): void {
  if (stem !== '') stems.set(stem, Math.max(stems.get(stem) ?? 0, weight))
}
