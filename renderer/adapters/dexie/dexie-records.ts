import { Dexie } from 'dexie'

import { problem } from '../../domain/problem.ts'
import type { Problem } from '../../domain/problem.ts'
import { done, failed, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { isLike } from '../../domain/contact.ts'
import type { Listed, Records } from '../../ports/records.ts'
import { fromContactRow, numberIndex, toContactRow } from './contact-row.ts'
import { createDatabase, databaseName, isNewer, keyFits } from './database.ts'
import type { Database } from './database.ts'
import { contactIndex, fromInteractionRow, toInteractionRow } from './interaction-row.ts'
import type { InteractionRow } from './interaction-row.ts'
import { fromLineCheckRow } from './line-check-row.ts'
import { deriveKeys } from './sealing.ts'
import type { StoreKeys } from './sealing.ts'

interface Open {
  readonly database: Database
  readonly keys: StoreKeys
}

/** As many tests of the equipment as are kept. */
const mostLineChecks = 100

/** Reading a row fails where its bytes were changed or another key wrote them. */
const unreadable = () => failed(problem('store-undecryptable'))

/** The desk's records in IndexedDB, through Dexie. */
export function createDexieRecords(): Records {
  let open: Open | undefined

  async function read<T>(query: (open: Open) => Promise<T>): Promise<Result<T, Problem>> {
    if (!open) return failed(problem('store-unopened'))
    try {
      return ok(await query(open))
    } catch (error) {
      return error instanceof Dexie.DexieError ? failed(problem('store-unopened')) : unreadable()
    }
  }

  async function write(put: (open: Open) => Promise<unknown>): Promise<Result<undefined, Problem>> {
    if (!open) return failed(problem('not-saved', false))
    try {
      await put(open)
      return done
    } catch {
      return failed(problem('not-saved', false))
    }
  }

  async function readAll(keys: StoreKeys, rows: readonly InteractionRow[]): Promise<Listed> {
    const read = await Promise.allSettled(rows.map((row) => fromInteractionRow(keys, row)))
    const interactions = read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    return { interactions, unreadable: read.length - interactions.length }
  }

  return {
    async open(realm, key) {
      open?.database.close()
      open = undefined
      const database = createDatabase(databaseName(realm, key))
      try {
        const keys = await deriveKeys(key.bytes)
        await database.open()
        if (isNewer(database)) {
          database.close()
          return failed(problem('store-newer'))
        }
        if (await keyFits(database, keys)) open = { database, keys }
      } catch {
        database.close()
        return failed(problem('store-unopened'))
      }
      if (open) return done
      database.close()
      return unreadable()
    },
    close() {
      open?.database.close()
      open = undefined
    },
    saveInteraction: (interaction) =>
      write(async ({ database, keys }) =>
        database.interactions.put(await toInteractionRow(keys, interaction)),
      ),
    saveContact: (contact) =>
      write(async ({ database, keys }) => database.contacts.put(await toContactRow(keys, contact))),
    interaction: (id) =>
      read(async ({ database, keys }) => {
        const row = await database.interactions.get(id)
        return row && fromInteractionRow(keys, row)
      }),
    recentInteractions: (limit) =>
      read(async ({ database, keys }) =>
        readAll(keys, await database.interactions.orderBy('offeredAt').reverse().limit(limit).toArray()),
      ),
    unfinishedInteractions: () =>
      read(async ({ database, keys }) => {
        const rows = await database.interactions.where('unfinished').equals(1).toArray()
        return readAll(
          keys,
          rows.sort((a, b) => b.offeredAt - a.offeredAt),
        )
      }),
    interactionsWith: (contact, limit) =>
      read(async ({ database, keys }) => {
        const index = await contactIndex(keys, contact)
        const rows = await database.interactions
          .where('[contact+offeredAt]')
          .between([index, Dexie.minKey], [index, Dexie.maxKey])
          .reverse()
          .limit(limit)
          .toArray()
        return readAll(keys, rows)
      }),
    contacts: (ids) =>
      read(async ({ database, keys }) => {
        const rows = await database.contacts.bulkGet([...ids])
        const read = await Promise.allSettled(rows.flatMap((row) => (row ? [fromContactRow(keys, row)] : [])))
        return read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
      }),
    searchContacts: (text, limit) =>
      read(async ({ database, keys }) => {
        // Names are sealed, so each is opened and looked at: some 14 µs for one.
        const rows = await database.contacts.toArray()
        const read = await Promise.allSettled(rows.map((row) => fromContactRow(keys, row)))
        const known = read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
        return known
          .filter((contact) => isLike(contact, text))
          .sort((a, b) => a.name.localeCompare(b.name))
          .slice(0, limit)
      }),
    saveLineCheck: ({ at, results }) =>
      write(async ({ database }) => {
        await database.lineChecks.put({ at, results })
        const old = await database.lineChecks.orderBy('at').reverse().offset(mostLineChecks).primaryKeys()
        await database.lineChecks.bulkDelete(old)
      }),
    lineChecks: (limit) =>
      read(async ({ database }) => {
        const rows = await database.lineChecks.orderBy('at').reverse().limit(limit).toArray()
        return rows.flatMap((row) => fromLineCheckRow(row) ?? [])
      }),
    contactByNumber: (number) =>
      read(async ({ database, keys }) => {
        const index = await numberIndex(keys, number)
        const row = index && (await database.contacts.where('numbers').equals(index).first())
        return row ? fromContactRow(keys, row) : undefined
      }),
  }
}
