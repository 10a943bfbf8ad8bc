import type { InteractionId } from '../ids.ts'
import { moodOf, scoreOf } from './flagged-mood.ts'
import type { FlaggedMood } from './flagged-mood.ts'
import type { InteractionMood, MoodQuote } from './interaction-mood.ts'
import { quoteOf } from './mood-quote.ts'
import { endWeighted, moodAt } from './mood-trend.ts'

/** One utterance of the customer that was read. */
export interface ReadUtterance {
  /** Of the message or utterance. */
  readonly said: string
  /** Epoch milliseconds. */
  readonly at: number
  readonly text: string
  readonly mood: FlaggedMood
}

const mostQuotes = 3

/** How the customer sounded, from what they said, oldest first. Of nothing it is neutral, with no utterance. */
export function moodOfInteraction(
  interaction: InteractionId,
  version: string,
  read: readonly ReadUtterance[],
): InteractionMood {
  const scores = read.map(({ mood }) => scoreOf(mood))
  const score = endWeighted(scores)
  const third = scores.length < 3 ? scores.length : Math.floor(scores.length / 3)
  return {
    ...{ interaction, version, utterances: read.length, to: read.at(-1)?.at ?? 0 },
    ...{ mood: moodAt(score), score },
    start: mean(scores.slice(0, third)),
    end: mean(scores.slice(scores.length - third)),
    quotes: quotesOf(read),
  }
}

/** Worked out by this version, from as much as there is. */
export const isUpToDate = (
  mood: InteractionMood | undefined,
  of: Pick<InteractionMood, 'version' | 'utterances' | 'to'>,
): boolean => mood?.version === of.version && mood.utterances === of.utterances && mood.to === of.to

const mean = (scores: readonly number[]): number =>
  scores.length === 0 ? 0 : scores.reduce((sum, score) => sum + score, 0) / scores.length

/** The heaviest first; of two that weigh the same the later one, which is better remembered. */
function quotesOf(read: readonly ReadUtterance[]): readonly MoodQuote[] {
  return read
    .map((one, order) => ({ ...one, order, weight: Math.abs(scoreOf(one.mood)) }))
    .sort((a, b) => b.weight - a.weight || b.order - a.order)
    .flatMap(({ said, text, mood }): readonly MoodQuote[] => {
      const counts = moodOf(mood)
      const words = counts === 'neutral' ? undefined : quoteOf(text, mood, { as: counts })
      return counts === 'neutral' || words === undefined ? [] : [{ said, text: words, mood: counts }]
    })
    .slice(0, mostQuotes)
}
