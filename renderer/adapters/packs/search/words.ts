/** A word of a text, and where it stands in it (UTF-16 units). */
export interface Word {
  readonly raw: string
  readonly from: number
  readonly to: number
}

/** Whoever writes longer words than this does not look for them. */
const longestWord = 40

/**
 * Letters and digits, of any script, with their marks. Everything else parts words: also apostrophes (l’aîné is l and
 * aîné) and hyphens.
 */
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu

/** The words of a text, in its order. */
export function wordsIn(text: string, most = Infinity): readonly Word[] {
  const words: Word[] = []
  eachWord(text, most, (raw, from, to) => words.push({ raw, from, to }))
  return words
}

/** The same without an object for each: what is indexed has millions of them, and `exec` makes one for each. */
export function eachWord(
  text: string,
  most: number,
  take: (raw: string, from: number, to: number) => void,
): void {
  let to = 0
  let nth = 0
  for (const raw of text.match(word) ?? []) {
    if (nth >= most) return
    nth += 1
    // Only signs stand between two words, so that it is not found any earlier.
    const from = text.indexOf(raw, to)
    to = from + raw.length
    take(raw.length > longestWord ? raw.slice(0, longestWord) : raw, from, to)
  }
}

const plain = /^[a-z0-9]*$/

/** Without case and accents: `Reçu` is `recu`, `Cœur` is `coeur`. */
export function fold(raw: string): string {
  const small = raw.toLowerCase()
  if (plain.test(small)) return small
  return small
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
}
