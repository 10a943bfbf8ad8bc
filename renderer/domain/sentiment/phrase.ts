import { withoutAccents } from './letters.ts'
import type { Token } from './token.ts'

/** What a phrase is about. Each is counted for itself: some weigh by their number more than by their words. */
export const themes = [
  'threat',
  'complaint',
  'waiting',
  'again',
  'despair',
  'irony',
  'thanks',
  'relief',
  'asking',
] as const
export type Theme = (typeof themes)[number]

/** Lines of a weight and its patterns, between semicolons. */
export type Phrases = Readonly<Record<Theme, string>>

interface Pattern {
  readonly weight: number
  readonly theme: number
  /** Each place: what may stand there; `*` alone is up to two words. */
  readonly places: readonly ReadonlySet<string>[]
}

export type PhraseBook = ReadonlyMap<string, readonly Pattern[]>

export interface PhraseFound {
  readonly weight: number
  /** Index into `themes`. */
  readonly theme: number
  /** Indexes of tokens, `last` included. */
  readonly first: number
  readonly last: number
}

const anyCount = '#'
const gap = '*'

/** Counted as a number: "troisième", "three". */
const counts = new Set(
  `one two three four five six seven eight nine ten eleven twelve twenty thirty third fourth fifth sixth seventh several
  many deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente troisieme quatrieme cinquieme sixieme
  septieme huitieme dixieme plusieurs`.split(/\s+/u),
)

/** By the first word of each pattern. */
export function phraseBook(phrases: Phrases): PhraseBook {
  const book = new Map<string, Pattern[]>()
  for (const [theme, name] of themes.entries())
    for (const { weight, pattern } of listed(phrases[name]))
      addPattern(book, { weight, theme, places: placesOf(pattern) })
  return book
}

const listed = (lines: string): readonly { readonly weight: number; readonly pattern: string }[] =>
  lines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [weight = '', ...rest] = line.trim().split(' ')
      return rest
        .join(' ')
        .split('; ')
        .map((pattern) => ({ weight: Number(weight), pattern }))
    })

const placesOf = (pattern: string): readonly ReadonlySet<string>[] =>
  pattern.split(' ').map((place) => new Set(place.split('|').map(withoutAccents)))

function addPattern(book: Map<string, Pattern[]>, pattern: Pattern): void {
  for (const first of pattern.places[0] ?? []) {
    const listed = book.get(first)
    if (listed) listed.push(pattern)
    else book.set(first, [pattern])
  }
}

/** Every phrase of the tokens, from left to right, the longest where several begin; they never overlap. */
export function phrasesIn(
  tokens: readonly Token[],
  plain: readonly string[],
  book: PhraseBook,
): PhraseFound[] {
  const found: PhraseFound[] = []
  for (let at = 0; at < tokens.length; at++) {
    const longest = longestAt(tokens, plain, { book, at })
    if (!longest) continue
    found.push(longest)
    at = longest.last
  }
  return found
}

function longestAt(
  tokens: readonly Token[],
  plain: readonly string[],
  { book, at }: { readonly book: PhraseBook; readonly at: number },
): PhraseFound | undefined {
  const word = plain[at] ?? ''
  let best: PhraseFound | undefined
  for (const key of isCount(tokens, plain, at) ? [word, anyCount] : [word])
    for (const { weight, theme, places } of book.get(key) ?? []) {
      const last = endOf(tokens, plain, { places, at: at + 1, place: 1 })
      if (last >= 0 && (!best || last > best.last)) best = { weight, theme, first: at, last }
    }
  return best
}

const isCount = (tokens: readonly Token[], plain: readonly string[], at: number): boolean =>
  tokens[at]?.kind === 'number' || counts.has(plain[at] ?? '')

interface Step {
  readonly places: readonly ReadonlySet<string>[]
  readonly at: number
  readonly place: number
}

/** The last token of a pattern that goes on at `at`, or −1. At most three ways per gap, and few gaps. */
function endOf(tokens: readonly Token[], plain: readonly string[], step: Step): number {
  const { places, at, place } = step
  const allowed = places[place]
  if (!allowed) return at - 1
  if (allowed.has(gap)) {
    for (let skip = 0; skip <= 2; skip++) {
      if (skip > 0 && !isSpoken(tokens[at + skip - 1])) return -1
      const end = endOf(tokens, plain, { places, at: at + skip, place: place + 1 })
      if (end >= 0) return end
    }
    return -1
  }
  const token = tokens[at]
  if (!isSpoken(token)) return -1
  const fits = allowed.has(plain[at] ?? '') || (allowed.has(anyCount) && isCount(tokens, plain, at))
  return fits ? endOf(tokens, plain, { places, at: at + 1, place: place + 1 }) : -1
}

const isSpoken = (token: Token | undefined): boolean => token?.kind === 'word' || token?.kind === 'number'
