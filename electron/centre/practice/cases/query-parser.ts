import { longestQuery, wordsOf } from './query-words.ts'
import type { QueryWord } from './query-words.ts'
import { Refusal } from './refusal.ts'

/** `Owner = 'ada' AND (Status = 'new' OR Status = 'open')`, as a tree. */
export type Query =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Query[] }
  | { readonly kind: 'condition'; readonly field: string; readonly operator: string; readonly value: string }

/** Parentheses inside each other. */
const deepest = 50

/** Throws a `Refusal` with 400 for a query that is none. An empty one is `undefined`: it finds nothing. */
export function parseQuery(text: string): Query | undefined {
  if (text.trim() === '') return undefined
  const words = text.length > longestQuery ? undefined : wordsOf(text)
  if (!words) throw wrong(text)
  const reader = new WordReader(words, text)
  const query = anyOf(reader, 0)
  if (reader.next !== undefined) throw wrong(text)
  return query
}

class WordReader {
  readonly #words: readonly QueryWord[]
  readonly #text: string
  #at = 0

  constructor(words: readonly QueryWord[], text: string) {
    this.#words = words
    this.#text = text
  }

  get next(): QueryWord['kind'] | undefined {
    return this.#words[this.#at]?.kind
  }

  /** The next word if it is of that kind. */
  take(kind: QueryWord['kind']): boolean {
    if (this.next !== kind) return false
    this.#at += 1
    return true
  }

  /** The text of the next word, which must be one of these. */
  text(...kinds: readonly QueryWord['kind'][]): string {
    const word = this.#words[this.#at]
    if (!word || !('text' in word) || !kinds.includes(word.kind)) throw wrong(this.#text)
    this.#at += 1
    return word.text
  }

  refuse(): never {
    throw wrong(this.#text)
  }
}

/** AND binds closer than OR. */
function anyOf(reader: WordReader, depth: number): Query {
  const parts = [allOf(reader, depth)]
  while (reader.take('or')) parts.push(allOf(reader, depth))
  return { kind: 'any', parts }
}

function allOf(reader: WordReader, depth: number): Query {
  const parts = [one(reader, depth)]
  while (reader.take('and')) parts.push(one(reader, depth))
  return { kind: 'all', parts }
}

function one(reader: WordReader, depth: number): Query {
  if (!reader.take('open')) {
    return {
      kind: 'condition',
      // A name may be quoted: `'CF.{ClientUUID}' = '…'`.
      field: reader.text('name', 'value'),
      operator: reader.text('operator'),
      value: reader.text('value'),
    }
  }
  if (depth >= deepest) reader.refuse()
  const inner = anyOf(reader, depth + 1)
  if (!reader.take('close')) reader.refuse()
  return inner
}

const wrong = (text: string): Refusal => new Refusal(400, `Wrong query in '${text.slice(0, 200)}'`)
