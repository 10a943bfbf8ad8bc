import { updateCustomFields } from './custom-values.ts'
import type { Change } from './custom-values.ts'
import { bodyOf, isObject, parseJson, plainText } from './json-body.ts'
import type { Body } from './json-body.ts'
import { isInactive } from './lifecycle.ts'
import { correspond, keepMessage, missingPart, textOf, uploadsOf } from './message.ts'
import type { Message } from './message.ts'
import { setStatus } from './plain-columns.ts'
import { systemId } from './records.ts'
import type { Transaction } from './records.ts'
import { KnownFault, Refusal } from './refusal.ts'

export type MessageKind = 'comment' | 'correspond'

export interface Added {
  readonly transaction: Transaction
  readonly said: readonly (string | null)[]
}

/** `POST /ticket/7/comment` or `/correspond`. RT parses these bodies without care and dies of a bad one. */
export function addMessage(change: Change, kind: MessageKind, text: string): Added {
  const parsed = parseJson(text)
  if (!parsed || !isObject(parsed.value)) throw new KnownFault('a message that is no JSON object')
  const body = bodyOf(parsed.value)
  const message = messageIn(body)
  const transaction = kind === 'comment' ? comment(change, message) : reply(change, message)
  const status = plainText(body.get('Status'))
  const fields = updateCustomFields(change, body.get('CustomFields'))
  const said = status === undefined || status === '' ? undefined : setStatus(change, status)
  return {
    transaction,
    said: [
      kind === 'comment' ? 'Comments added' : 'Correspondence added',
      ...fields,
      ...(said === undefined ? [] : [said]),
    ],
  }
}

/** What Perl takes for nothing. */
const emptyContents: readonly unknown[] = [undefined, null, '', 0, false]

function messageIn(body: Body): Message {
  const attachments = body.get('Attachments') ?? []
  if (!Array.isArray(attachments)) throw new KnownFault('attachments that are no list')
  const missing = attachments.map(missingPart).find((part) => part !== undefined)
  if (missing !== undefined)
    throw new Refusal(400, `${missing} is a required field for each attachment in Attachments`)
  const content = body.get('Content')
  const isEmpty = emptyContents.includes(content)
  const type = plainText(body.get('ContentType')) ?? ''
  if (!isEmpty && type === '') throw new Refusal(400, 'ContentType is a required field for application/json')
  return {
    text: isEmpty ? undefined : textOf(isObject(content) ? '' : content),
    type: type.toLowerCase(),
    subject: plainText(body.get('Subject')) ?? '',
    files: uploadsOf(attachments),
  }
}

function comment({ book, ticket, actor }: Change, message: Message): Transaction {
  const data = message.subject === '' ? 'No Subject' : `${message.subject}\n`
  const transaction = book.write(ticket, actor, { type: 'Comment', data })
  keepMessage(book, transaction, message)
  return transaction
}

/** Goes to the customers by mail, and begins or reopens the work. */
function reply(change: Change, message: Message): Transaction {
  const { book, ticket, actor } = change
  const transaction = correspond(book, ticket.id, { actor, message })
  const to = [...ticket.requestors, ...ticket.cc].map((id) => book.person(id).address).filter(Boolean)
  if (to.length > 0) {
    const subject = `[practice.invalid #${ticket.id}] ${message.subject || ticket.subject}`
    const files = message.files.map(({ name }) => name)
    book.send(ticket, { kind: 'reply', from: actor.name, to, subject, text: message.text ?? '', files })
  }
  reopen(change)
  return transaction
}

/** RT's scrip "On Correspond Open Inactive Tickets", which opens new ones too. */
export function reopen({ book, ticket }: Pick<Change, 'book' | 'ticket'>): void {
  if (isInactive(ticket.status) || ticket.status === 'new')
    book.setStatus(ticket, book.person(systemId), 'open')
}
