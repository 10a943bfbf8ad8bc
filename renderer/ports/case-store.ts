import type { CaseEvent } from '../domain/case-event.ts'
import type { CaseNumber } from '../domain/case.ts'
import type { CaseRecord, CaseView } from '../domain/case-record.ts'
import type { CaseQueue } from '../domain/case-field.ts'
import type { CaseId, EntryId } from '../domain/ids.ts'
import type { OutboxEntry } from '../domain/outbox.ts'
import type { Problem } from '../domain/problem.ts'
import type { Result } from '../domain/result.ts'
import type { Cursor } from './case-system.ts'

type Outcome<T> = Promise<Result<T, Problem>>

/** The cases on this computer, and what is on its way from them. Everything of a customer is encrypted. */
export interface CaseStore {
  case(id: CaseId): Outcome<CaseRecord | undefined>
  byNumber(number: CaseNumber): Outcome<CaseRecord | undefined>
  /** With this mail address among those who asked, newest first. */
  ofAddress(address: string, limit: number): Outcome<readonly CaseRecord[]>
  /** Of the newest `limit` of them, those that are open or still owe what was promised: quicker than to read all of them. */
  openOfAddress(address: string, limit: number): Outcome<readonly CaseRecord[]>
  /** A page of a list, in its order. `after` is the mark that the page before ended with. */
  page(view: CaseView, after: PageMark | undefined, limit: number): Outcome<Page>
  /** Every case once, newest first, some at a time, for a search; a row that cannot be read is left out. */
  scan(after: PageMark | undefined, limit: number): Outcome<Page>
  /**
   * Cases that are in no list of the desk's and that nothing has happened to since `before` (epoch milliseconds), some at a
   * time: a page may be empty and not the last.
   */
  idle(before: number, after: PageMark | undefined, limit: number): Outcome<Page>
  /** Kept as they change, never counted. */
  counts(): Outcome<CaseCounts>

  /** The events that are kept of a case, oldest first. */
  history(id: CaseId): Outcome<readonly CaseEvent[]>
  /** Open ones and those that were settled in the last days, in their order. */
  entriesOf(id: CaseId): Outcome<readonly OutboxEntry[]>
  /** Every one that is not sent or withdrawn, in order. */
  openEntries(): Outcome<readonly OutboxEntry[]>
  /** Every one that is kept. */
  allEntries(): Outcome<readonly OutboxEntry[]>
  /** The bytes of a file that was attached here, or fetched before. */
  file(id: string): Outcome<Uint8Array<ArrayBuffer> | undefined>

  /**
   * All of it on the disk, or none: one transaction of strict durability. Fails with `stale` when another window has
   * stored one of the cases since it was read; nothing is changed then.
   */
  commit(change: StoreChange): Promise<Result<undefined, 'stale' | Problem>>

  drafts(): Outcome<readonly Draft[]>
  saveDraft(draft: Draft): Outcome<undefined>
  dropDraft(id: string): Outcome<undefined>

  /** What the desk knows of the case system itself. */
  known(): Outcome<Known>
  saveKnown(known: Partial<Known>): Outcome<undefined>

  /** Another window has changed something. */
  onChanged(listener: (cases: readonly CaseId[]) => void): () => void
}

/** Opaque: where a page ended. */
export type PageMark = readonly (string | number)[]

export interface Page {
  readonly records: readonly CaseRecord[]
  readonly next: PageMark | undefined
  /** Rows that are damaged: kept, and not shown. */
  readonly unreadable: number
}

export interface CaseCounts {
  readonly cases: number
  /** Entries on their way, and entries that wait for the agent. */
  readonly underWay: number
  readonly needsAgent: number
}

export interface StoreChange {
  /** Each with the version that was read; it is stored as the next one. */
  readonly cases?: readonly CaseRecord[]
  readonly events?:
    { readonly case: CaseId; readonly events: readonly CaseEvent[]; readonly replace?: boolean } | undefined
  readonly entries?: readonly OutboxEntry[]
  readonly files?: readonly StoredFile[]
  /** Cases that are forgotten, with their history, files and settled entries. */
  readonly dropCases?: readonly CaseId[]
  /** Settled entries that are old enough. */
  readonly dropEntries?: readonly EntryId[]
}

export interface StoredFile {
  readonly id: string
  readonly case: CaseId
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** What somebody is writing and has not sent: a note or a reply to a case, or a case that is being begun. */
export interface Draft {
  readonly id: string
  readonly case: CaseId | undefined
  readonly kind: 'note' | 'reply' | 'case' | 'promise'
  /** The values of its form by name, as they were typed. */
  readonly values: Readonly<Record<string, string>>
  readonly savedAt: number
}

export interface Known {
  readonly queues: readonly CaseQueue[]
  readonly cursor: Cursor | undefined
  /** Cases that could not be read when they should have been: by number, or by id where the number was lost. */
  readonly unread: readonly (CaseNumber | CaseId)[]
  /** When the lists were last read from the case system, epoch milliseconds. */
  readonly pulledAt: number | undefined
}
