import { isDrawnOut, shortened, withoutAccents } from './letters.ts'

/** Words and what they weigh: −4 (very negative) to 4 (very positive), the scale of VADER. */
export interface Lexicon {
  readonly words: ReadonlyMap<string, number>
  /** The same without accents, where that leaves no doubt: a second chance for what was typed in haste. */
  readonly plain: ReadonlyMap<string, number>
}

/** Later lists stand before earlier ones. A list: lines of a weight and its words; `word|s|ed` are three words. */
export function lexiconOf(...lists: readonly string[]): Lexicon {
  const words = new Map<string, number>()
  for (const list of lists) for (const [word, weight] of listed(list)) words.set(word, weight)
  return { words, plain: withoutDoubt(words) }
}

const listed = (list: string): readonly (readonly [string, number])[] =>
  list.split('\n').flatMap((line) => {
    const [weight, ...words] = line.split(' ')
    const weighs = Number(weight)
    if (!weight || !Number.isFinite(weighs)) return []
    return words.flatMap(formsOf).map((form) => [form, weighs] as const)
  })

function formsOf(word: string): readonly string[] {
  const [stem = '', ...endings] = word.split('|')
  return [stem, ...endings.map((ending) => stem + ending)].filter((form) => form !== '')
}

/** Where two words differ by an accent alone and pull in different directions, neither is guessed. */
function withoutDoubt(words: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const plain = new Map<string, number>()
  for (const [word, weight] of words) {
    const bare = withoutAccents(word)
    if (bare === word) continue
    const other = words.get(bare) ?? plain.get(bare)
    plain.set(bare, other !== undefined && other * weight < 0 ? 0 : (other ?? weight))
  }
  return plain
}

/** What a word weighs; 0 where nobody has weighed it. */
export function weightOf({ words, plain }: Lexicon, word: string): number {
  const found = words.get(word)
  if (found !== undefined) return found
  if (isDrawnOut(word)) return words.get(shortened(word, 2)) ?? words.get(shortened(word, 1)) ?? 0
  const stem = word.endsWith("'s") ? words.get(word.slice(0, -2)) : undefined
  return stem ?? plain.get(withoutAccents(word)) ?? plain.get(word) ?? 0
}
