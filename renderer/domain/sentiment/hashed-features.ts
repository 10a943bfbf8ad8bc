import { hashStart, hashText, hashUnit, shortened } from './letters.ts'
import type { RuleReading } from './turns.ts'

/** Words, pairs, threes and parts of words, each put into one of so many places by its hash. */
export const placeBits = 16
export const places = 2 ** placeBits

/** How much each kind counts; the parts of one word share theirs. */
const share = { word: 1, pair: 0.8, three: 0.5, parts: 1.2 }
const partLengths = { shortest: 3, longest: 5 }
/** Parts of longer words say nothing more. */
const longestParted = 18

/** Takes one feature: its place, its value, and which tokens it speaks of: `span` of them from `owner` on. */
export type TakeFeature = (place: number, value: number, owner: number, span: number) => void

// The low bits of FNV mix worst: the high ones are folded in.
const placeOf = (hash: number): number => (hash ^ (hash >>> placeBits)) & (places - 1)

const kinds = { word: 1, negated: 2, pair: 3, three: 4, part: 5, end: 6 } as const
const space = 32

/**
 * Gives every feature to `take`, one after the other: a long text has millions of them. Every value is divided by the
 * root of the words, so that long utterances do not weigh more by length.
 */
export function hashFeatures({ tokens, plain, negations, weighed }: RuleReading, take: TakeFeature): void {
  const feeling = new Set(weighed.map(({ first }) => first))
  const said = tokens.map(({ kind, drawnOut }, at) => saidAt(kind, plain[at] ?? '', drawnOut))
  const spoken = said.flatMap((word, at) => (word === '' ? [] : [at]))
  const scale = 1 / Math.sqrt(spoken.length + 1)
  for (const [order, at] of spoken.entries()) {
    const word = said[at] ?? ''
    const covered = (negations[at] ?? 0) % 2 === 1
    // A word of feeling that is negated is another word; of others both say something.
    const isTurned = covered && feeling.has(at)
    if (!isTurned) take(placeOf(hashText(started(kinds.word), word)), share.word * scale, at, 1)
    if (covered) take(placeOf(hashText(started(kinds.negated), word)), share.word * scale, at, 1)
    if (order === 0) take(placeOf(hashText(started(kinds.end), word)), share.pair * scale, at, 1)
    addNeighbours(take, {
      at,
      scale,
      words: spoken.slice(order, order + 3).map((next) => said[next] ?? ''),
    })
    if (tokens[at]?.kind === 'word' && !isTurned) addParts(take, word, { at, scale })
  }
}

const started = (kind: number): number => hashUnit(hashStart, kind)

interface Neighbours {
  readonly at: number
  readonly scale: number
  /** A word and the two that follow it, as far as there are. */
  readonly words: readonly string[]
}

function addNeighbours(take: TakeFeature, { at, scale, words }: Neighbours): void {
  const [word = '', next, third] = words
  take(
    placeOf(pairHash(started(kinds.pair), word, next ?? '$')),
    share.pair * scale,
    at,
    next === undefined ? 1 : 2,
  )
  if (next === undefined || third === undefined) return
  const three = hashUnit(pairHash(started(kinds.three), word, next), space)
  take(placeOf(hashText(three, third)), share.three * scale, at, 3)
}

const pairHash = (start: number, word: string, next: string): number =>
  hashText(hashUnit(hashText(start, word), space), next)

function saidAt(kind: string, word: string, drawnOut: boolean): string {
  if (kind === 'mark' || kind === 'link') return ''
  if (kind === 'number') return '#'
  return drawnOut ? shortened(word, 1) : word
}

/** Runs of three to five letters, with the word's edges: typing errors and endings share most of theirs. */
function addParts(
  take: TakeFeature,
  word: string,
  { at, scale }: { readonly at: number; readonly scale: number },
): void {
  if (word.length < 4 || word.length > longestParted) return
  const edged = `<${word}>`
  const { shortest, longest } = partLengths
  const many = (edged.length - shortest + 1) * (longest - shortest + 1)
  const value = (share.parts * scale) / Math.sqrt(many)
  for (let from = 0; from + shortest <= edged.length; from++) {
    let hash = hashUnit(hashStart, kinds.part)
    const end = Math.min(edged.length, from + longest)
    for (let to = from; to < end; to++) {
      hash = hashUnit(hash, edged.charCodeAt(to))
      if (to - from + 1 >= shortest) take(placeOf(hash), value, at, 1)
    }
  }
}
