import * as v from 'valibot'

import { notePurposes } from '../../domain/case-edit.ts'
import { linkKinds } from '../../domain/case.ts'
import { asCaseId, asEntryId } from '../../domain/ids.ts'
import { isUnderWay, needsAgent, refusals } from '../../domain/outbox.ts'
import type { EntryState, OutboxEntry } from '../../domain/outbox.ts'
import type { CaseEdit } from '../../domain/case-edit.ts'
import { seal, unseal } from './sealing.ts'
import type { Sealed, StoreKeys } from './sealing.ts'
import { storedAttachments } from './stored-attachment.ts'
import { fieldKey, fieldValue, pairsOf, storedFields } from './stored-fields.ts'

/** Something that was written here, on the disk. */
export interface EntryRow {
  readonly id: string
  readonly case: string
  readonly order: number
  /** For the counters: they are kept without the key. */
  readonly standing: 'under-way' | 'needs-agent' | 'settled'
  /** Its order, unless it is settled: then IndexedDB leaves it out of the index. */
  readonly open?: number
  readonly sealed: Sealed
}

/** Dexie's indexes of the table. */
export const entryIndexes = 'id, order, open, [case+order]'

const text = v.string()
const time = v.number()

const StoredEdit = v.variant('kind', [
  v.object({ kind: v.literal('create'), fields: storedFields, text, attachments: storedAttachments }),
  v.object({
    kind: v.literal('change'),
    step: v.object({ field: fieldKey, before: fieldValue, after: fieldValue }),
  }),
  v.object({
    kind: v.literal('note'),
    text,
    attachments: storedAttachments,
    purpose: v.picklist(notePurposes),
  }),
  v.object({ kind: v.literal('reply'), text, attachments: storedAttachments }),
  v.object({
    kind: v.literal('link'),
    link: v.object({ kind: v.picklist(linkKinds), target: text }),
    remove: v.boolean(),
  }),
])

const StoredState = v.variant('kind', [
  v.object({ kind: v.literal('waiting'), tries: v.number(), notBefore: time }),
  v.object({ kind: v.literal('sending'), tries: v.number(), since: time }),
  v.object({ kind: v.literal('checking'), tries: v.number(), since: time, notBefore: time }),
  v.object({ kind: v.literal('asking'), since: time }),
  v.object({ kind: v.literal('conflict'), theirs: fieldValue, by: v.optional(text), at: time }),
  v.object({ kind: v.literal('set-aside'), why: v.picklist(refusals), detail: text, at: time }),
  v.object({ kind: v.literal('sent'), at: time, event: v.optional(text), number: v.optional(text) }),
  v.object({
    kind: v.literal('withdrawn'),
    at: time,
    why: v.picklist(['undone', 'theirs-chosen', 'agent-says-sent']),
  }),
])

const Stored = v.object({
  writtenAt: time,
  after: v.optional(text),
  edit: StoredEdit,
  state: StoredState,
})

const place = (id: string): string => `outbox/${id}`

const storedEdit = (edit: CaseEdit) =>
  edit.kind === 'create' ? { ...edit, fields: pairsOf(edit.fields) } : edit

const standingOf = (entry: OutboxEntry): EntryRow['standing'] =>
  isUnderWay(entry) ? 'under-way' : needsAgent(entry) ? 'needs-agent' : 'settled'

export async function toEntryRow(keys: StoreKeys, entry: OutboxEntry): Promise<EntryRow> {
  const { id, order, edit, writtenAt, after, state } = entry
  const standing = standingOf(entry)
  return {
    ...{ id, case: entry.case, order, standing },
    ...(standing !== 'settled' && { open: order }),
    sealed: await seal(keys, place(id), { writtenAt, after, state, edit: storedEdit(edit) }),
  }
}

/** @throws when the row cannot be decrypted, or holds what no version of the desk has written. */
export async function fromEntryRow(keys: StoreKeys, row: EntryRow): Promise<OutboxEntry> {
  const stored = v.parse(Stored, await unseal(keys, place(row.id), row.sealed))
  return {
    ...stored,
    ...{ id: asEntryId(row.id), case: asCaseId(row.case), order: row.order },
    after: stored.after,
    state: asState(stored.state),
  }
}

/** JSON leaves out what is undefined; in the domain it is there. */
function asState(state: v.InferOutput<typeof StoredState>): EntryState {
  if (state.kind === 'conflict') return { ...state, by: state.by }
  if (state.kind === 'sent') return { ...state, event: state.event }
  return state
}
