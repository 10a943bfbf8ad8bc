import {
  mergeContact,
  mergedWithin,
  onTopOf,
  splitContact,
  writeMerged,
} from '../../domain/story/merge-contact.ts'
import type { Contact } from '../../domain/contact.ts'
import type { ContactId } from '../../domain/ids.ts'
import { isUnchanged, keptContact, toContactRow } from './contact-row.ts'
import type { ContactRow, KeptContact } from './contact-row.ts'
import type { Open } from './opening.ts'

/** They are not there, or not as they would have to be. */
export class WrongContact extends Error {}
/** Somebody has written one of them since it was read. */
class StaleContact extends Error {}

/** How often a change is worked out anew because another window was faster. */
const mostTries = 5

interface Found {
  readonly row: ContactRow | undefined
  /** `undefined` where nobody is, and of a row that cannot be read. */
  readonly kept: KeptContact | undefined
}

interface Change<T> {
  readonly read: readonly Found[]
  readonly write: readonly KeptContact[]
  readonly result: T
}

/**
 * Reads, works out, writes: all of it or nothing, and nothing of what another window has written meanwhile is lost. A
 * transaction ends when it waits for something else, such as a cipher (IndexedDB 3.0 §2.7.2): so what was read is looked at
 * once more in the one that writes.
 */
async function change<T>(open: Open, workOut: () => Promise<Change<T>>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      const { read, write, result } = await workOut()
      const rows = await Promise.all(write.map(({ contact, into }) => toContactRow(open.keys, contact, into)))
      await store(open, read, rows)
      return result
    } catch (error) {
      if (!(error instanceof StaleContact) || tries === mostTries) throw error
    }
  }
}

async function store({ database }: Open, read: readonly Found[], rows: readonly ContactRow[]): Promise<void> {
  const known = read.flatMap(({ row }) => row ?? [])
  const ids = [...new Set([...known, ...rows].map(({ id }) => id))]
  await database.transaction('rw', database.contacts, async () => {
    const now = await database.contacts.bulkGet(ids)
    if (
      ids.some(
        (id, at) =>
          !isUnchanged(
            known.find((row) => row.id === id),
            now[at],
          ),
      )
    )
      throw new StaleContact()
    await database.contacts.bulkPut([...rows])
  })
}

async function find({ database, keys }: Open, id: ContactId): Promise<Found> {
  const row = await database.contacts.get(id)
  const kept = row && (await keptContact(keys, row).catch(() => undefined))
  return { row, kept }
}

/** Whoever they are now comes last: everybody that leads there comes before. */
async function chainOf(open: Open, id: ContactId): Promise<readonly Found[]> {
  const chain = [await find(open, id)]
  const seen = new Set<ContactId>([id])
  for (let next = chain[0]?.kept?.into; next !== undefined && !seen.has(next);) {
    const found = await find(open, next)
    seen.add(next)
    chain.push(found)
    next = found.kept?.into
  }
  return chain
}

/** `undefined` for nobody, and where the trail is lost. */
function survivorOf(chain: readonly Found[]): Contact | undefined {
  const last = chain.at(-1)?.kept
  return last && last.into === undefined ? last.contact : undefined
}

/** `undefined` for nobody, and where the trail is lost. */
export async function contactNow(open: Open, id: ContactId): Promise<Contact | undefined> {
  return survivorOf(await chainOf(open, id))
}

/** @throws WrongContact where they were merged into somebody who is not there any more. */
export const saveContact = (open: Open, contact: Contact): Promise<void> =>
  change(open, async () => {
    const read = await chainOf(open, contact.id)
    const into = read[0]?.kept?.into
    const write = into === undefined ? asThemselves(contact, read[0]) : withSurvivor(contact, read)
    return { read, write, result: undefined }
  })

function asThemselves(contact: Contact, found: Found | undefined): readonly KeptContact[] {
  if (found?.row?.gone && !found.kept) throw new WrongContact('merged into nobody knows whom')
  return [{ contact: found?.kept ? onTopOf(contact, found.kept.contact) : contact, into: undefined }]
}

/** Whoever they are now has it too, and so has everybody between. */
function withSurvivor(contact: Contact, chain: readonly Found[]): readonly KeptContact[] {
  const survivor = survivorOf(chain)
  const now = survivor && writeMerged(survivor, contact)
  if (!now) throw new WrongContact('merged into nobody')
  const between = chain.flatMap(({ kept }) => {
    const own = kept?.into === undefined ? undefined : mergedWithin(now, kept.contact.id)
    return own ? [{ contact: own, into: kept?.into }] : []
  })
  return [...between, { contact: now, into: undefined }]
}

/** @throws WrongContact for one and the same, for nobody, and for one that is merged into somebody already. */
export const merge = (open: Open, kept: ContactId, gone: ContactId, at: number): Promise<Contact> =>
  change(open, async () => {
    const [keeper, goer] = [await find(open, kept), await find(open, gone)]
    if (kept === gone || !keeper.kept || !goer.kept) throw new WrongContact('nobody, or the same')
    if (keeper.kept.into !== undefined || goer.kept.into !== undefined) throw new WrongContact('merged')
    const now = mergeContact(keeper.kept.contact, goer.kept.contact, at)
    const write = [
      { contact: now, into: undefined },
      { contact: goer.kept.contact, into: kept },
    ]
    return { read: [keeper, goer], write, result: now }
  })

/** @throws WrongContact where that one was not merged into this one, or this one is merged into somebody. */
export const split = (
  open: Open,
  kept: ContactId,
  gone: ContactId,
): Promise<readonly [kept: Contact, gone: Contact]> =>
  change(open, async () => {
    const [keeper, goer] = [await find(open, kept), await find(open, gone)]
    const apart = keeper.kept?.into === undefined && keeper.kept && splitContact(keeper.kept.contact, gone)
    if (!apart) throw new WrongContact('not merged')
    const write = apart.map((contact) => ({ contact, into: undefined }))
    return { read: [keeper, goer], write, result: apart }
  })
