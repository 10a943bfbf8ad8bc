import type { Evidence, Mood, PhraseMood, UtteranceMood } from '../sentiment/mood.ts'
import { wholeCharacters } from './whole-characters.ts'
import type { TextSpan } from './whole-characters.ts'

/** UTF-16 units: what a line has room for. */
const longest = 48

/** What could turn the words around it: a quote stands in a sentence of ours. */
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

export interface QuoteOptions {
  /** As which it counts, where the agent has corrected it. */
  readonly as?: Mood
  /** UTF-16 units. */
  readonly longest?: number
}

/**
 * The words to quote for how an utterance was read: those around what weighed most, so that a negation stays with what
 * it negates ("would not recommend", never a bare "recommend"). `undefined` where nothing speaks for the mood.
 */
export function quoteOf(
  text: string,
  { mood, evidence, phrases }: Pick<UtteranceMood, 'mood' | 'evidence' | 'phrases'>,
  { as = mood, longest: most = longest }: QuoteOptions = {},
): string | undefined {
  if (as === 'neutral') return undefined
  const heaviest = evidence.find(({ weight }) => weight > 0 === (as === 'positive'))
  if (!heaviest) return undefined
  const phrase = phraseAround(heaviest, phrases)
  const { from, to } = phrase.to - phrase.from <= most ? phrase : widened(text, { heaviest, phrase, most })
  const whole = wholeCharacters(text)({ from, to })
  const words = text.slice(whole.from, whole.to).replace(directions, '').replace(/\s+/gu, ' ').trim()
  return `${from > phrase.from ? '…' : ''}${words}${to < phrase.to ? '…' : ''}`
}

const phraseAround = ({ from, to }: Evidence, phrases: readonly PhraseMood[]): TextSpan =>
  phrases.find((phrase) => phrase.from <= from && to <= phrase.to) ?? { from, to }

interface Widening {
  readonly heaviest: Evidence
  readonly phrase: TextSpan
  readonly most: number
}

/** As many words on both sides as there is room for, one by one. */
function widened(text: string, { heaviest, phrase, most }: Widening): TextSpan {
  let { from, to } = heaviest
  if (to - from > most) return { from, to: from + most }
  for (let turn = 0; turn < most; turn++) {
    const room = most - (to - from)
    const before = lengthOf(/\S+\s*$/u, text.slice(Math.max(phrase.from, from - most), from), room)
    const after = lengthOf(/^\s*\S+/u, text.slice(to, Math.min(phrase.to, to + most)), room - before)
    if (before + after === 0) break
    from -= before
    to += after
  }
  return { from, to }
}

/** Of the word there, with the space to it; 0 where there is none or it does not fit. */
function lengthOf(word: RegExp, text: string, room: number): number {
  const length = word.exec(text)?.[0].length ?? 0
  return length <= room ? length : 0
}
