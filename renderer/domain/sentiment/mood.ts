import type { Language } from '../language.ts'

export const moods = ['negative', 'neutral', 'positive'] as const
/** How the customer's words sound: about what they said, never about the agent who heard it. */
export type Mood = (typeof moods)[number]

/** What turned the weight of a word that decided. */
export type Turn = 'negated' | 'boosted' | 'softened' | 'after-but' | 'before-but' | 'question' | 'shouted'

/** Words of the utterance that decided, or spoke against it. */
export interface Evidence {
  /** UTF-16 offsets into the utterance as it was given, `to` excluded. */
  readonly from: number
  readonly to: number
  /** What it adds to the score, after its turns: negative, or positive. */
  readonly weight: number
  readonly turns: readonly Turn[]
}

/** Part of an utterance between commas, full stops and "but". */
export interface PhraseMood {
  readonly from: number
  readonly to: number
  /** −1 to 1. */
  readonly score: number
}

export interface UtteranceMood {
  readonly mood: Mood
  /** The share of utterances that were read as surely and rightly, 0 to 1, as measured on what was held out. */
  readonly confidence: number
  /** −1 (very negative) to 1 (very positive). */
  readonly score: number
  readonly language: Language
  readonly phrases: readonly PhraseMood[]
  /** What weighed most comes first; bounded. Empty only where the mood is neutral. */
  readonly evidence: readonly Evidence[]
  /** Only so many letters of a very long text are read: up to this UTF-16 offset. */
  readonly readTo: number
}

/** Reads one utterance after the other; a stronger model can take its place. */
export interface MoodReader {
  /** Kept beside what was read: another version may read it otherwise. */
  readonly version: string
  /** Never throws, whatever the text; takes time in proportion to what is read. */
  read(text: string, hint: Language): UtteranceMood
}
