import type { InteractionId } from '../../domain/ids.ts'
import type { MoodChoices } from '../../domain/moods/mood-choices.ts'
import type { Mood } from '../../domain/sentiment/mood.ts'

/** Which words are meant. */
export interface SaidRef {
  readonly interaction: InteractionId
  readonly said: string
}

/** What the screen can ask of moods. */
export interface MoodDesk {
  /** One key: the next of negative, neutral, positive after the one that counts now; a fourth time is as it was read. */
  correct(ref: SaidRef, given: Mood | undefined): Promise<void>
  /** "Was this right?": `given` is what it was; `undefined` is "I cannot say", which counts for nothing. */
  answer(given: Mood | undefined): Promise<void>
  /** The agent has seen that the mood has fallen. */
  dismissAlert(interaction: InteractionId): void
  choose(choices: Partial<MoodChoices>): Promise<void>
}
