import type { InteractionId } from '../ids.ts'
import type { Mood } from '../sentiment/mood.ts'

/** How the customer sounded in one interaction: worked out from what they said, and worked out anew at any time. */
export interface InteractionMood {
  readonly interaction: InteractionId
  /** The reader's version and that of what this device has learnt: another one reads it anew. */
  readonly version: string
  /** How many of the customer's utterances there were. */
  readonly utterances: number
  /** When the last of them was said: later ones make it out of date. Epoch milliseconds. */
  readonly to: number
  readonly mood: Mood
  /** End-weighted, −1 to 1 (mood-trend.ts has the formula). */
  readonly score: number
  /** The mean of the first third and of the last third; the same where there are fewer than three. */
  readonly start: number
  readonly end: number
  /** What weighed most, for the list: at most three, the heaviest first. */
  readonly quotes: readonly MoodQuote[]
}

/** Words of the customer that decided, as they were said: short enough for a line, cut at a word. */
export interface MoodQuote {
  /** Of the message or utterance. */
  readonly said: string
  readonly text: string
  readonly mood: Exclude<Mood, 'neutral'>
}
