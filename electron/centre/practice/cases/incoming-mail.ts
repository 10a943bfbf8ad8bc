import { reopen } from './add-message.ts'
import type { Book } from './book.ts'
import { acknowledge } from './create-ticket.ts'
import { correspond, keepMessage } from './message.ts'
import type { Upload } from './message.ts'
import { subjectOf } from './plain-columns.ts'
import { nobodyId } from './records.ts'
import { personFor } from './watchers.ts'

/** A letter from outside. */
export interface IncomingMail {
  /** A mail address. */
  readonly from: string
  readonly text: string
  /** The case that it is about; without one it begins a case of its own. */
  readonly number?: string
  readonly subject?: string
  /** For a new case; the first queue without it. */
  readonly queue?: string
  readonly files?: readonly Upload[]
}

/** Takes a letter in and answers with the number of its case. Throws `RangeError` where there is no such case or queue. */
export function takeMail(book: Book, mail: IncomingMail): string {
  const actor = personFor(book, mail.from)
  if (!actor) throw new RangeError('a letter from no address')
  const message = {
    text: mail.text,
    type: 'text/plain',
    subject: mail.subject ?? '',
    files: mail.files ?? [],
  }
  const ticket = mail.number === undefined ? undefined : book.ticket(Number(mail.number))
  if (ticket) {
    correspond(book, ticket.id, {
      actor,
      message: { ...message, subject: mail.subject ?? `Re: ${ticket.subject}` },
    })
    reopen({ book, ticket })
    return String(ticket.id)
  }
  if (mail.number !== undefined) throw new RangeError(`no case ${mail.number}`)
  const queue = mail.queue === undefined ? book.ledger.queues[0] : book.queue(mail.queue)
  if (!queue) throw new RangeError('no such queue')
  const now = book.now()
  const made = book.addTicket({
    ...{ queue: queue.id, subject: subjectOf(message.subject), status: 'new', owner: nobodyId, priority: 0 },
    ...{ due: 0, started: 0, resolved: 0, requestors: [actor.id], cc: [] },
    ...{ creator: actor.id, created: now, updated: now, updatedBy: actor.id, values: new Map() },
  })
  keepMessage(book, book.write(made, actor, { type: 'Create' }), message)
  acknowledge(book, made)
  return String(made.id)
}
