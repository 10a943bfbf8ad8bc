import * as v from 'valibot'

import { asCaseId } from '../../domain/ids.ts'
import type { Draft } from '../../ports/case-store.ts'
import { seal, unseal } from './sealing.ts'
import type { Sealed, StoreKeys } from './sealing.ts'

/** What somebody is writing, on the disk. */
export interface DraftRow {
  readonly id: string
  readonly savedAt: number
  readonly sealed: Sealed
}

/** Dexie's indexes of the table. */
export const draftIndexes = 'id, savedAt'

const Stored = v.object({
  case: v.optional(v.pipe(v.string(), v.transform(asCaseId))),
  kind: v.picklist(['note', 'reply', 'case', 'promise']),
  /** As pairs: a value may be called anything, `__proto__` too. */
  values: v.array(v.tuple([v.string(), v.string()])),
})

const place = (id: string): string => `drafts/${id}`

export async function toDraftRow(keys: StoreKeys, draft: Draft): Promise<DraftRow> {
  const { id, savedAt, kind, values } = draft
  const stored = { case: draft.case, kind, values: Object.entries(values) }
  return { id, savedAt, sealed: await seal(keys, place(id), stored) }
}

/** @throws when the row cannot be decrypted, or holds what no version of the desk has written. */
export async function fromDraftRow(keys: StoreKeys, row: DraftRow): Promise<Draft> {
  const stored = v.parse(Stored, await unseal(keys, place(row.id), row.sealed))
  const { id, savedAt } = row
  return { ...stored, id, savedAt, case: stored.case, values: Object.fromEntries(stored.values) }
}
