import type { InteractionId } from '../../domain/ids.ts'
import type { Interaction } from '../../domain/interaction.ts'
import type { Language } from '../../domain/language.ts'
import type { FlaggedMood } from '../../domain/moods/flagged-mood.ts'
import type { InteractionMood } from '../../domain/moods/interaction-mood.ts'
import type { Utterance } from '../../domain/story/utterance.ts'
import type { Undo } from '../../ports/undo.ts'
import type { SaidRef } from './mood-desk.ts'

/** Something that the customer said: their own words alone. */
export interface CustomerWords {
  /** Of the message or utterance. */
  readonly said: string
  /** Epoch milliseconds. */
  readonly at: number
  readonly text: string
  /** As whoever wrote it down says. */
  readonly language?: Language | undefined
}

/** What the other services can ask of moods. Where they are switched off by policy, the answers are empty. */
export interface StoryMoods {
  isOn(): boolean
  /** `of` is left out for a letter; `hint` is the customer's language. */
  flagged(of: SaidRef | undefined, text: string, hint: Language | undefined): FlaggedMood | undefined
  /**
   * Those that are kept; the others are worked out from what was said in them, which is asked for them alone, and kept.
   * Interactions in which the customer said nothing are not among them.
   */
  ofInteractions(
    interactions: readonly Interaction[],
    wordsOf: (interaction: Interaction) => Promise<readonly CustomerWords[] | undefined>,
  ): Promise<ReadonlyMap<InteractionId, InteractionMood>>
  /** Everything that the customer said in it is at hand: kept anew where it was worked out from something else. */
  worked(interaction: Interaction, words: readonly CustomerWords[]): InteractionMood | undefined
  /** A reading was corrected, or a correction taken back. */
  onJudged(listener: (interaction: InteractionId) => void): Undo
  /** Something was said in an open call, by whichever side. */
  heard(utterance: Utterance): void
}
