import type { Book } from './book.ts'
import type { Change } from './custom-values.ts'
import { listOf } from './json-body.ts'
import { KnownFault } from './refusal.ts'
import type { Person } from './records.ts'

export type Role = 'Requestor' | 'Cc'

const roleLists = { Requestor: 'requestors', Cc: 'cc' } as const

/** Makes the list of people what the body says; RT dies of an address that is none. */
export function setWatchers(change: Change, role: Role, wanted: unknown): string[] {
  const { book, ticket, actor } = change
  const list = roleLists[role]
  const people = listOf(wanted).map((text) => {
    const person = personFor(book, text)
    if (!person) throw new KnownFault('an address that is none')
    return person
  })
  const added = people.filter(({ id }) => !ticket[list].includes(id))
  const gone = ticket[list].filter((id) => !people.some((person) => person.id === id))
  ticket[list] = [...ticket[list].filter((id) => !gone.includes(id)), ...new Set(added.map(({ id }) => id))]
  for (const { id } of added)
    book.write(ticket, actor, { type: 'AddWatcher', field: role, after: String(id) })
  for (const id of gone) book.write(ticket, actor, { type: 'DelWatcher', field: role, before: String(id) })
  return [
    ...added.map(({ name }) => `Added ${name} as ${role} for this ticket`),
    ...gone.map((id) => `${book.person(id).name} is no longer ${role} for this ticket`),
  ]
}

/** At the creation an address that is none is left out in silence. */
export function firstWatchers(book: Book, wanted: unknown): number[] {
  const people = listOf(wanted).flatMap((text) => personFor(book, text) ?? [])
  return [...new Set(people.map(({ id }) => id))]
}

/** Whoever has that name or address; a new address becomes a new user. */
export function personFor(book: Book, text: string): Person | undefined {
  if (text === '') return undefined
  const known = /^\d+$/.test(text)
    ? book.ledger.people.find(({ id }) => String(id) === text)
    : book.personCalled(text)
  if (known || !/^[^\s@<>"]+@[^\s@<>"]+$/.test(text)) return known
  return book.addPerson({ name: text, address: text, realName: '', mobile: null, privileged: false })
}
