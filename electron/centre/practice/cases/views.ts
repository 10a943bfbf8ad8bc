import type { Book } from './book.ts'
import { linksOf } from './ticket-links.ts'
import { actionsFrom } from './lifecycle.ts'
import { mailTransaction } from './records.ts'
import type { CustomField, Person, Queue, StoredFile, Ticket, Transaction } from './records.ts'
import { lookupIn, Reference } from './showing.ts'
import type { Columns } from './showing.ts'
import { parseTrackerDate, w3cDate } from './tracker-dates.ts'

/** Every record of a book as RT shows it. */
export class Views {
  readonly #book: Book
  readonly #base: string
  readonly #ticketColumns: Columns<Ticket>
  readonly #transactionColumns: Columns<Transaction>
  readonly #fileColumns: Columns<StoredFile>

  /** @param base address of the REST interface, without a slash at its end */
  constructor(book: Book, base: string) {
    this.#book = book
    this.#base = base
    this.#ticketColumns = this.#columnsOfTickets()
    this.#transactionColumns = this.#columnsOfTransactions()
    this.#fileColumns = this.#columnsOfFiles()
  }

  ticket(ticket: Ticket): Reference {
    return new Reference('ticket', ticket.id, { field: lookupIn(this.#ticketColumns, ticket) })
  }

  transaction(transaction: Transaction): Reference {
    const field = lookupIn(this.#transactionColumns, transaction)
    return new Reference('transaction', transaction.id, { field })
  }

  file(file: StoredFile): Reference {
    return new Reference('attachment', file.id, { field: lookupIn(this.#fileColumns, file) })
  }

  /** People are called by their names. */
  person(person: Person): Reference {
    return new Reference('user', person.name, { field: lookupIn(personColumns, person) })
  }

  personBy(id: number): Reference {
    return this.person(this.#book.person(id))
  }

  queue(queue: Queue): Reference {
    return new Reference('queue', queue.id, { field: lookupIn(queueColumns, queue) })
  }

  field(field: CustomField, more: object = {}): Reference {
    return new Reference('customfield', field.id, { field: lookupIn(customFieldColumns, field), more })
  }

  /** What a ticket leads to: its links, its fields, what can be done to it, and the statuses that have a button. */
  hyperlinks(ticket: Ticket): readonly unknown[] {
    const own = `${this.#base}/ticket/${ticket.id}`
    const links = linksOf(this.#book.ledger, ticket).map(({ ref, end }) =>
      /^\d+$/.test(end)
        ? new Reference('ticket', end, { more: { ref } })
        : { ref, type: 'external', _url: end },
    )
    const lifecycle = actionsFrom(ticket.status).map((action) => ({
      ...action,
      ref: 'lifecycle',
      _url: action.update ? `${own}/${action.update === 'Respond' ? 'correspond' : 'comment'}` : own,
    }))
    return [
      selfLink(this.#base, 'ticket', ticket.id),
      ...links,
      ...this.#book
        .fieldsOf(ticket.queue)
        .map((field) => this.field(field, { ref: 'customfield', name: field.name })),
      { ref: 'history', _url: `${own}/history` },
      { ref: 'correspond', _url: `${own}/correspond` },
      { ref: 'comment', _url: `${own}/comment` },
      ...lifecycle,
    ]
  }

  #columnsOfTickets(): Columns<Ticket> {
    const person = (id: number) => this.personBy(id)
    const zero = () => '0'
    const unset = () => w3cDate(0)
    return {
      AdminCc: () => [],
      Cc: ({ cc }) => cc.map(person),
      Created: ({ created }) => w3cDate(created),
      Creator: ({ creator }) => person(creator),
      CustomFields: (ticket) => this.#customFieldsOf(ticket),
      Due: ({ due }) => w3cDate(due),
      EffectiveId: ({ id }) => String(id),
      FinalPriority: zero,
      InitialPriority: zero,
      LastUpdated: ({ updated }) => w3cDate(updated),
      LastUpdatedBy: ({ updatedBy }) => person(updatedBy),
      Owner: ({ owner }) => person(owner),
      Priority: ({ priority }) => String(priority),
      Queue: ({ queue }) => this.#queueBy(queue),
      Requestor: ({ requestors }) => requestors.map(person),
      Requestors: ({ requestors }) => requestors.map(person),
      Resolved: ({ resolved }) => w3cDate(resolved),
      Started: ({ started }) => w3cDate(started),
      Starts: unset,
      Status: ({ status }) => status,
      Subject: ({ subject }) => subject,
      TimeEstimated: zero,
      TimeLeft: zero,
      TimeWorked: zero,
      Type: () => 'ticket',
      _hyperlinks: (ticket) => this.hyperlinks(ticket),
      id: ({ id }) => id,
    }
  }

  #columnsOfTransactions(): Columns<Transaction> {
    return {
      Created: ({ created }) => w3cDate(created),
      Creator: ({ creator }) => this.personBy(creator),
      Data: ({ data }) => data,
      Field: ({ field }) => field,
      NewValue: ({ after }) => after,
      ObjectId: ({ ticket }) => String(ticket),
      ObjectType: () => 'RT::Ticket',
      OldValue: ({ before }) => before,
      TimeTaken: () => '0',
      Type: ({ type }) => type,
      _hyperlinks: (transaction) => this.transactionLinks(transaction),
      id: ({ id }) => id,
    }
  }

  transactionLinks({ id, type }: Transaction): readonly object[] {
    const files = type === mailTransaction ? [] : this.#book.filesOf(id)
    return [
      selfLink(this.#base, 'transaction', id),
      ...files.map((file) => ({ ref: 'attachment', _url: `${this.#base}/attachment/${file.id}` })),
    ]
  }

  #columnsOfFiles(): Columns<StoredFile> {
    const transactionOf = (file: StoredFile) => this.#book.transaction(file.transaction)
    return {
      Content: ({ type, bytes }) => Buffer.from(bytes).toString(type.startsWith('text/') ? 'utf8' : 'latin1'),
      ContentLength: ({ bytes }) => String(bytes.byteLength),
      ContentType: ({ type }) => type,
      Created: (file) => w3cDate(transactionOf(file)?.created ?? 0),
      Creator: (file) => this.personBy(transactionOf(file)?.creator ?? 1),
      Filename: ({ filename }) => filename,
      Subject: ({ subject }) => subject,
      TransactionId: ({ transaction }) => String(transaction),
      id: ({ id }) => id,
    }
  }

  #customFieldsOf(ticket: Ticket): readonly Reference[] {
    return this.#book.fieldsOf(ticket.queue).map((field) => {
      const values = (ticket.values.get(field.id) ?? []).map((value) =>
        field.type === 'DateTime' && value !== null ? w3cDate(parseTrackerDate(value)) : value,
      )
      return this.field(field, { name: field.name, values })
    })
  }

  #queueBy(id: number): Reference | string {
    const queue = this.#book.queue(id)
    return queue ? this.queue(queue) : ''
  }
}

/** Numbers in a link to oneself are numbers, everywhere else they are texts. */
export const selfLink = (base: string, type: string, id: number) => ({
  ref: 'self',
  ...{ type, id, _url: `${base}/${type}/${id}` },
})

const personColumns: Columns<Person> = {
  EmailAddress: ({ address }) => address,
  HomePhone: () => null,
  MobilePhone: ({ mobile }) => mobile,
  Name: ({ name }) => name,
  RealName: ({ realName }) => realName,
  WorkPhone: () => null,
  id: ({ id }) => id,
}

const queueColumns: Columns<Queue> = {
  CommentAddress: () => '',
  CorrespondAddress: () => '',
  Description: ({ description }) => description,
  Disabled: () => '0',
  Lifecycle: () => 'default',
  Name: ({ name }) => name,
  SLADisabled: () => '1',
  SortOrder: () => '0',
  id: ({ id }) => id,
}

const customFieldColumns: Columns<CustomField> = {
  Description: () => '',
  Disabled: () => '0',
  LookupType: () => 'RT::Queue-RT::Ticket',
  MaxValues: ({ several }) => (several ? '0' : '1'),
  Name: ({ name }) => name,
  Pattern: () => '',
  RenderType: ({ type, several }) => (type === 'Select' ? (several ? 'Select box' : 'Dropdown') : ''),
  SortOrder: () => '0',
  Type: ({ type }) => type,
  UniqueValues: ({ unique }) => (unique ? '1' : '0'),
  id: ({ id }) => id,
}
