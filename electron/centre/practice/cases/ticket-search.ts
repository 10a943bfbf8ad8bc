import type { Book } from './book.ts'
import { compare, isOrdered } from './json-query.ts'
import { isActive, isInactive } from './lifecycle.ts'
import { parseQuery } from './query-parser.ts'
import type { Query } from './query-parser.ts'
import type { CustomField, Person, Ticket } from './records.ts'
import { Refusal } from './refusal.ts'
import { parseQueryDate } from './tracker-dates.ts'

type Condition = Extract<Query, { kind: 'condition' }>
type Test = (ticket: Ticket) => boolean

/** The tickets that a query finds and the searcher may see, by number. Deleted and merged ones are never found. */
export function searchTickets(book: Book, searcher: Person, text: string): Ticket[] {
  const query = parseQuery(text)
  if (!query) return []
  const test = testFor(query, { book, searcher })
  return book.ledger.tickets.filter(
    (ticket) =>
      ticket.effectiveId === ticket.id &&
      ticket.status !== 'deleted' &&
      book.seesTicket(searcher, ticket) &&
      test(ticket),
  )
}

interface Search {
  readonly book: Book
  readonly searcher: Person
}

function testFor(query: Query, search: Search): Test {
  if (query.kind === 'condition') return testOf(query, search)
  const tests = query.parts.map((part) => testFor(part, search))
  return query.kind === 'all'
    ? (ticket) => tests.every((test) => test(ticket))
    : (ticket) => tests.some((test) => test(ticket))
}

function testOf(condition: Condition, search: Search): Test {
  const name = condition.field.toLowerCase()
  const custom = /^(?:cf|customfield)\.(?:\{(.*)\}|(\w+))$/i.exec(condition.field)
  if (custom) return customTest(custom[1] ?? custom[2] ?? '', condition, search)
  const role = /^(requestors?|cc|watcher)(?:\.(emailaddress|name|realname))?$/.exec(name)
  if (role) return roleTest(role[1] ?? '', role[2] ?? 'emailaddress', condition, search)
  const date = Object.hasOwn(dates, name) ? dates[name] : undefined
  if (date) return dateTest(date, condition)
  const make = Object.hasOwn(tests, name) ? tests[name] : undefined
  if (!make) throw new Refusal(400, `Unknown field: ${condition.field}`)
  return make(condition, search)
}

/** How each field is searched. */
const tests: Readonly<Record<string, (condition: Condition, search: Search) => Test>> = {
  id:
    ({ operator, value }) =>
    ({ id }) =>
      compare(String(id), operator, value),
  subject:
    ({ operator, value }) =>
    ({ subject }) =>
      compare(subject, operator, value),
  status: statusTest,
  type:
    ({ operator, value }) =>
    () =>
      compare('ticket', operator, value),
  priority:
    ({ operator, value }) =>
    ({ priority }) =>
      compare(String(priority), operator, value),
  owner: (condition, search) => personTest(({ owner }) => owner, condition, search),
  creator: (condition, search) => personTest(({ creator }) => creator, condition, search),
  lastupdatedby: (condition, search) => personTest(({ updatedBy }) => updatedBy, condition, search),
  queue: ({ operator, value }, { book }) => {
    const wanted = String(book.queue(value)?.id ?? '')
    return ({ queue }) => compare(String(queue), operator, wanted)
  },
  content: ({ operator, value }, { book }) => {
    const found = ticketsSaying(book, value)
    return ({ id }) => (operator === 'LIKE' || operator === '=') === found.has(id)
  },
}

function statusTest({ operator, value }: Condition): Test {
  const isWanted = value.toLowerCase() === '__active__' ? isActive : isInactive
  if (!/^__(?:in)?active__$/i.test(value)) return ({ status }) => compare(status, operator, value)
  return ({ status }) => isWanted(status) === (operator === '=')
}

function personTest(
  idOf: (ticket: Ticket) => number,
  { operator, value }: Condition,
  { book, searcher }: Search,
): Test {
  const isSelf = value.toLowerCase() === '__currentuser__'
  const person = isSelf ? searcher : book.personCalled(value)
  const wanted = String(person?.id ?? (/^\d+$/.test(value) ? value : ''))
  return (ticket) => compare(String(idOf(ticket)), operator, wanted)
}

function customTest(name: string, { operator, value }: Condition, { book }: Search): Test {
  const ids = book.ledger.fields.filter((field) => isCalled(field, name)).map(({ id }) => id)
  const isNot = operator === '!=' || operator === 'IS' || operator.startsWith('NOT ')
  return ({ values }) => {
    const own = ids.flatMap((id) => values.get(id) ?? []).filter((one) => one !== null)
    if (value === 'NULL' && operator.startsWith('IS')) return (own.length === 0) === isNot
    return isNot
      ? own.every((one) => compare(one, operator, value))
      : own.some((one) => compare(one, operator, value))
  }
}

const isCalled = ({ id, name }: CustomField, wanted: string): boolean =>
  name.toLowerCase() === wanted.toLowerCase() || String(id) === wanted

function roleTest(role: string, column: string, { operator, value }: Condition, { book }: Search): Test {
  return (ticket) => {
    const ids = [...(role === 'cc' ? [] : ticket.requestors), ...(role.startsWith('req') ? [] : ticket.cc)]
    return ids.some((id) => {
      const { address, name, realName } = book.person(id)
      const own = column === 'name' ? name : column === 'realname' ? realName : address
      return compare(own, operator, value)
    })
  }
}

const dates: Readonly<Record<string, (ticket: Ticket) => number>> = {
  created: ({ created }) => created,
  due: ({ due }) => due,
  lastupdated: ({ updated }) => updated,
  resolved: ({ resolved }) => resolved,
  started: ({ started }) => started,
}

const dayMilliseconds = 86_400_000

/** A date that is not set fits nothing but `IS NULL`; `=` means that day. */
function dateTest(timeOf: (ticket: Ticket) => number, { operator, value }: Condition): Test {
  if (value === 'NULL') return (ticket) => (timeOf(ticket) === 0) === (operator === 'IS')
  const wanted = parseQueryDate(value) ?? 0
  return (ticket) => {
    const time = timeOf(ticket)
    if (time === 0) return false
    if (operator === '=') return time >= wanted && time < wanted + dayMilliseconds
    return isOrdered(time - wanted, operator)
  }
}

/** The tickets in whose messages a text stands. */
function ticketsSaying(book: Book, text: string): ReadonlySet<number> {
  const wanted = text.toLowerCase()
  const { files } = book.ledger
  const saying = files.filter(
    ({ type, bytes }) =>
      type.startsWith('text/') && Buffer.from(bytes).toString('utf8').toLowerCase().includes(wanted),
  )
  return new Set(
    saying.flatMap(({ transaction }) => {
      const ticket = book.transaction(transaction)?.ticket
      return ticket === undefined ? [] : (book.ticket(ticket)?.id ?? [])
    }),
  )
}
