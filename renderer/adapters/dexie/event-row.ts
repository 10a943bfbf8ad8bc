import * as v from 'valibot'

import { eventKinds } from '../../domain/case-event.ts'
import type { CaseEvent } from '../../domain/case-event.ts'
import type { CaseId } from '../../domain/ids.ts'
import { seal, unseal } from './sealing.ts'
import type { Sealed, StoreKeys } from './sealing.ts'
import { storedAttachments } from './stored-attachment.ts'
import { fieldKey, fieldValue } from './stored-fields.ts'

/** An event of a case's history on the disk. */
export interface EventRow {
  readonly case: string
  /** How many digits the id has: shorter numbers are smaller ones, whatever they begin with. */
  readonly digits: number
  readonly id: string
  readonly sealed: Sealed
}

/** Dexie's indexes of the table: a case's events lie beside each other, oldest first. */
export const eventIndexes = '[case+digits+id]'

const Stored = v.object({
  kind: v.picklist(eventKinds),
  at: v.number(),
  by: v.string(),
  text: v.string(),
  attachments: storedAttachments,
  change: v.optional(v.object({ field: fieldKey, before: fieldValue, after: fieldValue })),
})

const place = ({ case: id, ...event }: Pick<EventRow, 'case' | 'id'>): string =>
  `caseEvents/${event.id}/${id}`

export async function toEventRow(keys: StoreKeys, of: CaseId, event: CaseEvent): Promise<EventRow> {
  const { id, ...rest } = event
  return { case: of, digits: id.length, id, sealed: await seal(keys, place({ case: of, id }), rest) }
}

/** @throws when the row cannot be decrypted, or holds what no version of the desk has written. */
export async function fromEventRow(keys: StoreKeys, row: EventRow): Promise<CaseEvent> {
  const stored = v.parse(Stored, await unseal(keys, place(row), row.sealed))
  return { ...stored, id: row.id, change: stored.change }
}
