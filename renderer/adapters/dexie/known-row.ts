import * as v from 'valibot'

import { fieldKinds } from '../../domain/case-field.ts'
import type { Known } from '../../ports/case-store.ts'
import { seal, unseal } from './sealing.ts'
import type { Sealed, StoreKeys } from './sealing.ts'
import { fieldKey } from './stored-fields.ts'

/** One thing that the desk knows of the case system, on the disk: a row for each, so that windows do not mix them up. */
export interface KnownRow {
  readonly id: keyof Known
  readonly sealed: Sealed
}

/** Dexie's indexes of the table. */
export const knownIndexes = 'id'

const Definition = v.object({
  key: fieldKey,
  label: v.string(),
  kind: v.picklist(fieldKinds),
  several: v.boolean(),
  options: v.array(v.string()),
  writable: v.boolean(),
})

const Stored = v.object({
  queues: v.fallback(
    v.array(v.object({ name: v.string(), fields: v.array(Definition), statuses: v.array(v.string()) })),
    [],
  ),
  cursor: v.fallback(v.optional(v.object({ event: v.string(), mark: v.string() })), undefined),
  unread: v.fallback(v.array(v.string()), []),
  pulledAt: v.fallback(v.optional(v.number()), undefined),
})

const place = (id: string): string => `known/${id}`

export const toKnownRow = async (keys: StoreKeys, id: keyof Known, value: unknown): Promise<KnownRow> => ({
  id,
  sealed: await seal(keys, place(id), value),
})

/** What cannot be read any more is asked of the case system once again: it counts as unknown. */
export async function fromKnownRows(keys: StoreKeys, rows: readonly KnownRow[]): Promise<Known> {
  const read = await Promise.all(
    rows.map(async ({ id, sealed }): Promise<[string, unknown]> => [
      id,
      await unseal(keys, place(id), sealed).catch(() => undefined),
    ]),
  )
  const stored = v.parse(Stored, Object.fromEntries(read))
  const { queues, cursor, unread, pulledAt } = stored
  return { queues, cursor, unread, pulledAt }
}
