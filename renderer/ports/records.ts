import type { Contact } from '../domain/contact.ts'
import type { ContactId, InteractionId } from '../domain/ids.ts'
import type { Interaction } from '../domain/interaction.ts'
import type { LineCheckReport } from '../domain/line-check.ts'
import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'
import type { DataKey, Realm } from '../domain/setup.ts'

type Outcome<T> = Promise<Result<T, Problem>>

/** Newest first. One damaged row must not hide the others: it stays on the disk and is counted. */
export interface Listed {
  readonly interactions: readonly Interaction[]
  readonly unreadable: number
}

/** Records that a newer Foyer has written. They are read as far as this one understands them, and never changed. */
export interface NewerRecords {
  /** How many only the newer Foyer can read. Each is looked at for it, which takes a while. */
  countStrange(): Outcome<number>
}

/**
 * What the desk keeps on this computer, personal data encrypted. One realm is open at a time. Where a newer Foyer has
 * written it, whatever would change something fails with store-newer, here and in the stores of cases and chats.
 */
export interface Records {
  /**
   * `undefined` for records to work with. Fails with store-unopened, store-undecryptable, or store-newer where nothing can
   * even be read; changes nothing then.
   */
  open(realm: Realm, key: DataKey): Outcome<NewerRecords | undefined>
  close(): void
  /** Resolves when the row is on the disk. Fails with not-saved. */
  saveInteraction(interaction: Interaction): Outcome<undefined>
  saveContact(contact: Contact): Outcome<undefined>
  interaction(id: InteractionId): Outcome<Interaction | undefined>
  recentInteractions(limit: number): Outcome<Listed>
  /** Left without a finished wrap-up. */
  unfinishedInteractions(): Outcome<Listed>
  interactionsWith(contact: ContactId, limit: number): Outcome<Listed>
  /** Those that are there and can be read. */
  contacts(ids: readonly ContactId[]): Outcome<readonly Contact[]>
  contactByNumber(number: string): Outcome<Contact | undefined>
  contactByAddress(address: string): Outcome<Contact | undefined>
  /** Those with this in their name, or with a number that begins so; in the order of their names. */
  searchContacts(text: string, limit: number): Outcome<readonly Contact[]>
  /** Keeps the newest hundred. */
  saveLineCheck(report: LineCheckReport): Outcome<undefined>
  /** Newest first. */
  lineChecks(limit: number): Outcome<readonly LineCheckReport[]>
}
