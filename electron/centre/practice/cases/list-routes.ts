import { plainText } from './json-body.ts'
import { compare, fits, parseJsonQuery } from './json-query.ts'
import type { JsonQuery } from './json-query.ts'
import { ordered } from './ordering.ts'
import { countedList, uncountedList } from './paging.ts'
import { mailTransaction } from './records.ts'
import type { StoredFile, Transaction } from './records.ts'
import { parseQuery } from './query-parser.ts'
import type { Query } from './query-parser.ts'
import { KnownFault, Refusal } from './refusal.ts'
import { answer } from './request.ts'
import type { Reply, TrackerRequest } from './request.ts'
import type { FieldLookup } from './showing.ts'
import { searchTickets } from './ticket-search.ts'

const ticketOrders = [
  'id',
  'Created',
  'Creator',
  'Due',
  'LastUpdated',
  'Owner',
  'Priority',
  'Queue',
  'Status',
  'Subject',
]

/** `GET /tickets?query=…`, or the same as a form. A POST with JSON is a query without words: it finds nothing. */
export function listTickets(request: TrackerRequest): Reply {
  const { book, user, views, showing } = request
  const isForm = /^application\/x-www-form-urlencoded/i.test(request.headers['content-type'] ?? '')
  const query = isForm
    ? new URLSearchParams([...showing.query, ...new URLSearchParams(request.body)])
    : showing.query
  const found = searchTickets(book, user, query.get('query') ?? '').map((ticket) => views.ticket(ticket))
  const rows = ordered(found, ticketOrders, query)
  return answer({ ...countedList(rows, '/tickets', { ...showing, query }), total: found.length })
}

const transactionColumns = [
  ...[
    'id',
    'ObjectType',
    'ObjectId',
    'Type',
    'Field',
    'OldValue',
    'NewValue',
    'Data',
    'Creator',
    'Created',
    'TimeTaken',
  ],
]

/** `POST /transactions` with conditions; a GET has them in its query. */
export function listTransactions(request: TrackerRequest): Reply {
  return transactionList(request, request.book.ledger.transactions)
}

/** What happened to one ticket; nothing where the agent may not see it, or there is none. */
export function listHistory(request: TrackerRequest, id: string): Reply {
  const ticket = request.book.ticket(Number(id))
  return transactionList(request, ticket ? request.book.transactionsOf(ticket) : [])
}

function transactionList(request: TrackerRequest, all: readonly Transaction[]): Reply {
  const { book, user, views, showing } = request
  const query = queryIn(request)
  const sql = showing.query.get('query') ?? ''
  const tree = /^\s*\[/.test(sql) ? undefined : parseQuery(sql)
  const found = all
    // Only with a query in words does RT's database leave out what the agent may not see, before it cuts a page.
    .filter((row) => !tree || book.seesTransaction(user, row))
    .map((row) => ({ row, view: views.transaction(row) }))
    .filter(({ view }) => fits(query, transactionColumns, view.field) && (!tree || holds(tree, view.field)))
  const rows = new Map(found.map(({ row, view }) => [view, row]))
  const sorted = ordered([...rows.keys()], transactionColumns, showing.query)
  const seen = (view: (typeof sorted)[number]) => {
    const row = rows.get(view)
    return row && book.seesTransaction(user, row) ? view : undefined
  }
  return answer(uncountedList(sorted, seen, showing))
}

function holds(query: Query, field: FieldLookup): boolean {
  if (query.kind === 'condition') {
    if (!transactionColumns.includes(query.field)) throw new Refusal(400, `Unknown field: ${query.field}`)
    return compare(plainText(field(query.field)) ?? '', query.operator, query.value)
  }
  const hold = (part: Query): boolean => holds(part, field)
  return query.kind === 'all' ? query.parts.every(hold) : query.parts.some(hold)
}

/** Without a body where one is wanted the list is not narrowed. */
export function queryIn({ method, headers, body, showing }: TrackerRequest): JsonQuery {
  if (method !== 'POST') {
    const text = showing.query.get('query') ?? ''
    return /^\s*\[/.test(text) ? parseJsonQuery(text) : []
  }
  return /^application\/json\s*(?:;|$)/i.test(headers['content-type'] ?? '') ? parseJsonQuery(body) : []
}

export function listFilesOfTicket(request: TrackerRequest, id: string): Reply {
  const { book, user } = request
  const ticket = book.ticket(Number(id))
  if (!ticket || !book.seesTicket(user, ticket)) return fileList(request, [])
  return fileList(
    request,
    book.transactionsOf(ticket).flatMap((row) => book.filesOf(row.id)),
  )
}

export function listFilesOfTransaction(request: TrackerRequest, id: string): Reply {
  const { book, user } = request
  const transaction = book.transaction(Number(id))
  if (!transaction || !book.seesTransaction(user, transaction)) return fileList(request, [])
  return fileList(request, book.filesOf(transaction.id))
}

function fileList(request: TrackerRequest, files: readonly StoredFile[]): Reply {
  const { showing, views, book } = request
  // RT stumbles over the parent of a file that has none, and every message begins with one.
  if (files.length > 0 && (showing.query.get('fields') ?? '').split(',').includes('Parent'))
    throw new KnownFault('the parent of a file in a list')
  const sees = ({ transaction }: StoredFile) => book.transaction(transaction)?.type !== mailTransaction
  return answer(uncountedList(files.filter(sees), (file) => views.file(file), showing))
}
