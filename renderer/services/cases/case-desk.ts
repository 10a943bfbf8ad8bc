import type { FieldKey, FieldValue } from '../../domain/case-field.ts'
import type { CaseLink } from '../../domain/case.ts'
import type { CaseView } from '../../domain/case-record.ts'
import type { CaseId, EntryId, InteractionId } from '../../domain/ids.ts'
import type { Promised } from '../../domain/promise.ts'
import type { CaseAccount } from '../../domain/setup.ts'

/** A file that the agent has chosen or pasted. */
export interface ChosenFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

export interface NewCase {
  readonly queue: string
  readonly subject: string
  /** Mail addresses of those who ask. */
  readonly requestors: readonly string[]
  readonly text: string
  readonly fields: ReadonlyMap<FieldKey, FieldValue>
  readonly files: readonly ChosenFile[]
}

/**
 * What an agent can do with cases, with or without a link. Each promise resolves when what was written is on this
 * computer's disk: `true` then, `false` with a problem shown when the disk refused it.
 */
export interface CaseDesk {
  show(view: CaseView): Promise<void>
  /** Looks through what is kept here, and asks the case system where there is a link. */
  search(text: string): Promise<void>
  stop(): void
  more(): Promise<void>

  open(id: CaseId): Promise<void>
  close(): void
  pin(id: CaseId, pinned: boolean): Promise<void>

  begin(begun: NewCase): Promise<CaseId | undefined>
  change(id: CaseId, field: FieldKey, value: FieldValue): Promise<boolean>
  note(id: CaseId, text: string, files?: readonly ChosenFile[]): Promise<boolean>
  reply(id: CaseId, text: string, files?: readonly ChosenFile[]): Promise<boolean>
  link(id: CaseId, link: CaseLink, remove?: boolean): Promise<boolean>
  /** @param promised its `id` is a UUID, where whoever promises may do so twice: one that the case has is not made again */
  promise(
    id: CaseId,
    promised: Pick<Promised, 'kind' | 'what' | 'dueAt' | 'number'> & { readonly id?: string | undefined },
  ): Promise<boolean>
  keepPromise(id: CaseId, promised: Promised): Promise<boolean>
  /** The bytes of a file of the case, from here or from the case system; with a problem shown when neither has it. */
  file(id: CaseId, attachment: string): Promise<Uint8Array<ArrayBuffer> | undefined>

  /** Takes back what has not been sent; what was sent as a change of a field is changed back. */
  undo(entry: EntryId): Promise<boolean>
  /** Puts back what was taken back. */
  redo(entry: EntryId): Promise<boolean>
  /** Of two values that could not be merged. The choice can be undone. */
  choose(entry: EntryId, which: 'mine' | 'theirs'): Promise<boolean>
  /** Of a reply of which nobody knows whether it has arrived. */
  decide(entry: EntryId, what: 'send' | 'was-sent' | 'look-again'): Promise<boolean>
  /** Of what the case system does not take. */
  tryAgain(entry: EntryId): Promise<boolean>

  draft(id: string, values: Readonly<Record<string, string>> | undefined): void
  /** Ties the interaction in hand to a case: what comes of it is written there. */
  attach(interaction: InteractionId, to: CaseId | undefined): Promise<void>

  signIn(account: Pick<CaseAccount, 'user' | 'secret'>): Promise<void>
  /** Asks the case system now instead of at the next time. */
  refresh(): void
}
