import type { Attachment, FieldStep } from './case-event.ts'
import type { CaseFields, CaseLink } from './case.ts'

/** Why a note was written: a wrap-up code, a promise made or kept, or just to tell colleagues. */
export const notePurposes = ['note', 'disposition', 'promise', 'promise-kept', 'restored-reply'] as const
export type NotePurpose = (typeof notePurposes)[number]

/** What an agent can do to a case. Each is one thing, so that each can be sent, refused and taken back by itself. */
export type CaseEdit =
  | {
      readonly kind: 'create'
      readonly fields: CaseFields
      /** What the customer wants, as the first event of the history. */
      readonly text: string
      readonly attachments: readonly Attachment[]
    }
  /** `before` is what the agent saw: whoever has changed the field since then is not overwritten. */
  | { readonly kind: 'change'; readonly step: FieldStep }
  | {
      readonly kind: 'note'
      readonly text: string
      readonly attachments: readonly Attachment[]
      readonly purpose: NotePurpose
    }
  /** Goes to the customer by mail: it must never go twice. */
  | { readonly kind: 'reply'; readonly text: string; readonly attachments: readonly Attachment[] }
  | { readonly kind: 'link'; readonly link: CaseLink; readonly remove: boolean }

/** Notes and replies: what adds to the history, and so cannot be repeated without being there twice. */
export const isMessage = (edit: CaseEdit): edit is Extract<CaseEdit, { kind: 'note' | 'reply' }> =>
  edit.kind === 'note' || edit.kind === 'reply'

/** What cannot be sent a second time without looking first whether it has arrived. */
export const mustBeLookedFor = (edit: CaseEdit): boolean => isMessage(edit) || edit.kind === 'create'

export const attachmentsOf = (edit: CaseEdit): readonly Attachment[] =>
  edit.kind === 'create' || isMessage(edit) ? edit.attachments : []
