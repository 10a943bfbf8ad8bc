import type { StoredFile } from '../../ports/case-store.ts'
import { sealBytes, unsealBytes } from './sealing.ts'
import type { Sealed, StoreKeys } from './sealing.ts'

/** The bytes of a file of a case on the disk. */
export interface FileRow {
  readonly id: string
  readonly case: string
  readonly sealed: Sealed
}

/** Dexie's indexes of the table. */
export const fileIndexes = 'id, case'

const place = (id: string): string => `caseFiles/${id}`

export async function toFileRow(keys: StoreKeys, file: StoredFile): Promise<FileRow> {
  return { id: file.id, case: file.case, sealed: await sealBytes(keys, place(file.id), file.bytes) }
}

/** @throws when the row cannot be decrypted. */
export const fromFileRow = (keys: StoreKeys, row: FileRow): Promise<StoredFile['bytes']> =>
  unsealBytes(keys, place(row.id), row.sealed)
