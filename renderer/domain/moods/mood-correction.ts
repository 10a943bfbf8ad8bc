import type { InteractionId } from '../ids.ts'
import type { Language } from '../language.ts'
import type { Evidence, Mood } from '../sentiment/mood.ts'

/** UTF-16 units: of longer ones the beginning is kept. */
export const longestJudged = 2000

/** What an agent has said about one reading. It is personal data: it goes when the interaction goes. */
export interface MoodJudgement {
  /** `${interaction}/${said}`: a second judgement takes the first one's place. */
  readonly id: string
  readonly interaction: InteractionId
  /** Of the message or utterance; for a letter the event's. */
  readonly said: string
  /** The words themselves, at most the first `longestJudged` UTF-16 units. */
  readonly text: string
  readonly language: Language
  /** As it was read, by which version, with the words that decided. */
  readonly read: Mood
  readonly score: number
  readonly version: string
  readonly evidence: readonly Evidence[]
  /** As the agent says it is; the same as `read` where they said that it was right. */
  readonly given: Mood
  /**
   * `flag`: the agent corrected what they saw, so wrong ones are more among them. `asked`: the desk picked it at random;
   * these alone tell how often the reader is wrong.
   */
  readonly how: 'flag' | 'asked'
  /** Epoch milliseconds. */
  readonly at: number
}
