import type { ContactId } from './ids.ts'
import type { Language } from './language.ts'
import type { Need } from './story/need.ts'

/** A customer, as the desk knows them. */
export interface Contact {
  readonly id: ContactId
  readonly name: string
  /** E.164 where known. */
  readonly numbers: readonly string[]
  /** Mail addresses, as the case system has them. */
  readonly addresses: readonly string[]
  readonly language: Language | undefined
  /** What they need, as they said it. */
  readonly needs?: readonly Need[] | undefined
  /** Those who turned out to be the same person, as they were: a merge can be taken back. */
  readonly merged?: readonly MergedContact[] | undefined
  /** The law wants that nothing about them is deleted: retention passes them by. */
  readonly hold?: LegalHold | undefined
}

export interface MergedContact {
  readonly contact: Contact
  /** Epoch milliseconds. */
  readonly at: number
  /** What came to the other by the merge alone, and goes again with them. */
  readonly brought?: Brought | undefined
}

export interface Brought {
  readonly numbers: readonly string[]
  readonly addresses: readonly string[]
  readonly needs: readonly Need[]
  readonly language: boolean
  readonly hold: boolean
}

export interface LegalHold {
  /** Epoch milliseconds. */
  readonly since: number
  readonly reason: string
}

/** A contact and everybody who was merged into it, however often: their interactions are one story. */
export const contactIdsOf = (contact: Contact): readonly ContactId[] => [
  contact.id,
  ...(contact.merged ?? []).flatMap((one) => contactIdsOf(one.contact)),
]

/**
 * The form in which numbers are compared: digits with a leading `+` where the number is international
 * (ITU-T E.164; the prefix 00 counts as +). `undefined` for what is not a telephone number, such as "anonymous".
 */
export function comparableNumber(number: string | undefined): string | undefined {
  if (number === undefined) return undefined
  const compact = number.replace(/[\s().\-/]/g, '')
  const match = /^(\+|00)?(\d{2,15})$/.exec(compact)
  if (!match?.[2]) return undefined
  return match[1] === undefined ? match[2] : `+${match[2]}`
}

/** Whether a contact has this in their name, without regard to case and accents, or a number that has these digits. */
export function isLike({ name, numbers }: Contact, text: string): boolean {
  const wanted = plain(text)
  if (wanted === '') return false
  const digits = text.replace(/[^\d]/g, '')
  const isNumber = /^[\d\s().+\-/]+$/.test(text.trim())
  return (
    plain(name).includes(wanted) || (isNumber && digits !== '' && numbers.some((one) => one.includes(digits)))
  )
}

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim()
