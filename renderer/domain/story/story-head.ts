import type { CaseId } from '../ids.ts'
import type { Interaction } from '../interaction.ts'
import type { Language } from '../language.ts'
import type { Promised } from '../promise.ts'
import type { MoodTrend } from '../moods/mood-trend.ts'
import type { Need } from './need.ts'
import type { StoryCase } from './story-item.ts'

/** What to know in ten seconds, before the first word. Times are epoch milliseconds. */
export interface StoryHead {
  readonly openCases: readonly StoryCase[]
  /** The last one that is over. */
  readonly last: Interaction | undefined
  /** Open ones: the soonest due first. */
  readonly promises: readonly (Promised & { readonly case: CaseId })[]
  /** Interactions and letters from the customer in the last 30 days, the one in hand not among them. */
  readonly contactsIn30Days: number
  readonly language: Language | undefined
  readonly needs: readonly Need[]
  /** `undefined` where nothing was said, or moods are switched off. */
  readonly trend: MoodTrend | undefined
  readonly identity: IdentityCheck | undefined
}

/** The last time that somebody made sure who this is: what a guide asked for, never what was answered. */
export interface IdentityCheck {
  readonly at: number
  readonly outcome: 'passed' | 'failed' | 'not-finished'
  /** The labels of what was checked, as the guide has them in the customer's language. */
  readonly checked: readonly string[]
  readonly guide: string
}
