import { asInteractionId } from '../../../../renderer/domain/ids.ts'
import type { Language } from '../../../../renderer/domain/language.ts'
import type { FlaggedMood } from '../../../../renderer/domain/moods/flagged-mood.ts'
import type { MoodJudgement } from '../../../../renderer/domain/moods/mood-correction.ts'
import type { ReadUtterance } from '../../../../renderer/domain/moods/mood-of-interaction.ts'
import type { Mood } from '../../../../renderer/domain/sentiment/mood.ts'
import { createMoodReader } from '../../../../renderer/domain/sentiment/read-mood.ts'
import { shiftStart } from '../../../make.ts'

/** The reader that ships. */
export const shipped = createMoodReader()

/** An agent's word on an utterance, as it is kept. */
export function judgement(text: string, given: Mood, change: Partial<MoodJudgement> = {}): MoodJudgement {
  const language: Language = change.language ?? 'en'
  const { mood: read, score, evidence } = shipped.read(text, language)
  const interaction = asInteractionId('interaction-1')
  return {
    ...{ id: `${interaction}/${text}`, interaction, said: text, text, language, read, score, evidence },
    ...{ version: shipped.version, given, how: 'flag', at: shiftStart },
    ...change,
  }
}

/** An utterance that was read, with the score that the test needs. */
export const flagged = (score: number, change: Partial<FlaggedMood> = {}): FlaggedMood => ({
  mood: score > 0.2 ? 'positive' : score < -0.2 ? 'negative' : 'neutral',
  ...{ confidence: 0.9, score, language: 'en', phrases: [], evidence: [], readTo: 0, corrected: undefined },
  ...change,
})

/** Said one after the other, a minute apart. */
export const said = (...texts: readonly string[]): readonly ReadUtterance[] =>
  texts.map((text, nth) => ({
    ...{ said: `m${nth + 1}`, at: shiftStart + nth * 60_000, text },
    mood: { ...shipped.read(text, 'en'), corrected: undefined },
  }))
