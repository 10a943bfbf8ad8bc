import { updateCustomFields } from './custom-values.ts'
import type { Change } from './custom-values.ts'
import { plainText } from './json-body.ts'
import type { Body } from './json-body.ts'
import { mergeInto } from './merge-tickets.ts'
import { columnSetters } from './plain-columns.ts'
import { updateLinks } from './ticket-links.ts'
import { setWatchers } from './watchers.ts'

/** `PUT /ticket/7`: does what it can, and answers 200 with what it says about each part, refused or not. */
export function updateTicket(change: Change, body: Body): (string | null)[] {
  const columns = columnSetters.flatMap(([name, set]) => {
    const wanted = plainText(body.get(name))
    const said = wanted === undefined ? undefined : set(change, wanted)
    return said === undefined ? [] : [`Ticket ${change.ticket.id}: ${said}`]
  })
  const fields = updateCustomFields(change, body.get('CustomFields'))
  const watchers = (['Requestor', 'Cc'] as const).flatMap((role) =>
    body.has(role) ? setWatchers(change, role, body.get(role)) : [],
  )
  const links = updateLinks(change, body)
  const into = plainText(body.get('MergeInto'))
  const merged = into === undefined ? [] : [mergeInto(change, into)]
  return [...columns, ...fields, ...watchers, ...links, ...merged]
}
