import * as v from 'valibot'

import { caseViews, placeIn } from '../../domain/case-record.ts'
import type { CaseRecord, CaseView } from '../../domain/case-record.ts'
import { fieldOf, linkKinds, oneOf } from '../../domain/case.ts'
import type { Case } from '../../domain/case.ts'
import { asCaseId } from '../../domain/ids.ts'
import type { CaseId } from '../../domain/ids.ts'
import { addressIndex } from './address-index.ts'
import { ownerIndex } from './owner-index.ts'
import { seal, unseal } from './sealing.ts'
import type { Sealed, StoreKeys } from './sealing.ts'
import { pairsOf, storedFields } from './stored-fields.ts'

type ListedView = Exclude<CaseView, 'mine'>

/**
 * A case on the disk. In clear are numbers, times and blind indexes; queue, status and whatever people wrote are sealed.
 * A list that the case is not in has no property here, so that IndexedDB leaves the row out of its index; times are
 * negated where the newest comes first, since reading an index forwards is many times faster than backwards.
 */
export interface CaseRow extends Readonly<Partial<Record<ListedView, number>>> {
  readonly id: string
  readonly version: number
  /** In the case system; absent until it has made the case. */
  readonly number?: string
  readonly newest: number
  /** Blind index of the owner of an active case: whose list it is in. */
  readonly mine?: string
  /** Blind indexes of those who asked, each with `newest`. */
  readonly addresses: readonly (readonly [index: string, newest: number])[]
  readonly sealed: Sealed
}

/** Dexie's indexes of the table. The id makes each place in a list one of its own: where a page ends, the next begins. */
export const caseIndexes = [
  ...['id', 'number', '*addresses', '[newest+id]', '[mine+newest+id]'],
  ...['[team+id]', '[due+id]', '[promises+id]', '[unsent+id]', '[pinned+id]'],
].join(', ')

const StoredCase = v.object({
  number: v.optional(v.string()),
  revision: v.optional(v.string()),
  createdAt: v.number(),
  updatedAt: v.number(),
  fields: storedFields,
  nextStatuses: v.optional(v.array(v.string())),
  links: v.array(v.object({ kind: v.picklist(linkKinds), target: v.string() })),
})

const StoredPromise = v.object({
  id: v.string(),
  kind: v.picklist(['promise', 'call-back']),
  what: v.string(),
  dueAt: v.number(),
  number: v.optional(v.string()),
  keptAt: v.optional(v.number()),
})

const StoredRecord = v.object({
  server: StoredCase,
  /** Left out where it is the same. */
  current: v.optional(StoredCase),
  standing: v.variant('kind', [
    v.object({ kind: v.literal('here') }),
    v.object({ kind: v.literal('merged'), into: v.string() }),
    v.object({ kind: v.literal('deleted') }),
    v.object({ kind: v.literal('forbidden') }),
  ]),
  active: v.boolean(),
  pinned: v.boolean(),
  openedAt: v.number(),
  historyTo: v.optional(v.string()),
  underWay: v.number(),
  needsAgent: v.number(),
  told: v.array(StoredPromise),
  promises: v.array(StoredPromise),
})

/** In whoever's list: it is open, or something that was promised is still to be kept. */
export const isOpenRow = ({ team, promises }: CaseRow): boolean =>
  team !== undefined || promises !== undefined

const place = (id: string): string => `cases/${id}`

export const caseAddressIndex = (keys: StoreKeys, address: string): Promise<string> =>
  addressIndex(keys, 'case', address)

const stored = ({ fields, ...one }: Case) => ({ ...one, id: undefined, fields: pairsOf(fields) })

const sealed = (keys: StoreKeys, record: CaseRecord): Promise<Sealed> => {
  const { server, current, ...rest } = record
  return seal(keys, place(record.id), {
    ...rest,
    ...{ id: undefined, version: undefined },
    server: stored(server),
    current: current === server ? undefined : stored(current),
  })
}

/** The row as the record's next version. */
export async function toCaseRow(keys: StoreKeys, record: CaseRecord): Promise<CaseRow> {
  const { id, current, version } = record
  const newest = -current.updatedAt
  const owner = oneOf(current, 'owner') ?? ''
  const isOwned = placeIn('mine', record, owner) !== undefined
  const [mine, addresses, bytes] = await Promise.all([
    isOwned ? ownerIndex(keys, owner) : undefined,
    Promise.all(fieldOf(current, 'requestors').map((address) => caseAddressIndex(keys, address))),
    sealed(keys, record),
  ])
  return {
    ...{ id, version: version + 1, newest },
    ...(current.number !== undefined && { number: current.number }),
    ...(mine !== undefined && { mine }),
    ...placesOf(record),
    addresses: addresses.map((index) => [index, newest]),
    sealed: bytes,
  }
}

function placesOf(record: CaseRecord): Partial<Record<ListedView, number>> {
  const places: Partial<Record<ListedView, number>> = {}
  for (const view of caseViews) {
    if (view === 'mine') continue
    const at = placeIn(view, record, '')
    if (at !== undefined) places[view] = at
  }
  return places
}

/** @throws when the row cannot be decrypted, or holds what no version of the desk has written. */
export async function fromCaseRow(keys: StoreKeys, row: CaseRow): Promise<CaseRecord> {
  const record = v.parse(StoredRecord, await unseal(keys, place(row.id), row.sealed))
  const id = asCaseId(row.id)
  const server = asCase(id, record.server)
  return {
    ...record,
    ...{ id, version: row.version, server },
    current: record.current ? asCase(id, record.current) : server,
    historyTo: record.historyTo,
    told: record.told.map(asPromise),
    promises: record.promises.map(asPromise),
  }
}

const asCase = (id: CaseId, one: v.InferOutput<typeof StoredCase>): Case => ({
  ...one,
  id,
  number: one.number,
  revision: one.revision,
  nextStatuses: one.nextStatuses,
})

const asPromise = (one: v.InferOutput<typeof StoredPromise>): CaseRecord['told'][number] => ({
  ...one,
  number: one.number,
  keptAt: one.keptAt,
})
