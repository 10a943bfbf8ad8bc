import { addMessage } from './add-message.ts'
import type { MessageKind } from './add-message.ts'
import { createTicket } from './create-ticket.ts'
import type { Change } from './custom-values.ts'
import { parseBody } from './json-body.ts'
import type { Body } from './json-body.ts'
import { actOnOwner } from './ownership.ts'
import type { OwnerAction } from './ownership.ts'
import { failedCondition, hasJson, unsupported } from './preconditions.ts'
import type { Ticket } from './records.ts'
import { answer, forbidden, notFound, refuse } from './request.ts'
import type { Reply, TrackerRequest } from './request.ts'
import { shown, shownFields } from './showing.ts'
import { w3cDate } from './tracker-dates.ts'
import { updateTicket } from './update-ticket.ts'

/** Columns of a whole ticket, beside its roles and what is told apart. */
const columns = [
  ...['Created', 'Creator', 'CustomFields', 'Due', 'FinalPriority', 'InitialPriority', 'LastUpdated'],
  ...['LastUpdatedBy', 'Owner', 'Priority', 'Queue', 'Resolved', 'Started', 'Starts', 'Status', 'Subject'],
  ...['TimeEstimated', 'TimeLeft', 'TimeWorked', 'Type'],
]
const roles = ['AdminCc', 'Cc', 'Requestor']

export function showTicket(request: TrackerRequest, id: string): Reply {
  const { book, user, views, showing } = request
  const ticket = book.ticket(Number(id))
  if (!ticket) return notFound
  if (!book.seesTicket(user, ticket)) return forbidden
  const etag = etagOf(request, ticket)
  const failed = failedCondition(request, etag)
  if (failed) return failed
  const view = views.ticket(ticket)
  // Roles cannot be asked for in more detail here, other than in lists.
  const plain = { ...showing, query: new URLSearchParams() }
  const whole = {
    ...shownFields(columns, view.field, showing),
    ...shownFields(roles, view.field, plain),
    EffectiveId: shown(view, '', plain),
    _hyperlinks: shown(views.hyperlinks(ticket), '', plain),
    id: ticket.id,
  }
  return answer(whole, { etag: `"${etag ?? ''}"`, 'last-modified': w3cDate(ticket.updated) })
}

/** The number of the last transaction that the agent may see. */
function etagOf({ book, user }: TrackerRequest, ticket: Ticket): string | undefined {
  return book
    .transactionsOf(ticket)
    .findLast((transaction) => book.seesTransaction(user, transaction))
    ?.id.toString()
}

export function createByRequest(request: TrackerRequest): Reply {
  const { book, user, views, showing } = request
  const body = hasJson(request) ? parseBody(request.body) : undefined
  if (!body) return refuse(415, 'Unsupported Media Type')
  const ticket = createTicket(book, user, body)
  const { pathname } = new URL(showing.base)
  return {
    status: 201,
    headers: { location: `${pathname}/ticket/${ticket.id}` },
    body: shown(views.ticket(ticket), '', { ...showing, query: new URLSearchParams() }),
  }
}

/** RT makes no ticket where there is one. */
export function createOverExisting({ book, user }: TrackerRequest, id: string): Reply {
  const ticket = book.ticket(Number(id))
  if (!ticket) return notFound
  return book.seesTicket(user, ticket) ? refuse(409, 'Resource already exists; use PUT to update') : forbidden
}

export const changeTicket = (request: TrackerRequest, id: string): Reply =>
  changing(request, id, (change, body) => updateTicket(change, body))

export const changeOwner = (request: TrackerRequest, id: string, action: OwnerAction): Reply =>
  changing(request, id, (change, body) => [actOnOwner(change, action), ...updateTicket(change, body)])

/** Every change answers 200, with what RT has to say about each part. */
function changing(
  request: TrackerRequest,
  id: string,
  change: (change: Change, body: Body) => (string | null)[],
): Reply {
  const { book, user } = request
  const body = hasJson(request) ? parseBody(request.body) : undefined
  const ticket = book.ticket(Number(id))
  if (!ticket)
    return request.headers['if-match'] === undefined
      ? refuse(404, 'Resource does not exist; use POST to create')
      : refuse(412, 'Precondition Failed')
  if (!book.seesTicket(user, ticket)) return forbidden
  const failed = failedCondition(request, etagOf(request, ticket))
  if (failed) return failed
  return body ? answer(change({ book, ticket, actor: user }, body)) : refuse(415, 'Unsupported Media Type')
}

export function sayToTicket(request: TrackerRequest, id: string, kind: MessageKind): Reply {
  const { book, user, showing } = request
  const ticket = book.ticket(Number(id))
  // RT compares the condition with nothing that a message could be equal to.
  if (request.headers['if-match'] !== undefined) return refuse(412, 'Precondition Failed')
  const wrong = unsupported(request)
  if (wrong) return wrong
  if (!ticket || !book.seesTicket(user, ticket)) return refuse(400, 'Permission Denied')
  const { transaction, said } = addMessage({ book, ticket, actor: user }, kind, request.body)
  const { pathname } = new URL(showing.base)
  return {
    status: 201,
    headers: { location: `${pathname}/transaction/${transaction.id}` },
    body: said,
  }
}
