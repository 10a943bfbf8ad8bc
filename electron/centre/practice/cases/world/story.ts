/** One of the practice world's cases, as it went before the shift begins. Times are relative, so that it never ages. */
export interface CaseStory {
  readonly queue: 'Passports' | 'Prestations' | 'Investigations'
  /** A resident's id. */
  readonly resident: string
  readonly subject: string
  readonly channel: 'call' | 'chat' | 'form' | 'email'
  /** Hours before the shift in which it was opened. */
  readonly openedHoursAgo: number
  /** `agent` is one of those who train here, in turn. */
  readonly owner?: 'agent' | 'dana.roy' | 'claire.bergeron' | 'anil.nair'
  readonly priority?: number
  /** Hours after the beginning of the shift; negative when it is late. */
  readonly dueInHours?: number
  readonly documents?: readonly string[]
  readonly travelInDays?: number
  /** The first message: what the customer wrote, or what an agent took down. */
  readonly text: string
  readonly steps?: readonly StoryStep[]
}

export type StoryStep =
  /** A customer's mail. */
  | { readonly kind: 'mail'; readonly hoursAgo: number; readonly text: string }
  | { readonly kind: 'note' | 'reply'; readonly hoursAgo: number; readonly by: Author; readonly text: string }
  | { readonly kind: 'status'; readonly hoursAgo: number; readonly by: Author; readonly to: string }
  /** A promise or a call-back that is to be kept. */
  | {
      readonly kind: 'promise' | 'call-back'
      readonly hoursAgo: number
      readonly by: Author
      readonly text: string
      readonly dueInHours: number
    }

export type Author = 'agent' | 'dana.roy' | 'claire.bergeron' | 'anil.nair'
