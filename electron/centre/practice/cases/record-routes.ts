import { failedCondition } from './preconditions.ts'
import type { StoredFile } from './records.ts'
import { answer, forbidden, refuse } from './request.ts'
import type { Reply, TrackerRequest } from './request.ts'
import { Reference, shown, shownFields } from './showing.ts'
import { selfLink } from './views.ts'

/** RT stumbles over numbers that no transaction or file has. */
const broken = refuse(500, 'Internal Server Error')

export function showTransaction({ book, user, views, showing }: TrackerRequest, id: string): Reply {
  const transaction = book.transaction(Number(id))
  if (!transaction) return broken
  const ticket = book.ticket(transaction.ticket)
  if (!ticket || !book.seesTransaction(user, transaction)) return forbidden
  return answer({
    ...shownFields(
      ['Created', 'Creator', 'Type', 'TimeTaken'],
      views.transaction(transaction).field,
      showing,
    ),
    // Only what has a value.
    ...(transaction.field !== '' && { Field: transaction.field }),
    ...(transaction.before !== '' && { OldValue: transaction.before }),
    ...(transaction.after !== '' && { NewValue: transaction.after }),
    ...(transaction.data !== '' && { Data: transaction.data }),
    Object: shown(views.ticket(ticket), 'fields[Object]', showing),
    _hyperlinks: views.transactionLinks(transaction),
    id: transaction.id,
  })
}

export function showFile({ book, user, views, showing }: TrackerRequest, id: string): Reply {
  const file = book.ledger.files[Number(id) - 1]
  const transaction = file && book.transaction(file.transaction)
  if (!transaction) return broken
  if (!book.seesTransaction(user, transaction)) return forbidden
  return answer({
    ...shownFields(['ContentType', 'Created', 'Creator', 'Subject'], views.file(file).field, showing),
    ...(file.filename !== '' && { Filename: file.filename }),
    Content: contentOf(file),
    Headers: `Content-Type: ${file.type}\nContent-Length: ${file.bytes.byteLength}`,
    MessageId: file.parent === 0 ? `practice-${file.id}@practice.invalid` : '',
    Parent: file.parent === 0 ? '0' : shown(new Reference('attachment', file.parent), '', showing),
    TransactionId: shown(new Reference('transaction', transaction.id), '', showing),
    _hyperlinks: [selfLink(showing.base, 'attachment', file.id)],
    id: file.id,
  })
}

/** Base64 in lines of 76 (RFC 2045 §6.8); a frame has no content of its own. */
function contentOf({ type, bytes }: StoredFile): string | null {
  if (type.startsWith('multipart/')) return null
  return Buffer.from(bytes)
    .toString('base64')
    .replace(/.{1,76}/g, '$&\n')
}

const queueColumns = [
  ...['CommentAddress', 'CorrespondAddress', 'Description', 'Disabled', 'Lifecycle', 'Name', 'SLADisabled'],
  'SortOrder',
]

/** By number or name; RT does not tell a queue that there is not from one that is none of the agent's business. */
export function showQueue(request: TrackerRequest, wanted: string): Reply {
  const { book, user, views, showing } = request
  const queue = book.queue(wanted)
  if (!queue || !book.sees(user, queue.id)) return forbidden
  const failed = failedCondition(request, String(queue.id))
  if (failed) return failed
  const { base } = showing
  const fields = book
    .fieldsOf(queue.id)
    .map((field) => views.field(field, { ref: 'customfield', name: field.name }))
  return answer(
    {
      ...shownFields(queueColumns, views.queue(queue).field, showing),
      ...{ AdminCc: [], Cc: [], CustomFields: [], TicketTransactionCustomFields: [] },
      TicketCustomFields: shown(fields, '', showing),
      _hyperlinks: [
        selfLink(base, 'queue', queue.id),
        { ref: 'history', _url: `${base}/queue/${queue.id}/history` },
        { ref: 'create', type: 'ticket', _url: `${base}/ticket?Queue=${queue.id}` },
      ],
      id: queue.id,
    },
    { etag: `"${queue.id}"` },
  )
}

const fieldColumns = [
  ...[
    'Description',
    'Disabled',
    'LookupType',
    'MaxValues',
    'Name',
    'Pattern',
    'SortOrder',
    'Type',
    'UniqueValues',
  ],
]

export function showCustomField({ book, user, views, showing }: TrackerRequest, id: string): Reply {
  const field = book.ledger.fields.find((one) => String(one.id) === id)
  if (!field?.queues.some((queue) => book.sees(user, queue))) return forbidden
  const { base } = showing
  const values = { ref: 'customfieldvalues', _url: `${base}/customfield/${field.id}/values` }
  return answer({
    ...shownFields(fieldColumns, views.field(field).field, showing),
    ...(field.type === 'Select' && { Values: field.values }),
    _hyperlinks: [selfLink(base, 'customfield', field.id), ...(field.type === 'Select' ? [values] : [])],
    id: field.id,
  })
}
