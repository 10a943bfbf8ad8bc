import type { Problem } from '../domain/problem.ts'
import type { OutboxEntry } from '../domain/outbox.ts'
import type { EntryId } from '../domain/ids.ts'
import type { Result } from '../domain/result.ts'
import type { Realm } from '../domain/setup.ts'
import type { StoredFile } from './case-store.ts'

type Outcome<T> = Promise<Result<T, Problem>>

/**
 * What was written, in a second place: an encrypted file to which lines are only added, each forced to the disk before
 * the promise resolves. It gives back what a lost database held.
 */
export interface Journal {
  /** Reads the realm's journal, and begins one where there is none. Damaged lines are kept aside and counted. */
  open(realm: Realm): Outcome<Journaled>
  /** Resolves when it is on the disk; fails with not-saved. */
  append(entry: OutboxEntry, files: readonly StoredFile[]): Outcome<undefined>
  /** These have come to an end (sent, or taken back): so much less to give back. Need not be forced to the disk. */
  settle(
    entries: readonly { readonly id: EntryId; readonly state: OutboxEntry['state'] }[],
  ): Outcome<undefined>
  /** Forgets these entries for good, with their files. */
  forget(entries: readonly EntryId[]): Outcome<undefined>
  close(): void
}

export interface Journaled {
  /** In the order in which they were written, each with the last state that the journal knows. */
  readonly entries: readonly OutboxEntry[]
  readonly files: readonly StoredFile[]
  /** Lines that could not be read. */
  readonly damaged: number
}
