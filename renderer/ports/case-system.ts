import type { Attachment, CaseEvent, EventId } from '../domain/case-event.ts'
import type { CaseFields, CaseLink, Case, CaseNumber, Revision } from '../domain/case.ts'
import type { CaseQueue, FieldKey, FieldValue } from '../domain/case-field.ts'
import type { CaseId } from '../domain/ids.ts'
import type { Refusal } from '../domain/outbox.ts'

/**
 * The system that keeps the cases of the centre. Whatever is written is read again before it counts as done, since such
 * systems say yes to what they then leave out.
 */
export interface CaseSystem {
  /** The queues that this agent works with, and what their cases look like. */
  queues(): Promise<Answer<readonly CaseQueue[]>>

  /** The case as it is now. A number that was joined to another gives `merged`. */
  case(number: CaseNumber): Promise<Answer<Found>>
  /** Every event after `after`, oldest first; all of them without it. Contents are plain text. */
  history(number: CaseNumber, after: EventId | undefined): Promise<Answer<readonly CaseEvent[]>>
  attachment(id: Attachment['id']): Promise<Answer<Uint8Array<ArrayBuffer>>>

  /** The newest `limit` cases of a list. */
  list(which: CaseList, limit: number): Promise<Answer<readonly CaseNumber[]>>
  /** What has happened to any case since. */
  changes(since: Cursor | undefined): Promise<Answer<Changes>>

  /** People whom the case system knows. */
  contacts(by: ContactSearch): Promise<Answer<readonly RemoteContact[]>>

  /**
   * Makes a case, once: the client's id goes with it and is looked for first, and a twin that a lost answer has left is
   * merged into the first.
   */
  create(id: CaseId, begun: Begun): Promise<Written>
  /** Sets a field if the case is still at this revision. */
  change(at: Place, field: FieldKey, value: FieldValue): Promise<Written>
  /** Adds a note for colleagues. Sent twice, it is there twice. */
  addNote(number: CaseNumber, message: Message): Promise<Written>
  /** Writes to the customer. Sent twice, they get it twice. */
  reply(number: CaseNumber, message: Message): Promise<Written>
  link(at: Place, link: CaseLink, remove: boolean): Promise<Written>
}

/** Why there is no answer. */
export type Unanswered =
  /** `arrived: no` when the request has surely not reached the case system, `perhaps` when it may have. */
  | { readonly kind: 'unreached'; readonly arrived: 'no' | 'perhaps' }
  /** The credential is not accepted any more. */
  | { readonly kind: 'signed-out' }
  /** What came is not what such a system says: a hotel's sign-in page, half an answer, an error of the server. */
  | { readonly kind: 'not-understood'; readonly arrived: 'perhaps' }
  | { readonly kind: 'refused'; readonly why: Refusal; readonly detail: string }

export type Answer<T> = { readonly kind: 'answer'; readonly value: T } | Unanswered

export type Found =
  | { readonly kind: 'here'; readonly case: Case }
  | { readonly kind: 'merged'; readonly into: CaseNumber }
  | { readonly kind: 'deleted' }
  /** No case has this number: it was never given, or was given after a backup that was restored since. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'forbidden' }

export type Written =
  /** Read again: so it is now. `event` is the one that this has added, where it has added one. */
  | { readonly kind: 'written'; readonly case: Case; readonly event: EventId | undefined }
  /** Somebody was first, or the number is another case's now: so it is now, and nothing was changed. */
  | { readonly kind: 'stale'; readonly case: Case }
  | Unanswered

/** A case at the revision at which the agent saw it. */
export interface Place {
  readonly number: CaseNumber
  readonly revision: Revision
}

export interface Begun {
  readonly fields: CaseFields
  readonly text: string
  readonly attachments: readonly Upload[]
}

export interface Message {
  readonly text: string
  readonly attachments: readonly Upload[]
  /** The last event that was known before: the one that is added is after it. */
  readonly after: EventId | undefined
  /** Nothing is added to a case that is another one than this: a restored backup gives numbers out again. */
  readonly of?: CaseId | undefined
}

export interface Upload extends Attachment {
  readonly bytes: Uint8Array<ArrayBuffer>
}

export type CaseList =
  | { readonly kind: 'mine' }
  | { readonly kind: 'queue'; readonly queue: string }
  | { readonly kind: 'of-contact'; readonly address: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'client-id'; readonly id: CaseId }

/**
 * How far the desk has read, with what stood there: after a restored backup the same number is another event, or there
 * is none.
 */
export interface Cursor {
  readonly event: EventId
  readonly mark: string
}

export type Changes =
  | {
      readonly kind: 'changed'
      readonly numbers: readonly CaseNumber[]
      readonly cursor: Cursor | undefined
      /** There are more after these. */
      readonly more: boolean
    }
  /** The case system has gone back in time. `cursor` is where it is now. */
  | { readonly kind: 'restored'; readonly cursor: Cursor | undefined }

export type ContactSearch =
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'text'; readonly text: string }

export interface RemoteContact {
  readonly address: string
  readonly name: string
  readonly numbers: readonly string[]
}
