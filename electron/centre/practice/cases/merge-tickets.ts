import type { Change } from './custom-values.ts'
import { uriOf } from './ticket-links.ts'

/** `{"MergeInto": 7}`: the ticket goes on as another one. What RT says then. */
export function mergeInto({ book, ticket, actor }: Change, wanted: string): string {
  const into = book.ticket(Number(wanted))
  if (!into) return "New ticket doesn't exist"
  if (into.id === ticket.id) return "Can't merge a ticket into itself"
  if (!book.seesTicket(actor, into)) return 'Only tickets can be merged'
  const step = { type: 'AddLink', field: 'MergedInto', after: uriOf(String(into.id)) }
  book.write(ticket, actor, step)
  ticket.effectiveId = into.id
  book.write(into, actor, step)
  into.requestors = [...new Set([...into.requestors, ...ticket.requestors])]
  into.cc = [...new Set([...into.cc, ...ticket.cc])]
  moveLinks(book.ledger.links, String(ticket.id), String(into.id))
  return 'Merge Successful'
}

function moveLinks(links: { base: string; target: string }[], from: string, to: string): void {
  for (const link of links) {
    if (link.base === from) link.base = to
    if (link.target === from) link.target = to
  }
}
