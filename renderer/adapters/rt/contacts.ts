import * as v from 'valibot'

import { comparableNumber } from '../../domain/contact.ts'
import type { ContactSearch, RemoteContact } from '../../ports/case-system.ts'
import { unreachable } from '../../domain/unreachable.ts'
import { perPage } from './pages.ts'
import { id, pageOf, text } from './shapes.ts'
import { wellFormed } from './ticket-sql.ts'
import type { Condition, Heard, Wire } from './wire.ts'

const User = v.object({
  id,
  Name: v.optional(text, ''),
  RealName: v.optional(text, ''),
  EmailAddress: v.optional(text, ''),
  MobilePhone: v.optional(text, ''),
  WorkPhone: v.optional(text, ''),
  HomePhone: v.optional(text, ''),
})
type User = v.InferOutput<typeof User>

const path = `/users?fields=Name,RealName,EmailAddress,MobilePhone,WorkPhone,HomePhone&per_page=${perPage}`
const phones = ['MobilePhone', 'WorkPhone', 'HomePhone'] as const
const names = ['RealName', 'EmailAddress', 'Name'] as const

/** Digits in which two numbers must agree where one is written without its country. */
const fewestDigits = 7
/** A value that no user has: who is found by it is found by anything. */
const nobodys = 'no-such-user-f41c9a'

export type Contacts = (by: ContactSearch) => Promise<Heard<readonly RemoteContact[]>>

/**
 * RT leaves out a condition on a field that this agent may not search, and so returns everybody it has. Whether a field
 * can be searched is tried once, and what comes back is compared again as far as RT shows it.
 */
export function createContacts(wire: Wire): Contacts {
  const searchable = new Map<string, boolean>()

  const users = async (condition: Condition): Promise<Heard<readonly User[]>> => {
    const heard = await wire.search({ path, conditions: [condition] }, pageOf(User))
    return heard.kind === 'answer' ? { ...heard, value: heard.value.items } : heard
  }

  async function canSearch(field: string): Promise<Heard<boolean>> {
    const known = searchable.get(field)
    if (known !== undefined) return answer(known)
    const heard = await users({ field, operator: '=', value: nobodys })
    if (heard.kind !== 'answer') return heard
    searchable.set(field, heard.value.length === 0)
    return answer(heard.value.length === 0)
  }

  async function byNumber(number: string): Promise<Heard<readonly RemoteContact[]>> {
    const wanted = comparableNumber(number)
    const digits = wanted?.replace('+', '') ?? ''
    if (wanted === undefined || digits.length < fewestDigits) return answer([])
    const found: RemoteContact[] = []
    for (const field of phones) {
      const can = await canSearch(field)
      if (can.kind !== 'answer') return can
      if (!can.value) continue
      const exact = await users({ field, operator: 'ENDSWITH', value: digits })
      if (exact.kind !== 'answer') return exact
      found.push(
        ...exact.value
          .filter((user) => isTheirs(user, field, wanted))
          .map((user) => contactOf(user, [number])),
      )
      const apart = Array.from(digits.slice(-fewestDigits)).join('%')
      const spaced = await users({ field, operator: 'LIKE', value: apart })
      if (spaced.kind !== 'answer') return spaced
      found.push(
        ...spaced.value.filter((user) => same(user[field], wanted)).map((user) => contactOf(user, [])),
      )
    }
    return answer(distinct(found))
  }

  async function byAddress(address: string): Promise<Heard<readonly RemoteContact[]>> {
    if (address === '') return answer([])
    const heard = await users({ field: 'EmailAddress', operator: '=', value: address })
    if (heard.kind !== 'answer') return heard
    const theirs = heard.value.filter(
      ({ EmailAddress }) => EmailAddress.toLowerCase() === address.toLowerCase(),
    )
    return answer(distinct(theirs.map((user) => contactOf(user, []))))
  }

  async function byText(written: string): Promise<Heard<readonly RemoteContact[]>> {
    const wanted = written.trim()
    if (wanted.length < 2) return answer([])
    const found: RemoteContact[] = []
    for (const field of names) {
      const heard = await users({ field, operator: 'LIKE', value: wanted })
      if (heard.kind !== 'answer') return heard
      const theirs = heard.value.filter((user) => plain(user[field]).includes(plain(wanted)))
      found.push(...theirs.map((user) => contactOf(user, [])))
    }
    return answer(distinct(found))
  }

  return async (by) => {
    switch (by.kind) {
      case 'number':
        return byNumber(by.number)
      case 'address':
        return byAddress(wellFormed(by.address.trim()))
      case 'text':
        return byText(wellFormed(by.text))
      default:
        return unreachable(by)
    }
  }
}

const answer = <T>(value: T): Extract<Heard<T>, { kind: 'answer' }> => ({
  kind: 'answer',
  value,
  revision: undefined,
})

/** RT lets agents search for numbers that it does not show them: an end that is the whole number is believed then. */
const isTheirs = (user: User, field: (typeof phones)[number], wanted: string): boolean =>
  user[field] === '' || same(user[field], wanted)

/** The same number, or the same as it is written within one country (with its trunk 0, or without). */
function same(written: string, wanted: string): boolean {
  const number = comparableNumber(written)
  if (number === undefined) return false
  if (number.startsWith('+') && wanted.startsWith('+')) return number === wanted
  const [a, b] = [number, wanted].map((one) => one.replace('+', '').replace(/^0/, ''))
  if (a === undefined || b === undefined || Math.min(a.length, b.length) < fewestDigits) return false
  return a.endsWith(b) || b.endsWith(a)
}

/** `searched`: numbers that are theirs although RT does not show them. */
function contactOf(user: User, searched: readonly string[]): RemoteContact {
  const shown = phones.map((field) => user[field]).filter((number) => number !== '')
  const address = user.EmailAddress || (user.Name.includes('@') ? user.Name : '')
  return {
    address,
    name: user.RealName || user.Name || address,
    numbers: shown.length > 0 ? shown : searched,
  }
}

/** Those with an address, each once. */
const distinct = (found: readonly RemoteContact[]): readonly RemoteContact[] => {
  const byAddress = new Map<string, RemoteContact>()
  for (const one of found)
    if (one.address !== '' && !byAddress.has(one.address)) byAddress.set(one.address, one)
  return [...byAddress.values()]
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
