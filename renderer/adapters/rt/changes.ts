import * as v from 'valibot'

import { isLater } from '../../domain/case-event.ts'
import type { EventId } from '../../domain/case-event.ts'
import type { CaseNumber } from '../../domain/case.ts'
import type { Changes, Cursor, Unanswered } from '../../ports/case-system.ts'
import { perPage } from './pages.ts'
import { id, pageOf, reference, text } from './shapes.ts'
import { allOf, asQuery, isNumber, quoted } from './ticket-sql.ts'
import { mailRecords } from './transactions.ts'
import type { Heard, Wire } from './wire.ts'

const Row = v.object({
  id: v.pipe(id, v.digits()),
  ObjectId: v.pipe(id, v.digits()),
  Type: v.optional(text, ''),
  Created: v.optional(text, ''),
})
type Row = v.InferOutput<typeof Row>

/** Pages in one go, of a hundred each: what is left is for the next one, so that a long pull can show how far it is. */
const mostPages = 10

const markOf = ({ Type, Created, ObjectId }: Row): string => [Type, Created, ObjectId].join('|')
const cursorAt = (row: Row | undefined): Cursor | undefined => row && { event: row.id, mark: markOf(row) }

/**
 * Every ticket with a transaction after the cursor. The transaction that the cursor stands on is read with them: where it
 * is another one now, or there is none, the server has gone back in time.
 */
export async function changesSince(wire: Wire, since: Cursor | undefined): Promise<Heard<Changes>> {
  if (since === undefined || !isNumber(since.event)) return fromNow(wire)
  const rows: Row[] = []
  let page = 1
  for (; page <= mostPages; page += 1) {
    const heard = await transactions(wire, { from: since.event, order: 'ASC', page })
    if (heard.kind !== 'answer') return heard
    if (heard.value.length === 0) break
    rows.push(...heard.value)
  }
  const [first] = rows
  const gone = first?.id === since.event ? markOf(first) !== since.mark : await isGone(wire, since)
  if (typeof gone === 'object') return gone
  if (gone) return restored(wire)
  const news = rows.filter((row) => isLater(row.id, since.event))
  const numbers = [...new Set<CaseNumber>(news.map((row) => row.ObjectId))]
  const cursor = cursorAt(news.at(-1)) ?? since
  return answer({ kind: 'changed', numbers, cursor, more: page > mostPages })
}

const answer = (value: Changes): Heard<Changes> => ({ kind: 'answer', value, revision: undefined })

async function fromNow(wire: Wire): Promise<Heard<Changes>> {
  const newest = await newestCursor(wire)
  if (newest.kind !== 'answer') return newest
  return answer({ kind: 'changed', numbers: [], cursor: newest.value, more: false })
}

async function restored(wire: Wire): Promise<Heard<Changes>> {
  const newest = await newestCursor(wire)
  if (newest.kind !== 'answer') return newest
  return answer({ kind: 'restored', cursor: newest.value })
}

async function newestCursor(wire: Wire): Promise<Heard<Cursor | undefined>> {
  const heard = await transactions(wire, { from: '0', order: 'DESC', page: 1 })
  if (heard.kind !== 'answer') return heard
  return { ...heard, value: cursorAt(heard.value[0]) }
}

const One = v.object({
  Type: v.optional(text, ''),
  Created: v.optional(text, ''),
  Object: v.fallback(reference, { id: '', type: '' }),
})

/**
 * What stands at a cursor that no search shows any more. The case may only have gone where this agent may not see it,
 * which RT tells (403) from a transaction that is not there.
 */
async function isGone(wire: Wire, { event, mark }: Cursor): Promise<boolean | Unanswered> {
  const heard = await wire.look(`/transaction/${event}`, One)
  if (heard === 'missing') return true
  if (heard.kind === 'answer') {
    const { Object: object, ...rest } = heard.value
    return markOf({ ...rest, id: event, ObjectId: object.id }) !== mark
  }
  return heard.kind === 'refused' ? false : heard
}

interface Slice {
  readonly from: EventId
  readonly order: 'ASC' | 'DESC'
  readonly page: number
}

/**
 * The condition as TransactionSQL lets RT's database leave out what the agent may not see. As JSON alone, RT takes that
 * out of each page afterwards, and a page of other teams' work would read as the end.
 */
async function transactions(wire: Wire, { from, order, page }: Slice): Promise<Heard<readonly Row[]>> {
  const sql = allOf([
    "ObjectType = 'RT::Ticket'",
    `id >= ${from}`,
    ...mailRecords.map((type) => `Type != ${quoted(type)}`),
  ])
  const sorted = `orderby=id&order=${order}&per_page=${perPage}&page=${page}`
  const heard = await wire.search(
    {
      path: `/transactions?${asQuery(sql)}&fields=Type,ObjectId,Created&${sorted}`,
      conditions: [
        { field: 'id', operator: '>=', value: from },
        { field: 'ObjectType', operator: '=', value: 'RT::Ticket' },
      ],
    },
    pageOf(Row),
  )
  return heard.kind === 'answer' ? { ...heard, value: heard.value.items } : heard
}
