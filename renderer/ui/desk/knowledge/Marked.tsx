import type { Mark } from '../../../domain/knowledge/article-hit.ts'

export interface MarkedText {
  readonly text: string
  readonly marks: readonly Mark[]
}

interface Piece {
  readonly text: string
  readonly isMarked: boolean
}

/** The text in pieces, in order. Marks that overlap or lie outside are cut to what is there. */
export function piecesOf({ text, marks }: MarkedText): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { from, to } of marks.toSorted((a, b) => a.from - b.from)) {
    const [start, end] = [Math.max(at, from), Math.min(text.length, to)]
    if (end <= start) continue
    if (start > at) pieces.push({ text: text.slice(at, start), isMarked: false })
    pieces.push({ text: text.slice(start, end), isMarked: true })
    at = end
  }
  return at < text.length ? [...pieces, { text: text.slice(at), isMarked: false }] : pieces
}

/** A text in which what was looked for is marked. */
export function Marked(found: MarkedText) {
  return piecesOf(found).map(({ text, isMarked }, index) =>
    isMarked ? <mark key={index}>{text}</mark> : text,
  )
}
