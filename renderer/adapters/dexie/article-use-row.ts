import * as v from 'valibot'

import type { ArticleUse } from '../../ports/guide-store.ts'
import { maybe } from './maybe.ts'
import { seal, unseal } from './sealing.ts'
import type { Sealed, StoreKeys } from './sealing.ts'

/** What became of an article, on the disk. Beside a call of the same minute it would tell what a customer asked about. */
export interface ArticleUseRow {
  /** A random one: several may happen in one millisecond. */
  readonly id: string
  readonly at: number
  readonly sealed: Sealed
}

/** Dexie's indexes of the table. */
export const articleUseIndexes = 'id, at'

const Stored = v.object({
  pack: v.string(),
  article: v.string(),
  at: v.number(),
  what: v.picklist(['opened', 'suggested', 'dismissed', 'inserted', 'reported']),
  queue: maybe(v.string()),
})

const place = (id: string): string => `articleUses/${id}`

export async function toArticleUseRow(keys: StoreKeys, use: ArticleUse): Promise<ArticleUseRow> {
  const id = crypto.randomUUID()
  return { id, at: use.at, sealed: await seal(keys, place(id), use) }
}

/** @throws when the row cannot be decrypted, or holds what no version of the desk has written. */
export const fromArticleUseRow = async (keys: StoreKeys, row: ArticleUseRow): Promise<ArticleUse> =>
  v.parse(Stored, await unseal(keys, place(row.id), row.sealed))
