import type { CaseRecord } from '../../domain/case-record.ts'
import { fromCaseRow } from './case-row.ts'
import type { CaseRow } from './case-row.ts'
import type { Sealed, StoreKeys } from './sealing.ts'

/** As many rows as are remembered: a few pages, and not all that is on the disk. */
const most = 500

interface OpenedCase {
  readonly sealed: Sealed
  readonly record: CaseRecord
}

/** They go with the keys when the store is closed. */
const remembered = new WeakMap<StoreKeys, Map<string, OpenedCase>>()

/**
 * A row of a list. A list is read again whenever one of its cases has changed: the others are the very same bytes, and
 * are not decrypted once more.
 * @throws as `fromCaseRow` does
 */
export async function openCaseRow(keys: StoreKeys, row: CaseRow): Promise<CaseRecord> {
  const known = remembered.get(keys) ?? new Map<string, OpenedCase>()
  remembered.set(keys, known)
  const last = known.get(row.id)
  if (last && last.record.version === row.version && isSame(last.sealed, row.sealed)) return last.record
  const record = await fromCaseRow(keys, row)
  // The oldest goes: a map remembers in which order its keys came.
  known.delete(row.id)
  const oldest = known.size >= most ? known.keys().next().value : undefined
  if (oldest !== undefined) known.delete(oldest)
  known.set(row.id, { sealed: row.sealed, record })
  return record
}

/** Also a single bit that the disk has changed is seen. */
const isSame = (a: Sealed, b: Sealed): boolean =>
  areSame(a.iv, b.iv) && areSame(new Uint8Array(a.bytes), new Uint8Array(b.bytes))

function areSame(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false
  return true
}
