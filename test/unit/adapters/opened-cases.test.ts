import { afterEach, describe, expect, it, vi } from 'vitest'

import { toCaseRow } from '../../../renderer/adapters/dexie/case-row.ts'
import type { CaseRow } from '../../../renderer/adapters/dexie/case-row.ts'
import { openCaseRow } from '../../../renderer/adapters/dexie/opened-cases.ts'
import { deriveKeys } from '../../../renderer/adapters/dexie/sealing.ts'
import { asCaseId } from '../../../renderer/domain/ids.ts'
import { makeKey } from '../../make.ts'
import { storedRecord } from './stored-cases.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

const keys = () => deriveKeys(makeKey(31).bytes)

/** As IndexedDB gives it the next time: the same, and another object. */
const once = (row: CaseRow): CaseRow => structuredClone(row)

function flipped(row: CaseRow): CaseRow {
  const bytes = new Uint8Array(row.sealed.bytes.slice(0))
  bytes.set([(bytes[3] ?? 0) ^ 1], 3)
  return { ...row, sealed: { ...row.sealed, bytes: bytes.buffer } }
}

describe('a row of a list that is read again', () => {
  it('is decrypted once, as long as it is the same', async () => {
    const [store, decrypt] = [await keys(), vi.spyOn(crypto.subtle, 'decrypt')]
    const row = await toCaseRow(store, storedRecord())
    const first = await openCaseRow(store, row)
    expect(first).toEqual({ ...storedRecord(), version: 1 })
    expect(await openCaseRow(store, once(row))).toBe(first)
    expect(decrypt).toHaveBeenCalledTimes(1)
  })

  it('is what was stored since', async () => {
    const store = await keys()
    await openCaseRow(store, await toCaseRow(store, storedRecord()))
    const pinned = { ...storedRecord(), version: 1, pinned: true }
    expect(await openCaseRow(store, await toCaseRow(store, pinned))).toEqual({ ...pinned, version: 2 })
  })

  it('is seen to be damaged by a single bit', async () => {
    const store = await keys()
    const row = await toCaseRow(store, storedRecord())
    await openCaseRow(store, row)
    await expect(openCaseRow(store, flipped(row))).rejects.toThrow()
  })

  it('is nothing to a store with another key', async () => {
    const row = await toCaseRow(await keys(), storedRecord())
    await openCaseRow(await keys(), row)
    await expect(openCaseRow(await deriveKeys(makeKey(32).bytes), row)).rejects.toThrow()
  })

  it('is forgotten behind five hundred others', async () => {
    const store = await keys()
    const rowOf = (at: number) => toCaseRow(store, storedRecord({ id: asCaseId(`case-${at}`) }))
    const row = await rowOf(0)
    const first = await openCaseRow(store, row)
    for (let at = 1; at < 500; at += 1) await openCaseRow(store, await rowOf(at))
    expect(await openCaseRow(store, row)).toBe(first)
    await openCaseRow(store, await rowOf(500))
    expect(await openCaseRow(store, row)).not.toBe(first)
  })
})
