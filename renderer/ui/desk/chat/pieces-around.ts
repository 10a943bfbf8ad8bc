/** Characters before the first find that are shown with it, and of the whole. */
const [before, most] = [40, 160]

/** Letter by letter, so that places in the one are places in the other. */
const folded = (text: string): string =>
  Array.from(text, (letter) => {
    const plain = letter
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .toLowerCase()
    return plain.length === letter.length ? plain : letter
  }).join('')

export interface FoundPiece {
  readonly text: string
  readonly isFound: boolean
}

/** A text around the words that were looked for, in pieces; accents and case do not matter. */
export function piecesAround(text: string, wanted: string): readonly FoundPiece[] {
  const words = folded(wanted)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const plain = folded(text)
  const first = Math.min(...words.map((word) => plain.indexOf(word)).filter((at) => at >= 0), text.length)
  const from = first === text.length ? 0 : Math.max(0, first - before)
  // Half of a letter may be left at either end.
  const shown = text.slice(from, from + most).replace(/\p{Cs}/gu, '')
  const part = folded(shown)
  const pieces: FoundPiece[] = from > 0 ? [{ text: '…', isFound: false }] : []
  let at = 0
  while (at < shown.length) {
    const next = nearest(part, words, at)
    if (next.at > at) pieces.push({ text: shown.slice(at, next.at), isFound: false })
    if (next.length > 0) pieces.push({ text: shown.slice(next.at, next.at + next.length), isFound: true })
    at = next.at + next.length
  }
  if (from + most < text.length) pieces.push({ text: '…', isFound: false })
  return pieces
}

/** The next of the words from there on, or the end. */
function nearest(text: string, words: readonly string[], from: number): { at: number; length: number } {
  return words
    .map((word) => ({ at: text.indexOf(word, from), length: word.length }))
    .filter(({ at }) => at >= 0)
    .reduce((best, one) => (one.at < best.at ? one : best), { at: text.length, length: 0 })
}
