import type { FlaggedMood } from '../../../domain/moods/flagged-mood.ts'
import { quoteOf } from '../../../domain/moods/mood-quote.ts'
import type { Say } from '../../../words/say.ts'

/** Below this share of right readings the flag says "perhaps". */
const sure = 0.7

/** A quote from whatever direction of writing, so that the sentence around it keeps its own (Unicode UAX #9 §2.4.1). */
export const isolated = (quote: string): string => `\u2068${quote}\u2069`

/** What the flag of an utterance says: the words that decided, or what the agent has made of it. */
export function flagWords(say: Say, text: string, flagged: FlaggedMood): string {
  const { mood, corrected, confidence } = flagged
  if (corrected !== undefined) return say(`mood.corrected.${corrected}`)
  const quote = quoteOf(text, flagged)
  if (mood === 'neutral' || quote === undefined) return say(`mood.${mood}`)
  return say(confidence < sure ? `mood.perhaps.${mood}` : `mood.flag.${mood}`, { quote: isolated(quote) })
}
