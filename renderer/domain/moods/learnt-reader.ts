import { languages } from '../language.ts'
import type { Language } from '../language.ts'
import type { Evidence, Mood, MoodReader, UtteranceMood } from '../sentiment/mood.ts'
import { createMoodReader } from '../sentiment/read-mood.ts'
import type { TrainedLanguage } from '../sentiment/weights.ts'
import { middleOf } from './flagged-mood.ts'
import { learntWeights } from './learnt-weights.ts'
import { longestJudged } from './mood-correction.ts'
import type { MoodJudgement } from './mood-correction.ts'

/**
 * The reader of this device: that which ships with what has been learnt here; and what was judged word for word is read as
 * it was judged.
 * @param judgements oldest first: of two on the same words the later one counts
 */
export function learntReader(judgements: readonly MoodJudgement[]): MoodReader {
  const trained: Partial<Record<Language, TrainedLanguage>> = {}
  for (const language of languages) trained[language] = learntWeights(language, judgements)
  const reader = createMoodReader({ trained })
  const judged = new Map<string, Mood>()
  for (const { text, given } of judgements)
    // What was cut may have gone on in another way.
    if (text.length < longestJudged) judged.set(comparable(text), given)
  return {
    version: reader.version,
    read(text, hint) {
      const read = reader.read(text, hint)
      const given = text.length < longestJudged ? judged.get(comparable(text)) : undefined
      return given === undefined || given === read.mood ? read : readAs(given, read, text)
    },
  }
}

/** The same words, whatever the case, the spaces and the apostrophes. */
export const comparable = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replaceAll(/[’ʼ]/gu, "'").replaceAll(/\s+/gu, ' ').trim()

/** As it was judged before; where no word speaks for it, all of them together decided. */
function readAs(mood: Mood, read: UtteranceMood, text: string): UtteranceMood {
  const score = middleOf(mood)
  const supports = ({ weight }: Evidence): boolean => weight * score > 0
  const whole: Evidence = { from: 0, to: text.length, weight: score, turns: [] }
  const isShown = mood === 'neutral' || read.evidence.some(supports)
  return { ...read, mood, score, evidence: isShown ? read.evidence : [whole] }
}
