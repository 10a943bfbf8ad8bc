import { isMap, isScalar, visit } from 'yaml'
import type { Document, Node, Pair, YAMLMap } from 'yaml'

import { isLanguage } from './language-name.ts'

/** Words in braces that a comma has cut off from those before it. */
export interface LooseWords {
  /** Where they stand. */
  readonly offset: number
  readonly words: string
  /** Whose words they belong to, and what those are as a whole. */
  readonly key: string
  readonly whole: string
}

/**
 * In braces a comma ends a value: `{ en: Well, then, fr: … }` has a key “then” with nothing in it. Puts such words back to
 * those that they belong to, so that the file can be read on, and tells of each place where it did.
 */
export function mendLooseWords(document: Document.Parsed, text: string): readonly LooseWords[] {
  const found: LooseWords[] = []
  visit(document, {
    Map: (_, map) => {
      if (map.flow === true) found.push(...mendMap(map, text))
    },
  })
  return found
}

function mendMap(map: YAMLMap, text: string): readonly LooseWords[] {
  const found: LooseWords[] = []
  const kept: Pair[] = []
  let open: LooseWords | undefined
  for (const pair of map.items) {
    const before = kept.at(-1)
    const [start, end] = rangeOf(pair.key)
    if (before === undefined || !isLoose(pair, before)) {
      if (open) found.push(open)
      open = undefined
      kept.push(pair)
      continue
    }
    const whole = text.slice(rangeOf(before.value)[0], end)
    // Several commas make one fault.
    open ??= { offset: start, words: text.slice(start, end), key: nameOf(before), whole }
    open = { ...open, whole }
    if (isScalar(before.value)) before.value.value = whole
  }
  map.items = kept
  return open ? [...found, open] : found
}

/** A key without a colon, behind words: one that could be a key by its look only where the words are of a language. */
function isLoose({ key, value }: Pair, before: Pair): boolean {
  if (value !== null || !isScalar(before.value) || typeof before.value.value !== 'string') return false
  return isMap(key) || isLanguage(nameOf(before)) || !/^[a-z-]+$/.test(nameOf({ key }))
}

const nameOf = ({ key }: Pick<Pair, 'key'>): string => (isScalar(key) ? String(key.value) : '')

const rangeOf = (node: unknown): readonly [number, number] => {
  const range = (node as Node | null)?.range
  return [range?.[0] ?? 0, range?.[1] ?? 0]
}

/** As it is to be written: in the quotation marks that it does not have in it. */
export function quoted(words: string): string {
  if (!/["\\]/.test(words)) return `"${words}"`
  return `'${words.replaceAll("'", "''")}'`
}
