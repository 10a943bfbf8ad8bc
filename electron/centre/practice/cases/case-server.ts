import type { PracticeAgent } from '../../../../renderer/domain/practice.ts'
import type { Result } from '../../../../renderer/domain/result.ts'
import { ok } from '../../../../renderer/domain/result.ts'
import { seededRandom } from '../../../../renderer/domain/seeded-random.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { Book } from './book.ts'
import { CustomerAnswers } from './customer-answers.ts'
import { openDoor } from './door.ts'
import { Doorkeeper } from './doorkeeper.ts'
import type { CaseAccountOfAgent } from './doorkeeper.ts'
import { takeMail } from './incoming-mail.ts'
import type { IncomingMail } from './incoming-mail.ts'
import { systemId } from './records.ts'
import type { CustomField, Ledger, Mail, Ticket } from './records.ts'
import { TrackerSite } from './tracker-site.ts'
import { fillWithPracticeWorld } from './world/practice-world.ts'

export interface CaseServerOrder {
  /** Loopback port; 0 lets the system choose. */
  readonly port: number
  readonly seed: number
  readonly agents: readonly PracticeAgent[]
  /** In which part of the replies the customer writes back, 0 to 1; without it nobody does. */
  readonly answers?: number
}

export interface CaseServerMeans {
  readonly clock: Clock
  /** Unguessable text of letters and digits. */
  readonly newId: () => string
  readonly log: Log
}

/** The practice centre's case system. Beside what an agent can do over HTTP, a test can do what happens elsewhere. */
export interface CaseServer {
  /** `http://127.0.0.1:PORT/SECRET` */
  readonly server: string
  readonly port: number
  readonly accounts: readonly CaseAccountOfAgent[]
  /** Every letter that has left since the centre was opened, oldest first. */
  mails(): readonly Mail[]
  /** A letter comes in; answers with the number of its case. */
  receiveMail(mail: IncomingMail): string
  /** Everything as it is now, for `restore`. */
  snapshot(): Snapshot
  /** As when a backup is restored: the numbers of what happens go back. */
  restore(snapshot: Snapshot): void
  /** A field that every queue has from now on, or the named ones. */
  addCustomField(field: NewField): void
  moveCase(number: string, queue: string): void
  deleteCase(number: string): void
  /** Cookies open nothing any more; tokens still do. */
  endSessions(): void
  close(): Promise<void>
}

export interface Snapshot {
  readonly ledger: Ledger
}

export type NewField = Pick<CustomField, 'name' | 'type'> & {
  readonly several?: boolean
  readonly values?: readonly string[]
  /** Names. */
  readonly queues?: readonly string[]
}

/** Opens the case system on a loopback port, with the practice world in it. */
export async function openCaseServer(
  { port, seed, agents, answers = 0 }: CaseServerOrder,
  { clock, newId, log }: CaseServerMeans,
): Promise<Result<CaseServer, 'port-taken'>> {
  const accounts = agents.map(({ user }, index) => ({
    ...{ user, password: newId() },
    // The form of RT's own: two numbers and a secret.
    token: `1-${index + 20}-${newId()}`,
  }))
  const book = new Book(() => clock.wallTime())
  fillWithPracticeWorld(book, agents)
  const customers = new CustomerAnswers({
    ...{ clock, share: answers, random: seededRandom(seed + 2) },
    write: (letter) => {
      if (book.ticket(Number(letter.number))) takeMail(book, letter)
    },
  })
  book.onSent = (mail) => customers.sent(mail)
  const doorkeeper = new Doorkeeper(accounts, newId)
  const door = await openDoor({
    ...{ port, secret: newId() },
    open: (address, ownPort) => {
      doorkeeper.cookieName = `RT_SID_practice.invalid.${ownPort}`
      const site = new TrackerSite(book, doorkeeper, address)
      return (knock) => site.answer(knock)
    },
    onBroken: (error) => log(`BROKEN: ${error instanceof Error ? error.name : 'unknown'} in the case server`),
  })
  if (!door.ok) return door
  const { address } = door.value
  return ok({
    ...{ server: address, port: door.value.port, accounts },
    ...handlesOf(book, customers),
    endSessions: () => doorkeeper.endSessions(),
    close: () => {
      customers.forget()
      return door.value.close()
    },
  })
}

/** What happens elsewhere than at a desk. */
function handlesOf(book: Book, customers: CustomerAnswers) {
  return {
    mails: () => [...book.ledger.mails],
    receiveMail: (mail: IncomingMail) => takeMail(book, mail),
    snapshot: () => ({ ledger: book.copy() }),
    restore: ({ ledger }: Snapshot) => {
      customers.forget()
      book.restore(ledger)
    },
    addCustomField: (field: NewField) => addField(book, field),
    moveCase: (number: string, queue: string) => moveCase(book, number, queue),
    deleteCase: (number: string) => {
      book.setStatus(ticketIn(book, number), book.person(systemId), 'deleted')
    },
  }
}

function addField(book: Book, { name, type, several = false, values = [], queues }: NewField): void {
  const own = book.ledger.queues.filter((queue) => queues === undefined || queues.includes(queue.name))
  book.addField({ name, type, several, values, unique: false, queues: own.map(({ id }) => id) })
}

function moveCase(book: Book, number: string, name: string): void {
  const ticket = ticketIn(book, number)
  const queue = book.queue(name)
  if (!queue) throw new RangeError(`no queue ${name}`)
  const step = { before: String(ticket.queue), after: String(queue.id) }
  ticket.queue = queue.id
  book.write(ticket, book.person(systemId), { type: 'Set', field: 'Queue', ...step })
}

function ticketIn(book: Book, number: string): Ticket {
  const ticket = book.ticket(Number(number))
  if (!ticket) throw new RangeError(`no case ${number}`)
  return ticket
}
