import type { ContactId, InteractionId } from '../domain/ids.ts'
import type { Contact } from '../domain/contact.ts'
import type { InteractionMood } from '../domain/moods/interaction-mood.ts'
import type { MoodJudgement } from '../domain/moods/mood-correction.ts'
import type { Interaction } from '../domain/interaction.ts'
import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'
import type { Utterance } from '../domain/story/utterance.ts'
import type { Listed } from './records.ts'

type Outcome<T> = Promise<Result<T, Problem>>

/** A stretch of interactions beside a moment (epoch milliseconds), which is not part of it. */
export interface Beside {
  readonly contacts: readonly ContactId[]
  /** `older`: before the moment, newest first; `newer`: after it, oldest first. */
  readonly towards: 'older' | 'newer'
  readonly of: number
  /**
   * Fewer are all that there are. More only where several were offered in the last one's millisecond: whoever goes on from
   * there would not see the others.
   */
  readonly limit: number
}

/** What belongs to a customer's story and to no other store. Everything of a customer is encrypted. */
export interface StoryStore {
  /** Those of all these contacts, in one order. */
  interactionsBeside(beside: Beside): Outcome<Listed>

  /** Oldest first. */
  utterances(of: InteractionId): Outcome<readonly Utterance[]>
  /** Those that are there already are left as they are. Resolves when they are on the disk. Fails with not-saved. */
  saveUtterances(utterances: readonly Utterance[]): Outcome<undefined>

  /** Those that are kept and can be read; what is damaged is worked out anew. */
  moods(ids: readonly InteractionId[]): Outcome<ReadonlyMap<InteractionId, InteractionMood>>
  saveMoods(moods: readonly InteractionMood[]): Outcome<undefined>
  /** Every mood that was worked out: they can be worked out again, or are not wanted any more. */
  dropMoods(): Outcome<undefined>

  /** Oldest first, at most the newest 2,000. */
  judgements(): Outcome<readonly MoodJudgement[]>
  saveJudgement(judgement: MoodJudgement): Outcome<undefined>
  dropJudgement(id: string): Outcome<undefined>

  /** Who that is now: themselves, or whoever they were merged into; `undefined` for nobody. */
  contactNow(id: ContactId): Outcome<Contact | undefined>
  /**
   * Two that are one person: `gone` is kept aside within `kept`, whose numbers and addresses are now those of both, and is
   * not found any more by itself. One transaction. Fails with not-saved.
   * @returns the contact that both are now
   */
  mergeContacts(kept: ContactId, gone: ContactId): Outcome<Contact>
  /** Takes a merge back: `gone` is as it was; what `kept` was given since stays with it. Fails with not-saved. */
  splitContact(kept: ContactId, gone: ContactId): Outcome<readonly [kept: Contact, gone: Contact]>
  /** By the beginning of a number, an address, or words of a name; those that were merged are found by what they had. */
  findContacts(text: string, limit: number): Outcome<readonly Contact[]>
  /** Those that must not be forgotten. */
  heldContacts(): Outcome<readonly Contact[]>

  /** Finished interactions that ended before the moment, oldest first, some at a time; none of a contact on hold. */
  oldInteractions(before: number, limit: number): Outcome<readonly Interaction[]>
  /** With their utterances, moods, judgements, and guides; one transaction. Those of a contact on hold stay. */
  forgetInteractions(ids: readonly InteractionId[]): Outcome<undefined>
}
