import type { FlaggedMood } from '../../../domain/moods/flagged-mood.ts'
import { moodOf } from '../../../domain/moods/flagged-mood.ts'
import { moods } from '../../../domain/sentiment/mood.ts'
import type { Mood } from '../../../domain/sentiment/mood.ts'

/**
 * What one more press of the key makes of it: the next of negative, neutral and positive after what counts now. Whoever
 * has come round to what was read has confirmed it; the press after that takes the correction back (`undefined`).
 */
export function nextMood(flagged: Pick<FlaggedMood, 'mood' | 'corrected'>): Mood | undefined {
  if (flagged.corrected === flagged.mood) return undefined
  return moods[(moods.indexOf(moodOf(flagged)) + 1) % moods.length]
}
