import type { Evidence, PhraseMood, Turn } from './mood.ts'
import type { RuleReading, Weighed } from './turns.ts'

/** At most so many, the heaviest first: what a person reads at a glance. */
const most = 6
/** What weighs less than this part of the heaviest is left out. */
const leastPart = 0.12

/** What one token adds to the score: by its weight in the lexicons, and by what the linear layer knows of it. */
export interface Additions {
  readonly ruled: Float64Array
  readonly learnt: Float64Array
}

/**
 * What decided: the words and phrases of the lexicons with their turns and whatever the linear layer adds to them, and
 * the other words that the layer has weighed.
 */
export function evidenceOf(
  { tokens, weighed }: RuleReading,
  { ruled, learnt }: Additions,
  isCommon: (word: string) => boolean,
): readonly Evidence[] {
  const covered = new Uint8Array(tokens.length)
  const all: Evidence[] = []
  for (const found of weighed) {
    covered.fill(1, found.first, found.last + 1)
    all.push(spanned(found, found.turns))
  }
  for (const [at, { kind, word }] of tokens.entries())
    if (covered[at] === 0 && kind !== 'mark' && kind !== 'link' && !isCommon(word))
      all.push(spanned({ first: at, last: at }, []))
  return heaviest(all)

  function spanned({ first, last }: Pick<Weighed, 'first' | 'last'>, turns: readonly Turn[]): Evidence {
    let weight = 0
    for (let at = first; at <= last; at++) weight += (ruled[at] ?? 0) + (learnt[at] ?? 0)
    return { from: tokens[first]?.from ?? 0, to: tokens[last]?.to ?? 0, weight, turns }
  }
}

/** Sorts no more than it must: of a long text there are tens of thousands. */
function heaviest(all: readonly Evidence[]): readonly Evidence[] {
  const kept: Evidence[] = []
  for (const found of all) {
    const lightest = kept[most - 1]
    if (found.weight === 0 || (lightest && !isBefore(found, lightest))) continue
    const place = kept.findIndex((other) => isBefore(found, other))
    kept.splice(place < 0 ? kept.length : place, 0, found)
    kept.length = Math.min(kept.length, most)
  }
  const least = Math.abs(kept[0]?.weight ?? 0) * leastPart
  return kept.filter(({ weight }) => Math.abs(weight) >= least)
}

/** The heavier first, and of two that weigh the same the one that was said first. */
function isBefore(a: Evidence, b: Evidence): boolean {
  const difference = Math.abs(a.weight) - Math.abs(b.weight)
  return difference > 0 || (difference === 0 && a.from < b.from)
}

/** At most so many phrases are told apart; the rest of a very long text is the last one. */
const mostPhrases = 200

/** Between commas, full stops and "but". */
export function phraseMoods(
  { tokens }: RuleReading,
  { ruled, learnt }: Additions,
  isBut: (word: string) => boolean,
): readonly PhraseMood[] {
  const phrases: PhraseMood[] = []
  let [first, sum] = [-1, 0]
  const close = (last: number): void => {
    const [from, to] = [tokens[first]?.from, tokens[last]?.to]
    if (from !== undefined && to !== undefined) phrases.push({ from, to, score: Math.tanh(sum / 2) })
    ;[first, sum] = [-1, 0]
  }
  for (const [at, { kind, word }] of tokens.entries()) {
    const parts = kind === 'mark' || (kind === 'word' && isBut(word))
    if (parts && first >= 0 && phrases.length < mostPhrases) close(at - 1)
    if (kind === 'mark') continue
    if (first < 0) first = at
    sum += (ruled[at] ?? 0) + (learnt[at] ?? 0)
  }
  if (first >= 0) close(tokens.length - 1)
  return phrases
}
