import { isLater } from '../../domain/case-event.ts'
import type { CaseEvent, EventId, EventKind, FieldStep } from '../../domain/case-event.ts'
import type { FieldKey, FieldValue } from '../../domain/case-field.ts'
import type { CaseNumber } from '../../domain/case.ts'
import { contentsOf } from './contents.ts'
import type { Contents } from './contents.ts'
import type { People } from './people.ts'
import { asField, timeOf } from './rt-dates.ts'
import { customFieldNames, readTicket } from './ticket.ts'
import type { Ticket, TicketNeeds } from './ticket.ts'
import { fieldOf, transactionsOf, isRepeated } from './transactions.ts'
import type { Transaction } from './transactions.ts'
import type { Heard } from './wire.ts'
import { transactionOf } from './wire.ts'

export interface HistoryNeeds extends TicketNeeds {
  /** The agent, as RT calls them. */
  readonly user: string
}

/** What can have something written, or files, in it. */
const written = ['Create', 'Correspond', 'Comment']

export async function historyOf(
  needs: HistoryNeeds,
  number: CaseNumber,
  after: EventId | undefined,
): Promise<Heard<readonly CaseEvent[]>> {
  const heard = await readTicket(needs.wire, number)
  if (heard.kind !== 'answer') return heard
  return eventsOf(needs, heard, after)
}

/** The events of a ticket that has just been read. */
export async function eventsOf(
  needs: HistoryNeeds,
  { value: ticket, revision }: Extract<Heard<Ticket>, { kind: 'answer' }>,
  after: EventId | undefined,
): Promise<Heard<readonly CaseEvent[]>> {
  const { wire, people } = needs
  const last = transactionOf(revision)
  if (last !== undefined && last === after) return { kind: 'answer', value: [], revision }
  const transactions = await transactionsOf(wire, ticket.id, { after, last })
  if (transactions.kind !== 'answer') return transactions
  const talked = transactions.value.filter(({ Type }) => written.includes(Type)).map(({ id }) => id)
  const contents = await contentsOf(wire, ticket.id, talked)
  if (contents.kind !== 'answer') return contents
  const from = { ticket, user: needs.user, people, contents: contents.value }
  const events: CaseEvent[] = []
  for (const one of transactions.value) if (!isRepeated(one)) events.push(await eventOf(one, from))
  return { kind: 'answer', value: events, revision }
}

interface From {
  readonly ticket: Ticket
  readonly user: string
  readonly people: People
  readonly contents: ReadonlyMap<EventId, Contents>
}

async function eventOf(one: Transaction, from: From): Promise<CaseEvent> {
  const contents = from.contents.get(one.id)
  const kind = kindOf(one, from)
  return {
    id: one.id,
    kind,
    at: timeOf(one.Created) ?? 0,
    by: one.Creator.id,
    text: contents?.text ?? '',
    attachments: contents?.attachments ?? [],
    change: kind === 'changed' ? await stepOf(one, from) : undefined,
  }
}

const kinds: ReadonlyMap<string, EventKind> = new Map([
  ['Create', 'created'],
  ['Comment', 'note'],
  ...['Set', 'Status', 'CustomField', 'AddWatcher', 'DelWatcher', 'SetWatcher'].map(
    (type): [string, EventKind] => [type, 'changed'],
  ),
  ...['Take', 'Untake', 'Steal', 'Give', 'Force', 'Reassign'].map((type): [string, EventKind] => [
    type,
    'changed',
  ]),
  ['AddLink', 'linked'],
  ['DeleteLink', 'linked'],
])

function kindOf({ Type, Field, Creator }: Transaction, { ticket, user }: From): EventKind {
  if (Type === 'Correspond') {
    const customers = [...ticket.Requestor, ...ticket.Cc]
    const isCustomer = Creator.id !== user && customers.some(({ id }) => id === Creator.id)
    return isCustomer ? 'message' : 'reply'
  }
  if (Type === 'Merge' || Field === 'MergedInto') return 'merged'
  return kinds.get(Type) ?? 'other'
}

async function stepOf(one: Transaction, { ticket, people }: From): Promise<FieldStep | undefined> {
  const field = fieldOf(one, customFieldNames(ticket))
  if (field === undefined) return undefined
  const before = await valueOf(field, one.OldValue, people)
  const after = await valueOf(field, one.NewValue, people)
  return { field, before, after }
}

/** RT writes people and queues as numbers, and dates as its database has them. */
async function valueOf(field: FieldKey, text: string, people: People): Promise<FieldValue> {
  if (text === '') return []
  if (field === 'owner') return some(await people.name(text))
  if (field === 'queue') return [await people.queueName(text)]
  if (field === 'due') return some(dated(text))
  if (field !== 'requestors' && field !== 'cc') return [isDatabaseDate(text) ? dated(text) : text]
  const found = await people.addresses([text])
  return found.kind === 'answer' ? found.value : [text]
}

const isDatabaseDate = (text: string): boolean => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)

const some = (text: string): FieldValue => (text === '' ? [] : [text])

function dated(text: string): string {
  const time = timeOf(text)
  return time === undefined ? '' : asField(time)
}

/** The newest event of the agent's that is like this. */
export const newestOwn = (
  events: readonly CaseEvent[],
  user: string,
  isIt: (event: CaseEvent) => boolean,
): EventId | undefined =>
  events
    .filter((event) => event.by === user && isIt(event))
    .reduce<EventId | undefined>(
      (newest, { id }) => (newest === undefined || isLater(id, newest) ? id : newest),
      undefined,
    )
