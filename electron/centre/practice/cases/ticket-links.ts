import type { Book } from './book.ts'
import type { Change } from './custom-values.ts'
import { listOf } from './json-body.ts'
import type { Body } from './json-body.ts'
import type { Link, LinkType, Ticket } from './records.ts'

interface LinkName {
  readonly type: LinkType
  /** Which end of the link the named ticket is; this one is the other. */
  readonly other: 'base' | 'target'
  /** How a ticket at each end calls the link in its transactions. */
  readonly own: string
  readonly theirs: string
}

/** The names that a body may use, as in RT::Link's table. */
const linkNames: Readonly<Record<string, LinkName>> = {
  DependedOnBy: { type: 'DependsOn', other: 'base', own: 'DependedOnBy', theirs: 'DependsOn' },
  DependsOn: { type: 'DependsOn', other: 'target', own: 'DependsOn', theirs: 'DependedOnBy' },
  MemberOf: { type: 'MemberOf', other: 'target', own: 'MemberOf', theirs: 'HasMember' },
  Members: { type: 'MemberOf', other: 'base', own: 'HasMember', theirs: 'MemberOf' },
  ReferredToBy: { type: 'RefersTo', other: 'base', own: 'ReferredToBy', theirs: 'RefersTo' },
  RefersTo: { type: 'RefersTo', other: 'target', own: 'RefersTo', theirs: 'ReferredToBy' },
}

const verbs = { RefersTo: 'refers to', DependsOn: 'depends on', MemberOf: 'member of' } as const

/** `AddRefersTo`, `DeleteRefersTo`, or `RefersTo` with the whole list; the same for every name. */
export function updateLinks(change: Change, body: Body): string[] {
  return Object.entries(linkNames).flatMap(([name, link]) => {
    const all = body.get(name)
    if (all !== undefined && all !== null && all !== '') return setLinks(change, link, listOf(all))
    return [
      ...wanted(body, `Add${name}`).map((end) => addLink(change, link, end)),
      ...wanted(body, `Delete${name}`).map((end) => deleteLink(change, link, end)),
    ]
  })
}

/** The links of a new ticket. It does not tell of them in its own history. */
export function firstLinks(change: Change, body: Body): void {
  for (const [name, link] of Object.entries(linkNames))
    for (const end of wanted(body, name)) addLink(change, link, end, { tells: false })
}

const wanted = (body: Body, name: string): readonly string[] => {
  const value = body.get(name)
  return value === undefined || value === null ? [] : listOf(value)
}

function setLinks(change: Change, name: LinkName, ends: readonly string[]): string[] {
  const { book, ticket } = change
  const mine = String(ticket.id)
  const there = book.ledger.links
    .filter((link) => link.type === name.type && link[opposite(name)] === mine)
    .map((link) => link[name.other])
  return [
    ...ends.filter((end) => !there.includes(end)).map((end) => addLink(change, name, end)),
    ...there.filter((end) => !ends.includes(end)).map((end) => deleteLink(change, name, end)),
  ]
}

function addLink(change: Change, name: LinkName, end: string, { tells = true } = {}): string {
  const { book, ticket } = change
  const other = otherEnd(book, end)
  if (other === undefined) return `Couldn't resolve '${end}' into a link.`
  if (other === String(ticket.id)) return "Link could not be created: Can't link a ticket to itself"
  const link = linkBetween(name, String(ticket.id), other)
  if (book.ledger.links.some((one) => isSame(one, link))) return 'Link already exists'
  if (link.type !== 'RefersTo' && leadsTo(book, link, new Set())) {
    return 'Refused to add link which would create a circular relationship'
  }
  book.ledger.links.push(link)
  tell(change, { type: 'AddLink', name, other, tells })
  return `${spoken(link.base)} ${verbs[link.type]} ${spoken(link.target)}.`
}

function deleteLink(change: Change, name: LinkName, end: string): string {
  const { book, ticket } = change
  const link = linkBetween(name, String(ticket.id), end)
  const at = book.ledger.links.findIndex((one) => isSame(one, link))
  if (at < 0) return 'Link not found'
  book.ledger.links.splice(at, 1)
  tell(change, { type: 'DeleteLink', name, other: end, tells: true })
  return `${spoken(link.base)} no longer ${verbs[link.type]} ${spoken(link.target)}.`
}

interface Told {
  readonly type: 'AddLink' | 'DeleteLink'
  readonly name: LinkName
  readonly other: string
  readonly tells: boolean
}

/** Both tickets have it in their histories, each from its own side. */
function tell({ book, ticket, actor }: Change, { type, name, other, tells }: Told): void {
  const side = type === 'AddLink' ? 'after' : 'before'
  if (tells) book.write(ticket, actor, { type, field: name.own, [side]: uriOf(other) })
  const theirs = book.ticket(Number(other))
  if (theirs) book.write(theirs, actor, { type, field: name.theirs, [side]: uriOf(String(ticket.id)) })
}

const opposite = ({ other }: LinkName): 'base' | 'target' => (other === 'base' ? 'target' : 'base')

const linkBetween = ({ type, other }: LinkName, mine: string, theirs: string): Link =>
  other === 'target' ? { type, base: mine, target: theirs } : { type, base: theirs, target: mine }

const isSame = (a: Link, b: Link): boolean => a.type === b.type && a.base === b.base && a.target === b.target

/** A number of a ticket that there is, or an address. */
function otherEnd(book: Book, end: string): string | undefined {
  if (/^\d+$/.test(end)) return book.ticket(Number(end))?.id.toString()
  return /^[a-z][a-z0-9+.-]*:\S+$/i.test(end) ? end : undefined
}

/** Whether links of that type lead from its target back to its base. */
function leadsTo(book: Book, { type, base, target }: Link, seen: Set<string>): boolean {
  if (target === base) return true
  if (seen.has(target)) return false
  seen.add(target)
  return book.ledger.links
    .filter((link) => link.type === type && link.base === target)
    .some((link) => leadsTo(book, { type, base, target: link.target }, seen))
}

const isNumber = (end: string): boolean => /^\d+$/.test(end)

const spoken = (end: string): string => (isNumber(end) ? `Ticket ${end}` : `URI ${end}`)

/** As RT writes the ends of links in transactions. */
export const uriOf = (end: string): string =>
  isNumber(end) ? `fsck.com-rt://practice.invalid/ticket/${end}` : end

/** The links of a ticket as the other ends see it, by RT's words for them. */
export function linksOf({ links }: Pick<Book['ledger'], 'links'>, { id }: Pick<Ticket, 'id'>) {
  const mine = String(id)
  return links.flatMap(({ type, base, target }) => [
    ...(base === mine ? [{ ref: outward[type], end: target }] : []),
    ...(target === mine ? [{ ref: inward[type], end: base }] : []),
  ])
}

const outward = { RefersTo: 'refers-to', DependsOn: 'depends-on', MemberOf: 'parent' } as const
const inward = { RefersTo: 'referred-to-by', DependsOn: 'depended-on-by', MemberOf: 'child' } as const
