import type { InteractionId } from '../ids.ts'
import type { Language } from '../language.ts'

/** Words that were spoken in a call, as somebody or something wrote them down. */
export interface Utterance {
  /** One of its own within the interaction: a transcript that is told twice adds nothing. */
  readonly id: string
  readonly interaction: InteractionId
  readonly side: 'customer' | 'me'
  /** When it began. Epoch milliseconds, by this desk's clock. */
  readonly at: number
  readonly text: string
  /** As whoever wrote it down says; `undefined` when they do not. */
  readonly language: Language | undefined
}

/** UTF-16 units: nobody says more in one breath. Longer ones are cut there, and never within a character. */
export const longestUtterance = 10_000
