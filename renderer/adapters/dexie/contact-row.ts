import * as v from 'valibot'

import { comparableNumber } from '../../domain/contact.ts'
import type { Contact } from '../../domain/contact.ts'
import { asContactId } from '../../domain/ids.ts'
import { languages } from '../../domain/language.ts'
import { addressIndex } from './address-index.ts'
import { blindIndex, seal, unseal } from './sealing.ts'
import type { Sealed, StoreKeys } from './sealing.ts'

/** A contact on the disk: found by blind index, read only with the key. */
export interface ContactRow {
  readonly id: string
  /** Blind indexes of the numbers in their comparable form. */
  readonly numbers: readonly string[]
  /** Blind indexes of the mail addresses; not there in rows of the first two versions. */
  readonly addresses?: readonly string[]
  readonly sealed: Sealed
}

/** Dexie's indexes of the table, by version of the schema. */
export const contactIndexes = { 1: 'id, *numbers', 3: 'id, *numbers, *addresses' } as const

const Stored = v.object({
  id: v.pipe(v.string(), v.transform(asContactId)),
  name: v.string(),
  numbers: v.array(v.string()),
  addresses: v.optional(v.array(v.string()), []),
  language: v.optional(v.picklist(languages)),
})

const place = (id: string): string => `contacts/${id}`

/** `undefined` for what is not a telephone number. */
export async function numberIndex(keys: StoreKeys, number: string): Promise<string | undefined> {
  const comparable = comparableNumber(number)
  return comparable === undefined ? undefined : blindIndex(keys, 'contact.number', comparable)
}

export async function toContactRow(keys: StoreKeys, contact: Contact): Promise<ContactRow> {
  const [numbers, addresses, sealed] = await Promise.all([
    Promise.all(contact.numbers.map((number) => numberIndex(keys, number))),
    Promise.all(contact.addresses.map((address) => addressIndex(keys, 'contact', address))),
    seal(keys, place(contact.id), contact),
  ])
  return { id: contact.id, numbers: numbers.filter((index) => index !== undefined), addresses, sealed }
}

/** @throws when the row cannot be decrypted, or holds what no version of the desk has written. */
export async function fromContactRow(keys: StoreKeys, row: ContactRow): Promise<Contact> {
  const stored = v.parse(Stored, await unseal(keys, place(row.id), row.sealed))
  return { ...stored, language: stored.language }
}
