import { isActive } from './lifecycle.ts'
import { mailTransaction, nobodyId, systemId } from './records.ts'
import type {
  CustomField,
  Ledger,
  Mail,
  Person,
  Queue,
  Step,
  StoredFile,
  Ticket,
  Transaction,
} from './records.ts'

const system: readonly Person[] = [
  {
    id: systemId,
    name: 'RT_System',
    address: '',
    realName: 'The RT System itself',
    mobile: null,
    privileged: false,
  },
  {
    id: nobodyId,
    name: 'Nobody',
    address: '',
    realName: 'Nobody in particular',
    mobile: null,
    privileged: false,
  },
]

/** The case system's memory: looks records up, and writes down what happened. */
export class Book {
  #ledger: Ledger
  readonly #wallTime: () => number
  #past: number | undefined
  /** Told of each letter that leaves. */
  onSent: (mail: Mail) => void = () => undefined

  /** @param wallTime epoch milliseconds */
  constructor(wallTime: () => number) {
    this.#wallTime = wallTime
    this.#ledger = {
      ...{ people: [...system], queues: [], fields: [], tickets: [], links: [] },
      ...{ transactions: [], files: [], mails: [] },
    }
  }

  get ledger(): Ledger {
    return this.#ledger
  }

  /** Epoch milliseconds, whole seconds: RT knows no others. */
  now(): number {
    return Math.floor((this.#past ?? this.#wallTime()) / 1000) * 1000
  }

  /** Writes down what happened at another time. */
  at(time: number, happen: () => void): void {
    this.#past = time
    happen()
    this.#past = undefined
  }

  copy(): Ledger {
    return structuredClone(this.#ledger)
  }

  /** Goes back to a copy, as a restored backup does: numbers are given once more. */
  restore(ledger: Ledger): void {
    this.#ledger = structuredClone(ledger)
  }

  /** A ticket by its number; one that was merged gives the one that it was merged into. */
  ticket(id: number): Ticket | undefined {
    const ticket = this.#ledger.tickets[id - 1]
    return ticket && ticket.effectiveId !== id ? this.ticket(ticket.effectiveId) : ticket
  }

  addTicket(made: Omit<Ticket, 'id' | 'effectiveId'>): Ticket {
    const id = this.#ledger.tickets.length + 1
    const ticket = { ...made, id, effectiveId: id }
    this.#ledger.tickets.push(ticket)
    return ticket
  }

  /** By number or name. */
  queue(wanted: string | number): Queue | undefined {
    const text = String(wanted)
    return this.#ledger.queues.find(({ id, name }) => String(id) === text || name === text)
  }

  addQueue(queue: Omit<Queue, 'id'>): Queue {
    const added = { ...queue, id: this.#ledger.queues.length + 3 }
    this.#ledger.queues.push(added)
    return added
  }

  addField(field: Omit<CustomField, 'id'>): CustomField {
    const added = { ...field, id: this.#ledger.fields.length + 2 }
    this.#ledger.fields.push(added)
    return added
  }

  fieldsOf(queue: number): readonly CustomField[] {
    return this.#ledger.fields.filter(({ queues }) => queues.includes(queue))
  }

  person(id: number): Person {
    const person = this.#ledger.people.find((one) => one.id === id)
    if (!person) throw new RangeError(`no user ${id}`)
    return person
  }

  /** By user name, or by mail address. */
  personCalled(wanted: string): Person | undefined {
    const text = wanted.toLowerCase()
    return this.#ledger.people.find(
      ({ name, address }) => name.toLowerCase() === text || (text !== '' && address.toLowerCase() === text),
    )
  }

  addPerson(person: Omit<Person, 'id'>): Person {
    const added = { ...person, id: 20 + 2 * this.#ledger.people.length }
    this.#ledger.people.push(added)
    return added
  }

  sees(person: Person, queue: number): boolean {
    return this.queue(queue)?.staff.includes(person.name) === true
  }

  seesTicket(person: Person, ticket: Ticket | undefined): boolean {
    return ticket !== undefined && this.sees(person, ticket.queue)
  }

  /** Whether somebody may know of that transaction. Letters that left are told to nobody. */
  seesTransaction(person: Person, { type, ticket }: Transaction): boolean {
    return type !== mailTransaction && this.seesTicket(person, this.ticket(ticket))
  }

  /** Writes down what somebody has done to a ticket. */
  write(ticket: Ticket, actor: Person, step: Step): Transaction {
    const transaction: Transaction = {
      ...{ field: '', before: '', after: '', data: '', ...step },
      id: this.#ledger.transactions.length + 1,
      ticket: ticket.id,
      creator: actor.id,
      created: this.now(),
    }
    this.#ledger.transactions.push(transaction)
    if (step.type === mailTransaction) return transaction
    ticket.updated = transaction.created
    ticket.updatedBy = actor.id
    return transaction
  }

  addFile(file: Omit<StoredFile, 'id'>): StoredFile {
    const added = { ...file, id: this.#ledger.files.length + 1 }
    this.#ledger.files.push(added)
    return added
  }

  /** A letter leaves; that is a transaction too, which takes a number and shows to nobody. */
  send(ticket: Ticket, mail: Omit<Mail, 'number' | 'at'>): void {
    const sent = { ...mail, number: String(ticket.id), at: this.now() }
    this.#ledger.mails.push(sent)
    this.write(ticket, this.person(systemId), { type: mailTransaction })
    this.onSent(sent)
  }

  /** What happened to a ticket and to those merged into it, oldest first. */
  transactionsOf({ id }: Ticket): readonly Transaction[] {
    return this.#ledger.transactions.filter(({ ticket }) => this.ticket(ticket)?.id === id)
  }

  transaction(id: number): Transaction | undefined {
    return this.#ledger.transactions[id - 1]
  }

  filesOf(transaction: number): readonly StoredFile[] {
    return this.#ledger.files.filter((file) => file.transaction === transaction)
  }

  /** Changes the status with its dates, and writes it down. */
  setStatus(ticket: Ticket, actor: Person, status: string): void {
    const before = ticket.status
    ticket.status = status
    const step = this.write(ticket, actor, { type: 'Status', field: 'Status', before, after: status })
    if (before === 'new' && ticket.started === 0) ticket.started = step.created
    if (isActive(before) && !isActive(status)) ticket.resolved = step.created
  }
}
