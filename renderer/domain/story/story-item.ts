import type { CaseEvent } from '../case-event.ts'
import type { CaseNumber } from '../case.ts'
import type { Conversation } from '../conversation.ts'
import type { CaseId } from '../ids.ts'
import type { Interaction } from '../interaction.ts'
import type { GuideRun } from '../knowledge/guide-run.ts'
import type { FlaggedMood } from '../moods/flagged-mood.ts'
import type { InteractionMood } from '../moods/interaction-mood.ts'
import type { OutboxEntry } from '../outbox.ts'

export const storyChannels = ['call', 'chat', 'mail', 'case', 'guide'] as const
/** `mail` is what went to the customer or came from them by way of a case; `case` is everything else of its history. */
export type StoryChannel = (typeof storyChannels)[number]

/** As much of a case as a line of the story says. */
export interface StoryCase {
  readonly id: CaseId
  readonly number: CaseNumber | undefined
  readonly subject: string | undefined
}

/** One line of a contact's story. `key` is its own for ever, whatever is read beside it. Times are epoch milliseconds. */
export type StoryItem = {
  readonly key: string
  readonly at: number
} & (
  | {
      readonly kind: 'interaction'
      readonly interaction: Interaction
      /** Of a chat, while it is kept. */
      readonly conversation: Conversation | undefined
      readonly guides: readonly GuideRun[]
      /** `undefined` where nothing was said, or moods are switched off. */
      readonly mood: InteractionMood | undefined
      /** The case that its wrap-up was written to, so that the note there is not told twice. */
      readonly case: StoryCase | undefined
    }
  | {
      readonly kind: 'event'
      readonly case: StoryCase
      readonly event: CaseEvent
      /** Of a letter from the customer. */
      readonly mood: FlaggedMood | undefined
    }
  /** Written here, and not in the case system yet. */
  | { readonly kind: 'entry'; readonly case: StoryCase; readonly entry: OutboxEntry }
)

/** Which of the channels a line belongs to: a call in which a guide was followed is both. */
export function channelsOf(item: StoryItem): readonly StoryChannel[] {
  if (item.kind === 'interaction')
    return item.guides.length > 0 ? [item.interaction.channel, 'guide'] : [item.interaction.channel]
  const kind = item.kind === 'event' ? item.event.kind : item.entry.edit.kind
  return [kind === 'reply' || kind === 'message' ? 'mail' : 'case']
}
