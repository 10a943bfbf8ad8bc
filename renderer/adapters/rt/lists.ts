import * as v from 'valibot'

import { isLater } from '../../domain/case-event.ts'
import type { CaseNumber } from '../../domain/case.ts'
import { unreachable } from '../../domain/unreachable.ts'
import type { CaseList } from '../../ports/case-system.ts'
import { perPage } from './pages.ts'
import { timeOf } from './rt-dates.ts'
import { id, pageOf, text } from './shapes.ts'
import { allOf, asQuery, customFieldIs, isNoneOf, quoted } from './ticket-sql.ts'
import type { Heard, Wire } from './wire.ts'

const Row = v.object({ id: v.pipe(id, v.digits()), LastUpdated: v.optional(text, '') })

export interface ListNeeds {
  readonly wire: Wire
  readonly user: string
  readonly clientIdField: string
  readonly inactive: readonly string[]
}

/** A search for more than this is a text, not words; and it goes into an address. */
const longest = 200

/** The numbers of a list's newest cases, newest first. */
export async function listOfCases(
  needs: ListNeeds,
  which: CaseList,
  limit: number,
): Promise<Heard<readonly CaseNumber[]>> {
  const sql = sqlOf(which, needs)
  if (sql === undefined || limit < 1) return { kind: 'answer', value: [], revision: undefined }
  const heard = await ticketsLike(needs.wire, sql, limit)
  if (heard.kind !== 'answer') return heard
  return { ...heard, value: heard.value.slice(0, limit) }
}

export async function ticketsLike(
  wire: Wire,
  sql: string,
  limit: number,
): Promise<Heard<readonly CaseNumber[]>> {
  const rows: v.InferOutput<typeof Row>[] = []
  const size = Math.min(limit, perPage)
  const query = `${asQuery(sql)}&fields=LastUpdated&orderby=LastUpdated&order=DESC&per_page=${size}`
  for (let page = 1; page <= Math.ceil(limit / size) + 1 && rows.length < limit; page += 1) {
    const heard = await wire.get(`/tickets?${query}&page=${page}`, pageOf(Row))
    if (heard.kind !== 'answer') return heard
    rows.push(...heard.value.items)
    const { items, pages } = heard.value
    if (items.length === 0 || (pages !== undefined && page >= pages)) break
  }
  // RT's times are whole seconds: among those of one second, the later number is the newer case.
  const newest = rows.sort(
    (a, b) => (timeOf(b.LastUpdated) ?? 0) - (timeOf(a.LastUpdated) ?? 0) || (isLater(b.id, a.id) ? 1 : -1),
  )
  return { kind: 'answer', value: [...new Set(newest.map((row) => row.id))], revision: undefined }
}

function sqlOf(which: CaseList, { user, inactive, clientIdField }: ListNeeds): string | undefined {
  switch (which.kind) {
    case 'mine':
      return allOf([`Owner = ${quoted(user)}`, ...isNoneOf('Status', inactive)])
    case 'queue':
      return `Queue = ${quoted(which.queue)}`
    case 'of-contact':
      return which.address === '' ? undefined : `Requestor.EmailAddress = ${quoted(which.address)}`
    case 'text': {
      const words = which.text.trim().slice(0, longest)
      return words === '' ? undefined : `(Subject LIKE ${quoted(words)} OR Content LIKE ${quoted(words)})`
    }
    case 'client-id':
      return which.id === '' ? undefined : customFieldIs(clientIdField, which.id)
    default:
      return unreachable(which)
  }
}
