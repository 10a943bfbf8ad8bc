/** To whom a chat can be handed on, or who can be asked to join it. */
export type HandOnTarget =
  | { readonly kind: 'agent'; readonly user: string }
  | { readonly kind: 'queue'; readonly queue: string }
  /** Whichever lead is there. */
  | { readonly kind: 'lead' }

export interface ChatColleague {
  readonly user: string
  readonly name: string
  readonly isLead: boolean
  readonly takesChats: boolean
  /** How many they have, and may have. */
  readonly chats: number
  readonly most: number
}

export interface ChatQueueNow {
  readonly queue: string
  readonly isOpen: boolean
  readonly waiting: number
  /** When the one who waits longest asked; epoch milliseconds. */
  readonly oldestAskedAt: number | undefined
}

/** What the chat queue must know of an agent (XEP-0142 §4.1). */
export interface ChatStanding {
  readonly takes: boolean
  /** How many at once, now: the agent's own most, or fewer during a call. */
  readonly most: number
}
