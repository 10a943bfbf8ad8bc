import { Dexie } from 'dexie'

import { isLike } from '../../domain/contact.ts'
import { ok } from '../../domain/result.ts'
import type { Listed, Records } from '../../ports/records.ts'
import { createAccess, readable } from './access.ts'
import { addressIndex } from './address-index.ts'
import { saveContact } from './contact-change.ts'
import { fromContactRow, numberIndex } from './contact-row.ts'
import { contactIndex, fromInteractionRow, toInteractionRow } from './interaction-row.ts'
import type { InteractionRow } from './interaction-row.ts'
import { fromLineCheckRow } from './line-check-row.ts'
import { createOpening } from './opening.ts'
import type { Open, Opening } from './opening.ts'
import { countStrangeRows } from './strange-rows.ts'

/** As many tests of the equipment as are kept. */
const mostLineChecks = 100

/** What a newer Foyer has written is not damaged: it is counted by itself. */
async function readAll({ keys, newer }: Open, rows: readonly InteractionRow[]): Promise<Listed> {
  const { values, unreadable } = await readable(rows.map((row) => fromInteractionRow(keys, row)))
  return { interactions: values, unreadable: newer ? 0 : unreadable }
}

/** The desk's records in IndexedDB, through Dexie. */
export function createDexieRecords(opening: Opening = createOpening()): Records {
  const { read, write } = createAccess(opening, 'store-undecryptable')

  return {
    async open(realm, key) {
      const opened = await opening.open(realm, key)
      if (!opened.ok) return opened
      return ok(opened.value.newer ? { countStrange: () => read(countStrangeRows) } : undefined)
    },
    close: () => opening.close(),
    saveInteraction: (interaction) =>
      write(async ({ database, keys }) =>
        database.interactions.put(await toInteractionRow(keys, interaction)),
      ),
    saveContact: (contact) => write((open) => saveContact(open, contact)),
    interaction: (id) =>
      read(async ({ database, keys }) => {
        const row = await database.interactions.get(id)
        return row && fromInteractionRow(keys, row)
      }),
    recentInteractions: (limit) =>
      read(async (open) =>
        readAll(open, await open.database.interactions.orderBy('offeredAt').reverse().limit(limit).toArray()),
      ),
    unfinishedInteractions: () =>
      read(async (open) => {
        const rows = await open.database.interactions.where('unfinished').equals(1).toArray()
        return readAll(
          open,
          rows.sort((a, b) => b.offeredAt - a.offeredAt),
        )
      }),
    interactionsWith: (contact, limit) =>
      read(async (open) => {
        const index = await contactIndex(open.keys, contact)
        const rows = await open.database.interactions
          .where('[contact+offeredAt]')
          .between([index, Dexie.minKey], [index, Dexie.maxKey])
          .reverse()
          .limit(limit)
          .toArray()
        return readAll(open, rows)
      }),
    contacts: (ids) =>
      read(async ({ database, keys }) => {
        const rows = await database.contacts.bulkGet([...ids])
        const read = rows.flatMap((row) => (row ? [fromContactRow(keys, row)] : []))
        return (await readable(read)).values
      }),
    searchContacts: (text, limit) =>
      read(async ({ database, keys }) => {
        // Names are sealed, so each is opened and looked at: some 14 µs for one.
        const rows = await database.contacts.filter(({ gone }) => gone === undefined).toArray()
        const { values } = await readable(rows.map((row) => fromContactRow(keys, row)))
        return values
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
    contactByAddress: (address) =>
      read(async ({ database, keys }) => {
        const index = await addressIndex(keys, 'contact', address)
        const row = await database.contacts.where('addresses').equals(index).first()
        return row && fromContactRow(keys, row)
      }),
  }
}
