/** The words of RT's query language (TicketSQL). */
export type QueryWord =
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'operator'; readonly text: string }
  | { readonly kind: 'and' | 'or' | 'open' | 'close' }

/** Longest query that is read; the desk's own take some hundred characters. */
export const longestQuery = 10_000

const patterns: readonly (readonly [RegExp, (match: string) => QueryWord])[] = [
  [/'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"/y, (text) => ({ kind: 'value', text: unquoted(text) })],
  [/\(/y, () => ({ kind: 'open' })],
  [/\)/y, () => ({ kind: 'close' })],
  [/AND\b/iy, () => ({ kind: 'and' })],
  [/OR\b/iy, () => ({ kind: 'or' })],
  [
    /!=|>=|<=|=|>|<|(?:NOT\s+LIKE|LIKE|NOT\s+STARTSWITH|STARTSWITH|NOT\s+ENDSWITH|ENDSWITH|IS\s+NOT|IS)\b/iy,
    (text) => ({ kind: 'operator', text: text.toUpperCase().replace(/\s+/g, ' ') }),
  ],
  [/-?\d+\b/y, (text) => ({ kind: 'value', text })],
  [/NULL\b/iy, () => ({ kind: 'value', text: 'NULL' })],
  [/[a-z_]+(?:\.(?:\{[^{}]*\}|[a-z]+))*/iy, (text) => ({ kind: 'name', text })],
]

const unquoted = (text: string): string => text.slice(1, -1).replace(/\\([^])/g, '$1')

/** The words in order; `undefined` for what is none. */
export function wordsOf(query: string): readonly QueryWord[] | undefined {
  const words: QueryWord[] = []
  let at = 0
  while (at < query.length) {
    if (/\s/.test(query.charAt(at))) {
      at += 1
      continue
    }
    const word = wordAt(query, at)
    if (!word) return undefined
    words.push(word.word)
    at = word.end
  }
  return words
}

function wordAt(query: string, at: number): { readonly word: QueryWord; readonly end: number } | undefined {
  for (const [pattern, make] of patterns) {
    pattern.lastIndex = at
    const [match] = pattern.exec(query) ?? []
    if (match !== undefined) return { word: make(match), end: at + match.length }
  }
  return undefined
}
