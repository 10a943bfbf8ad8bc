import type { Change } from './custom-values.ts'
import { nobodyId } from './records.ts'
import type { Person } from './records.ts'

export type OwnerAction = 'take' | 'untake' | 'steal'

/** `PUT /ticket/7/take` and its siblings: what RT says then. */
export function actOnOwner(change: Change, action: OwnerAction): string {
  const { book, ticket, actor } = change
  switch (action) {
    case 'take':
      return ticket.owner === nobodyId || ticket.owner === actor.id
        ? giveTo(change, actor)
        : 'You can only take tickets that are unowned'
    case 'untake':
      return giveTo(change, book.person(nobodyId))
    case 'steal':
      if (ticket.owner === nobodyId) return 'You can only steal a ticket owned by someone else'
      if (ticket.owner === actor.id) return 'You already own this ticket'
      return hand(change, actor)
  }
}

/** `PUT /ticket/7` with an owner: a user name or number. `undefined` where nothing has to change. */
export function setOwner(change: Change, wanted: string): string | undefined {
  const { book, ticket } = change
  const { people } = book.ledger
  const person = people.find(({ id, name }) => name === wanted || String(id) === wanted)
  if (!person) return 'That user does not exist'
  return person.id === ticket.owner ? undefined : giveTo(change, person)
}

/** The practice centre's agents may hand over each other's cases (RT's right `ReassignTicket`). */
function giveTo(change: Change, person: Person): string {
  const { book, ticket } = change
  if (ticket.owner === person.id) return 'That user already owns that ticket'
  const may = person.id === nobodyId || book.sees(person, ticket.queue)
  return may ? hand(change, person) : 'That user may not own tickets in that queue'
}

function hand({ book, ticket, actor }: Change, person: Person): string {
  const before = book.person(ticket.owner)
  ticket.owner = person.id
  const step = { field: 'Owner', before: String(before.id), after: String(person.id) }
  // RT tells the same twice.
  book.write(ticket, actor, { type: 'Set', ...step })
  book.write(ticket, actor, { type: 'SetWatcher', ...step })
  return `Owner changed from ${before.name} to ${person.name}`
}
