import type { Book } from './book.ts'
import { firstCustomValues } from './custom-values.ts'
import { bodyOf, isObject, plainText } from './json-body.ts'
import type { Body } from './json-body.ts'
import { isStatus } from './lifecycle.ts'
import { keepMessage, missingPart, textOf, uploadsOf } from './message.ts'
import type { Message } from './message.ts'
import { priorityOf, subjectOf } from './plain-columns.ts'
import { nobodyId } from './records.ts'
import type { Person, Queue, Ticket } from './records.ts'
import { KnownFault, Refusal } from './refusal.ts'
import { firstLinks } from './ticket-links.ts'
import { parseTrackerDate } from './tracker-dates.ts'
import { firstWatchers } from './watchers.ts'

/** `POST /ticket`: leaves out in silence what it does not accept, but for the queue and the status. */
export function createTicket(book: Book, actor: Person, body: Body): Ticket {
  const queue = queueIn(book, actor, body)
  const message = messageIn(body)
  refuseOddFields(body.get('CustomFields'))
  if (body.has('id')) throw new Refusal(400, 'Ticket could not be created due to an internal error')
  const ticket = book.addTicket({
    ...columnsIn(book, queue, body),
    queue: queue.id,
    creator: actor.id,
    created: book.now(),
    updated: book.now(),
    updatedBy: actor.id,
    values: new Map(),
  })
  firstCustomValues(book, ticket, body.get('CustomFields'))
  firstLinks({ book, ticket, actor }, body)
  const transaction = book.write(ticket, actor, { type: 'Create' })
  if (message) keepMessage(book, transaction, message)
  acknowledge(book, ticket)
  return ticket
}

function queueIn(book: Book, actor: Person, body: Body): Queue {
  const wanted = plainText(body.get('Queue'))
  if (wanted === undefined || wanted === '') throw new Refusal(400, 'Could not create ticket. Queue not set')
  const queue = book.queue(wanted)
  if (!queue || !book.sees(actor, queue.id))
    throw new Refusal(403, `No permission to create tickets in the queue '${wanted}'`)
  return queue
}

function messageIn(body: Body): Message | undefined {
  const content = body.get('Content') ?? undefined
  const attachments = body.get('Attachments') ?? undefined
  if (content === undefined && attachments === undefined) return undefined
  if (attachments !== undefined && !Array.isArray(attachments))
    throw new Refusal(400, 'Attachments must be an array')
  return {
    text: content === undefined ? undefined : textOf(content),
    type: (plainText(body.get('ContentType')) ?? 'text/plain').toLowerCase(),
    subject: plainText(body.get('Subject')) ?? '',
    files: uploadsOf(completeFiles(attachments ?? [])),
  }
}

function completeFiles(list: readonly unknown[]): readonly unknown[] {
  if (!list.every(isObject)) throw new Refusal(400, 'Each element of Attachments must be a hash')
  const missing = list.map(missingPart).find((part) => part !== undefined)
  if (missing !== undefined)
    throw new Refusal(400, `Field ${missing} is required for each attachment in Attachments`)
  return list
}

/** RT takes an object for a file, which needs three parts; this server keeps no files in fields. */
function refuseOddFields(fields: unknown): void {
  if (fields === undefined || fields === null) return
  if (!isObject(fields)) throw new KnownFault('custom fields that are no object')
  const values = [...bodyOf(fields).values()].flat()
  if (values.some((value) => isObject(value) && missingPart(value) !== undefined))
    throw new Refusal(400, 'FileName is a required field for Image/Binary ObjectCustomFieldValue')
  if (values.some((value) => (typeof value === 'object' ? value !== null : typeof value === 'boolean')))
    throw new KnownFault('a value of a custom field that is no text')
}

function columnsIn(book: Book, queue: Queue, body: Body) {
  const text = (name: string): string => plainText(body.get(name)) ?? ''
  const status = text('Status').toLowerCase() || 'new'
  if (!isStatus(status) || status === 'deleted')
    throw new Refusal(400, `Status '${text('Status')}' isn't a valid status for tickets in this queue.`)
  const owner = book.personCalled(text('Owner'))
  return {
    status,
    subject: subjectOf(text('Subject')),
    owner: owner && book.sees(owner, queue.id) ? owner.id : nobodyId,
    priority: priorityOf(text('Priority')),
    due: parseTrackerDate(text('Due')),
    started: status === 'new' ? 0 : book.now(),
    resolved: ['resolved', 'rejected'].includes(status) ? book.now() : 0,
    requestors: body.has('Requestor') ? firstWatchers(book, body.get('Requestor')) : [],
    cc: body.has('Cc') ? firstWatchers(book, body.get('Cc')) : [],
  }
}

/** The customer hears that their case was opened. */
export function acknowledge(book: Book, ticket: Ticket): void {
  const to = ticket.requestors.map((id) => book.person(id).address).filter(Boolean)
  if (to.length === 0) return
  const subject = `[practice.invalid #${ticket.id}] AutoReply: ${ticket.subject}`
  book.send(ticket, { kind: 'receipt', from: 'RT_System', to, subject, text: '', files: [] })
}
