import * as v from 'valibot'

import { comparableNumber } from '../../domain/contact.ts'
import type { Contact } from '../../domain/contact.ts'
import { asContactId } from '../../domain/ids.ts'
import type { ContactId } from '../../domain/ids.ts'
import { languages } from '../../domain/language.ts'
import { needs } from '../../domain/story/need.ts'
import { addressIndex } from './address-index.ts'
import { blindIndex, seal, unseal } from './sealing.ts'
import type { Sealed, StoreKeys } from './sealing.ts'

/** A contact on the disk: found by blind index, read only with the key. */
export interface ContactRow {
  readonly id: string
  /** Blind indexes of the numbers in their comparable form; none of one that was merged away. */
  readonly numbers: readonly string[]
  /** Blind indexes of the mail addresses; not there in rows of the first two versions. */
  readonly addresses?: readonly string[]
  /** There while nothing about them may be deleted: the index has only those. */
  readonly held?: 1
  /** There while they are merged into somebody else; into whom is sealed. */
  readonly gone?: 1
  readonly sealed: Sealed
}

/** Dexie's indexes of the table, by version of the schema. */
export const contactIndexes = {
  1: 'id, *numbers',
  3: 'id, *numbers, *addresses',
  6: 'id, *numbers, *addresses, held',
} as const

/** A contact, and whom they were merged into. */
export interface KeptContact {
  readonly contact: Contact
  readonly into: ContactId | undefined
}

const text = v.string()
const texts = v.array(text)
const contactId = v.pipe(text, v.transform(asContactId))
const neededs = v.array(v.picklist(needs))

/** Rows of the first five versions have no needs, no hold, and nobody who was merged. */
const Stored: v.GenericSchema<unknown, Contact> = v.pipe(
  v.object({
    id: contactId,
    name: text,
    numbers: texts,
    addresses: v.optional(texts, []),
    language: v.optional(v.picklist(languages)),
    needs: v.optional(neededs),
    merged: v.optional(v.array(v.lazy(() => Merged))),
    hold: v.optional(v.object({ since: v.number(), reason: text })),
  }),
  v.transform((stored) => ({ ...stored, language: stored.language })),
)

const Merged = v.object({
  contact: Stored,
  at: v.number(),
  brought: v.optional(
    v.object({ numbers: texts, addresses: texts, needs: neededs, language: v.boolean(), hold: v.boolean() }),
  ),
})

const Into = v.object({ into: v.optional(contactId) })

/** Whether nobody has written it since: whatever is sealed has 12 bytes that no other has. */
export const isUnchanged = (a: ContactRow | undefined, b: ContactRow | undefined): boolean =>
  a?.sealed.iv.join() === b?.sealed.iv.join()

const place = (id: string): string => `contacts/${id}`

/** `undefined` for what is not a telephone number. */
export async function numberIndex(keys: StoreKeys, number: string): Promise<string | undefined> {
  const comparable = comparableNumber(number)
  return comparable === undefined ? undefined : blindIndex(keys, 'contact.number', comparable)
}

/** @param into whom they were merged into: nobody finds them by themselves then. */
export async function toContactRow(keys: StoreKeys, contact: Contact, into?: ContactId): Promise<ContactRow> {
  const { id } = contact
  const sealed = await seal(keys, place(id), { ...contact, into })
  if (into !== undefined) return { id, numbers: [], addresses: [], gone: 1, sealed }
  const [numbers, addresses] = await Promise.all([
    Promise.all(contact.numbers.map((number) => numberIndex(keys, number))),
    Promise.all(contact.addresses.map((address) => addressIndex(keys, 'contact', address))),
  ])
  return {
    ...{ id, numbers: numbers.filter((index) => index !== undefined), addresses, sealed },
    ...(contact.hold && { held: 1 }),
  }
}

/** @throws when the row cannot be decrypted, or holds what no version of the desk has written. */
export async function fromContactRow(keys: StoreKeys, row: ContactRow): Promise<Contact> {
  return (await keptContact(keys, row)).contact
}

/** @throws as `fromContactRow` does */
export async function keptContact(keys: StoreKeys, row: ContactRow): Promise<KeptContact> {
  const sealed = await unseal(keys, place(row.id), row.sealed)
  return { contact: v.parse(Stored, sealed), into: v.parse(Into, sealed).into }
}
