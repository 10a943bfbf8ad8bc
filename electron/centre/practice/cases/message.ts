import type { Book } from './book.ts'
import { receivedFileName } from './file-name.ts'
import { bodyOf, isObject } from './json-body.ts'
import { KnownFault } from './refusal.ts'
import type { Person, Transaction } from './records.ts'

export interface Upload {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** What somebody writes, with what is attached. */
export interface Message {
  readonly text: string | undefined
  /** Media type of the text. */
  readonly type: string
  readonly subject: string
  readonly files: readonly Upload[]
}

const parts = ['FileName', 'FileType', 'FileContent'] as const

/** The name of what an attachment lacks, if it lacks something. */
export function missingPart(given: unknown): string | undefined {
  const fields = isObject(given) ? bodyOf(given) : new Map<string, unknown>()
  return parts.find((part) => {
    const value = fields.get(part)
    return value === undefined || value === null || value === '' || value === 0
  })
}

export function uploadsOf(list: readonly unknown[]): readonly Upload[] {
  return list.map((given) => {
    const fields = isObject(given) ? bodyOf(given) : new Map<string, unknown>()
    const [name, type, content] = parts.map((part) => textOf(fields.get(part)))
    return {
      name: receivedFileName(name ?? ''),
      type: (type ?? '').toLowerCase(),
      bytes: new Uint8Array(Buffer.from(content ?? '', 'base64')),
    }
  })
}

export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw new KnownFault('a text that is none')
}

/** Keeps a message as RT does: text alone, or a frame without content that holds the text and the files. */
export function keepMessage(book: Book, { id: transaction }: Transaction, message: Message): void {
  const { subject, files } = message
  const text = {
    type: message.text === undefined ? 'application/octet-stream' : message.type,
    filename: '',
    bytes: new Uint8Array(Buffer.from((message.text ?? '').replace(/\r\n?/g, '\n'), 'utf8')),
  }
  if (files.length === 0) {
    book.addFile({ ...text, transaction, parent: 0, subject })
    return
  }
  const frame = { type: 'multipart/mixed', filename: '', bytes: new Uint8Array(), subject }
  const { id: parent } = book.addFile({ ...frame, transaction, parent: 0 })
  book.addFile({ ...text, transaction, parent, subject: '' })
  for (const { name, type, bytes } of files)
    book.addFile({ type, filename: name, bytes, subject: '', transaction, parent })
}

/** A customer's or an agent's words that go back and forth by mail. */
export function correspond(book: Book, ticketNumber: number, { actor, message }: Spoken): Transaction {
  const ticket = book.ticket(ticketNumber)
  if (!ticket) throw new RangeError('no such ticket')
  const data = message.subject === '' ? 'No Subject' : `${message.subject}\n`
  const transaction = book.write(ticket, actor, { type: 'Correspond', data })
  keepMessage(book, transaction, message)
  return transaction
}

export interface Spoken {
  readonly actor: Person
  readonly message: Message
}
