import type { Language } from '../language.ts'

/**
 * What conditions can be about besides the answers, by the names that they have there. `undefined` is FEEL's null: it
 * equals nothing else, and is neither before nor after anything.
 */
export interface GuideFacts {
  readonly channel: 'call' | 'chat'
  readonly queue: string | undefined
  /** `YYYY-MM-DD` and `HH:MM` where the agent is. */
  readonly today: string
  readonly time: string
  /** How the customer seems, by what they wrote; the desk does not guess where it cannot know. */
  readonly mood: 'calm' | 'upset' | undefined
  readonly contact: {
    readonly known: boolean
    readonly name: string | undefined
    readonly language: Language | undefined
    /** Interactions in the last 30 days, this one apart. */
    readonly recent: number
  }
  readonly case: {
    readonly known: boolean
    readonly number: string | undefined
    readonly status: string | undefined
    readonly queue: string | undefined
    /** By the field's key without `custom:`. */
    readonly fields: Readonly<Record<string, string>>
  }
}
