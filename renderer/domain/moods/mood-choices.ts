/** What the agent has chosen; IT may have switched moods off altogether. */
export interface MoodChoices {
  /** A line at the conversation when the customer's mood falls clearly. Off at first. */
  readonly alert: boolean
  /** "Was this right?", now and then. On at first. */
  readonly prompts: boolean
}

export const usualMoodChoices: MoodChoices = { alert: false, prompts: true }
