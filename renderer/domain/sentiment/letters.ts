/** An utterance's letters, made comparable: accents off, drawn-out letters shortened. */

/** Combining marks, as they stand apart after NFD (Unicode Standard Annex #15). */
const marks = /\p{M}+/gu

const plainLetters = /^[a-z0-9']*$/

export const withoutAccents = (word: string): string =>
  plainLetters.test(word)
    ? word
    : word.normalize('NFD').replace(marks, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae')

const drawnOut = /(\p{L})\1{2,}/u
const everyDrawnOut = /(\p{L})\1{2,}/gu

/** "soooo": no word of either language has three of a letter in a row. */
export const isDrawnOut = (word: string): boolean => drawnOut.test(word)

/** "sooo" → "so", "goood" → "good" with `keep` 2. */
export const shortened = (word: string, keep: 1 | 2): string =>
  word.replaceAll(everyDrawnOut, keep === 1 ? '$1' : '$1$1')

/** FNV-1a (draft-eastlake-fnv §2), one UTF-16 unit at a time: fast and the same everywhere. */
export const hashStart = 0x811c9dc5
export const hashUnit = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)

export function hashText(hash: number, text: string): number {
  let so = hash
  for (let at = 0; at < text.length; at++) so = hashUnit(so, text.charCodeAt(at))
  return so
}
