import { promiseNote } from '../../../../../renderer/domain/promise.ts'
import type { PracticeAgent } from '../../../../../renderer/domain/practice.ts'
import type { Book } from '../book.ts'
import { acknowledge } from '../create-ticket.ts'
import { correspond, keepMessage } from '../message.ts'
import { nobodyId } from '../records.ts'
import type { CustomField, Person, Queue, StoredValue, Ticket } from '../records.ts'
import { sqlDate } from '../tracker-dates.ts'
import { residents } from './residents.ts'
import type { Resident } from './residents.ts'
import type { Author, CaseStory, StoryStep } from './story.ts'

const hour = 3_600_000
const day = 24 * hour

/** Something that happened at a time (epoch milliseconds) before the shift. */
export interface Happening {
  readonly at: number
  readonly happen: () => void
}

/** The fields that a story fills in. */
export interface WorldFields {
  readonly channel: CustomField
  readonly language: CustomField
  readonly documents: CustomField
  readonly travel: CustomField
}

export interface Telling {
  readonly book: Book
  readonly agents: readonly PracticeAgent[]
  readonly fields: WorldFields
  readonly now: number
  readonly story: CaseStory
  readonly index: number
}

/** One story, as things that happen to one ticket. */
export class ToldCase {
  readonly all: readonly Happening[]
  readonly #telling: Telling
  readonly #customer: Person
  readonly #resident: Resident
  readonly #agent: Person | undefined
  #ticket: Ticket | undefined

  constructor(telling: Telling) {
    const { book, story, now } = telling
    this.#telling = telling
    this.#resident = residentCalled(story.resident)
    this.#customer = personCalled(book, this.#resident.address)
    this.#agent = this.#whoTrains()
    this.all = [
      { at: now - story.openedHoursAgo * hour, happen: () => this.#open() },
      ...(story.steps ?? []).map((step, nth) => ({
        at: now - step.hoursAgo * hour,
        happen: () => this.#tell(step, nth),
      })),
    ]
  }

  /** The agents who train here have the cases of their queues in turn; where none has that queue, nobody does. */
  #whoTrains(): Person | undefined {
    const { book, agents, story, index } = this.#telling
    const able = agents.filter(({ queues }) => queues.includes(story.queue))
    const agent = able[index % Math.max(able.length, 1)]
    return agent && personCalled(book, agent.user)
  }

  #who(author: Author): Person {
    const name = author === 'agent' ? (this.#agent?.name ?? 'anil.nair') : author
    return personCalled(this.#telling.book, name)
  }

  #open(): void {
    const { book, story, now } = this.#telling
    const writes = story.channel === 'email' || story.channel === 'form'
    const author = writes ? this.#customer : this.#who(story.owner ?? 'agent')
    const at = book.now()
    const ticket = book.addTicket({
      queue: queueCalled(book, story.queue).id,
      subject: story.subject,
      status: story.owner ? 'open' : 'new',
      owner: story.owner ? this.#ownerId(story.owner) : nobodyId,
      priority: story.priority ?? 0,
      due: story.dueInHours === undefined ? 0 : now + story.dueInHours * hour,
      started: story.owner ? at : 0,
      resolved: 0,
      requestors: [this.#customer.id],
      cc: [],
      ...{ creator: author.id, created: at, updated: at, updatedBy: author.id },
      values: this.#values(),
    })
    this.#ticket = ticket
    const transaction = book.write(ticket, author, { type: 'Create' })
    keepMessage(book, transaction, plain(story.text, story.subject))
    acknowledge(book, ticket)
  }

  #ownerId(owner: Author): number {
    return owner === 'agent' ? (this.#agent?.id ?? nobodyId) : this.#who(owner).id
  }

  #values(): Ticket['values'] {
    const { fields, story, now } = this.#telling
    const { documents = [], travelInDays } = story
    const values = new Map<number, StoredValue[]>([
      [fields.channel.id, [story.channel]],
      [fields.language.id, [this.#resident.language === 'fr' ? 'Français' : 'English']],
    ])
    if (documents.length > 0) values.set(fields.documents.id, [...documents])
    if (travelInDays !== undefined)
      values.set(fields.travel.id, [sqlDate(now + travelInDays * day).slice(0, 10)])
    return values
  }

  #tell(step: StoryStep, nth: number): void {
    const { book, now, index } = this.#telling
    const ticket = this.#ticket
    if (!ticket) throw new RangeError('a story that goes on before it begins')
    switch (step.kind) {
      case 'mail':
        correspond(book, ticket.id, {
          actor: this.#customer,
          message: plain(step.text, `Re: ${ticket.subject}`),
        })
        return
      case 'reply':
        correspond(book, ticket.id, { actor: this.#who(step.by), message: plain(step.text) })
        return
      case 'status':
        book.setStatus(ticket, this.#who(step.by), step.to)
        return
      case 'note':
        this.#note(ticket, this.#who(step.by), step.text)
        return
      case 'promise':
      case 'call-back':
        this.#note(
          ticket,
          this.#who(step.by),
          promiseNote({
            id: `0f0e7000-0000-4000-8000-${String(index * 100 + nth).padStart(12, '0')}`,
            kind: step.kind,
            what: step.text,
            dueAt: now + step.dueInHours * hour,
            number: step.kind === 'call-back' ? this.#resident.number : undefined,
            keptAt: undefined,
          }),
        )
    }
  }

  #note(ticket: Ticket, author: Person, text: string): void {
    const { book } = this.#telling
    keepMessage(book, book.write(ticket, author, { type: 'Comment', data: 'No Subject' }), plain(text))
  }
}

const plain = (text: string, subject = '') => ({ text, type: 'text/plain', subject, files: [] })

function residentCalled(id: string): Resident {
  const resident = residents.find((one) => one.id === id)
  if (!resident) throw new RangeError(`nobody is called ${id}`)
  return resident
}

function personCalled(book: Book, name: string): Person {
  const person = book.personCalled(name)
  if (!person) throw new RangeError(`nobody is called ${name}`)
  return person
}

function queueCalled(book: Book, name: string): Queue {
  const queue = book.queue(name)
  if (!queue) throw new RangeError(`no queue ${name}`)
  return queue
}
