import type { Mark } from '../../../domain/knowledge/article-hit.ts'
import { beginsAny, wordsOf } from '../../../domain/story/words-of.ts'

const word = /[\p{L}\p{N}\p{M}]+/gu

/** Where words stand that begin as one of those that were looked for. */
export function marksOf(text: string, wanted: string): readonly Mark[] {
  const words = wordsOf(wanted)
  if (words.length === 0) return []
  return Array.from(text.matchAll(word)).flatMap(({ index, 0: found }) =>
    beginsAny(wordsOf(found), words) ? [{ from: index, to: index + found.length }] : [],
  )
}
