import * as v from 'valibot'

import { comparableNumber } from '../../domain/contact.ts'
import type { Contact } from '../../domain/contact.ts'
import { asContactId } from '../../domain/ids.ts'
import { languages } from '../../domain/language.ts'
import { blindIndex, seal, unseal } from './sealing.ts'
import type { Sealed, StoreKeys } from './sealing.ts'

/** A contact on the disk: found by blind index, read only with the key. */
export interface ContactRow {
  readonly id: string
  /** Blind indexes of the numbers in their comparable form. */
  readonly numbers: readonly string[]
  readonly sealed: Sealed
}

/** Dexie's indexes of the table. */
export const contactIndexes = 'id, *numbers'

const Stored = v.object({
  id: v.pipe(v.string(), v.transform(asContactId)),
  name: v.string(),
  numbers: v.array(v.string()),
  language: v.optional(v.picklist(languages)),
})

const place = (id: string): string => `contacts/${id}`

/** `undefined` for what is not a telephone number. */
export async function numberIndex(keys: StoreKeys, number: string): Promise<string | undefined> {
  const comparable = comparableNumber(number)
  return comparable === undefined ? undefined : blindIndex(keys, 'contact.number', comparable)
}

export async function toContactRow(keys: StoreKeys, contact: Contact): Promise<ContactRow> {
  const numbers = await Promise.all(contact.numbers.map((number) => numberIndex(keys, number)))
  return {
    id: contact.id,
    numbers: numbers.filter((index) => index !== undefined),
    sealed: await seal(keys, place(contact.id), contact),
  }
}

/** @throws when the row cannot be decrypted, or holds what no version of the desk has written. */
export async function fromContactRow(keys: StoreKeys, row: ContactRow): Promise<Contact> {
  const stored = v.parse(Stored, await unseal(keys, place(row.id), row.sealed))
  return { ...stored, language: stored.language }
}
