import * as v from 'valibot'

import { notReadyReasons } from '../../domain/agent-state.ts'
import type { DayEntry } from '../../domain/well-being/day.ts'
import { seal, unseal } from './sealing.ts'
import type { Sealed, StoreKeys } from './sealing.ts'

/** What the agent was, on the disk: the moment in clear, what it was is the agent's own affair. */
export interface DayEntryRow {
  readonly at: number
  readonly sealed: Sealed
}

/** Dexie's indexes of the table. */
export const dayEntryIndexes = 'at'

const Stored = v.object({
  state: v.picklist(['available', 'on-interaction', 'wrap-up', 'not-ready', 'signed-out']),
  reason: v.optional(v.picklist(notReadyReasons)),
})

const place = (at: number): string => `dayEntries/${String(at)}`

export const toDayEntryRow = async (
  keys: StoreKeys,
  { at, state, reason }: DayEntry,
): Promise<DayEntryRow> => ({ at, sealed: await seal(keys, place(at), { state, reason }) })

/** @throws when the row cannot be decrypted, or holds what no version of the desk has written. */
export async function fromDayEntryRow(keys: StoreKeys, { at, sealed }: DayEntryRow): Promise<DayEntry> {
  const { state, reason } = v.parse(Stored, await unseal(keys, place(at), sealed))
  return { at, state, reason }
}
