import type { Contact } from '../../domain/contact.ts'
import type { ContactId, InteractionId } from '../../domain/ids.ts'
import type { StoryFilter } from '../../domain/story/story-filter.ts'

/** Which of the two stories is meant: the one beside the work, or the one that was looked up. */
export type StoryPlace = 'inHand' | 'lookedUp'

/** What the screen can ask of stories. Each shows its own problems. */
export interface StoryDesk {
  /** Opens the story of a contact on the customers' page. */
  open(contact: ContactId): Promise<void>
  close(): void
  /** The next lines at that end of what is shown; nothing while some are being read. */
  more(place: StoryPlace, end: 'older' | 'newer'): Promise<void>
  /** Shows the story around the end of that day (epoch milliseconds of its midnight, where the agent is). */
  jumpTo(place: StoryPlace, day: number): Promise<void>
  /** The newest lines. */
  toNewest(place: StoryPlace): Promise<void>
  /** Shows what the filter leaves, as it is found. */
  filter(place: StoryPlace, filter: StoryFilter): Promise<void>
  /** Ends a look through the story; what was found stays. */
  stop(place: StoryPlace): void
  /** What was said in an interaction, or folds it again. */
  unfold(place: StoryPlace, interaction: InteractionId): Promise<void>
  fold(place: StoryPlace, interaction: InteractionId): void
  /** By name, number, address, or `#` and a case's number. */
  findContacts(text: string): Promise<void>
  /** The same, for a form: what the customers' page shows stays. */
  contactsLike(text: string): Promise<readonly Contact[]>
  /** `false` where it could not be saved. */
  saveContact(contact: Contact): Promise<boolean>
  merge(kept: ContactId, gone: ContactId): Promise<void>
  undoMerge(): Promise<void>
  /** The agent has seen that two are one. */
  dismissMerge(): void
  /** Takes an older merge back: whoever was merged into `kept` is somebody by themselves again. */
  split(kept: ContactId, gone: ContactId): Promise<void>
  /** The whole story as text, newest first, as it is shown; `undefined` when it was stopped or could not be read. */
  exportText(contact: ContactId): Promise<string | undefined>
  stopExport(): void
}
