import type { EventId } from '../../domain/case-event.ts'
import type { CaseNumber } from '../../domain/case.ts'
import type { CaseRecord } from '../../domain/case-record.ts'
import type { CaseId, EntryId } from '../../domain/ids.ts'
import type { Unanswered } from '../../ports/case-system.ts'

/** A case by its number, or by the desk's own id where the number was lost. */
export type Named = CaseNumber | CaseId

/** How much of what is kept of a case stands. */
export interface Reading {
  /** Nothing: everything is read, whatever is kept. */
  readonly anew?: boolean
  /** What is up to this event. */
  readonly trusted?: EventId | undefined
  /** What was sent before this is asked: it has to be in what is read. */
  readonly sent?: ReadonlySet<EntryId>
}

/** What came of reading one case from the case system. */
export type Fetched =
  | { readonly kind: 'kept'; readonly record: CaseRecord }
  /** There is none that this agent may see, and none was known. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'unanswered'; readonly why: Unanswered['kind'] }
  | { readonly kind: 'unstored' }
