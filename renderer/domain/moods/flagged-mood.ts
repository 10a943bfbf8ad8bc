import type { Mood, UtteranceMood } from '../sentiment/mood.ts'

/** How an utterance is shown: as it was read, or as the agent has corrected it. */
export interface FlaggedMood extends UtteranceMood {
  /** What the agent says it is; `undefined` as long as nobody has corrected it. */
  readonly corrected: Mood | undefined
}

/** The mood that counts: whoever heard it knows better. */
export const moodOf = ({ mood, corrected }: Pick<FlaggedMood, 'mood' | 'corrected'>): Mood =>
  corrected ?? mood

/**
 * The score that counts, −1 to 1. A correction has the middle of its class, or what was read where both agree: a trend
 * must not jump because somebody confirmed it.
 */
export function scoreOf({
  mood,
  corrected,
  score,
}: Pick<FlaggedMood, 'mood' | 'corrected' | 'score'>): number {
  if (corrected === undefined || corrected === mood) return score
  return middleOf(corrected)
}

export const middleOf = (mood: Mood): number => ({ negative: -0.7, neutral: 0, positive: 0.7 })[mood]
