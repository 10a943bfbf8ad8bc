import { wholeCharacters } from '../../../domain/moods/whole-characters.ts'
import type { Evidence } from '../../../domain/sentiment/mood.ts'

/** A piece of an utterance: plain, or words that weighed something. */
export interface MoodPiece {
  readonly text: string
  readonly evidence: Evidence | undefined
}

/** The text in pieces, in order. Marks hold whole characters; where two overlap, the first keeps what both have. */
export function moodPieces(text: string, evidence: readonly Evidence[]): readonly MoodPiece[] {
  const whole = wholeCharacters(text)
  const pieces: MoodPiece[] = []
  let at = 0
  for (const found of evidence.toSorted((a, b) => a.from - b.from)) {
    const { from, to } = whole(found)
    const start = Math.max(at, from)
    if (to <= start) continue
    if (start > at) pieces.push({ text: text.slice(at, start), evidence: undefined })
    pieces.push({ text: text.slice(start, to), evidence: found })
    at = to
  }
  return at < text.length ? [...pieces, { text: text.slice(at), evidence: undefined }] : pieces
}
