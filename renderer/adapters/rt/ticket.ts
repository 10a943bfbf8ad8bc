import * as v from 'valibot'

import type { CaseLink, CaseNumber, Case, LinkKind } from '../../domain/case.ts'
import { linkKinds } from '../../domain/case.ts'
import { customField } from '../../domain/case-field.ts'
import type { FieldKey, FieldValue } from '../../domain/case-field.ts'
import { asCaseId } from '../../domain/ids.ts'
import { nobody } from './people.ts'
import type { People } from './people.ts'
import { asField, timeOf } from './rt-dates.ts'
import { id, listOf, reference, text } from './shapes.ts'
import { isNumber } from './ticket-sql.ts'
import type { Heard, Wire } from './wire.ts'

const noDateInField = asField(0)

const Hyperlink = v.object({
  ref: v.string(),
  type: v.optional(text, ''),
  id: v.optional(text, ''),
  _url: v.optional(text, ''),
  to: v.optional(text, ''),
})

const CustomField = v.object({
  id,
  name: v.string(),
  // In a field of one date and time, RT has "no date" as a value.
  values: v.pipe(
    listOf(v.string()),
    v.transform((values) => values.filter((one) => one !== noDateInField)),
  ),
})

/** A ticket as RT's REST 2.0 gives it, as far as the desk uses it. */
const Ticket = v.object({
  id,
  Status: v.pipe(v.string(), v.nonEmpty()),
  Subject: v.optional(text, ''),
  Priority: v.optional(text, ''),
  Created: v.optional(text, ''),
  LastUpdated: v.optional(text, ''),
  Due: v.optional(text, ''),
  Owner: v.fallback(v.optional(reference), undefined),
  Queue: v.fallback(v.optional(v.object({ id, Name: v.optional(text, '') })), undefined),
  Requestor: v.optional(listOf(reference), []),
  Cc: v.optional(listOf(reference), []),
  CustomFields: v.optional(listOf(CustomField), []),
  _hyperlinks: v.optional(listOf(Hyperlink), []),
})

export type Ticket = v.InferOutput<typeof Ticket>

/** A number that was joined to another gives the other: its id says which. */
export const readTicket = (wire: Wire, number: CaseNumber): Promise<Heard<Ticket>> =>
  isNumber(number)
    ? wire.get(`/ticket/${number}?fields%5BQueue%5D=Name`, Ticket)
    : Promise.resolve({ kind: 'refused', why: 'gone', detail: '' })

export const customFieldNames = (ticket: Ticket): ReadonlyMap<string, string> =>
  new Map(ticket.CustomFields.map(({ id, name }) => [id, name]))

export interface TicketNeeds {
  readonly wire: Wire
  readonly people: People
  readonly clientIdField: string
}

/** The ticket as a case. Asks only for what RT gives as a number where the desk needs a name or an address. */
export async function caseOf(
  heard: Extract<Heard<Ticket>, { kind: 'answer' }>,
  { people, clientIdField }: TicketNeeds,
): Promise<Heard<Case>> {
  const ticket = heard.value
  const requestors = await people.addresses(ticket.Requestor.map((one) => one.id))
  if (requestors.kind !== 'answer') return requestors
  const cc = await people.addresses(ticket.Cc.map((one) => one.id))
  if (cc.kind !== 'answer') return cc
  const queue = await queueOf(ticket, people)
  const createdAt = timeOf(ticket.Created) ?? 0
  const fields: readonly (readonly [FieldKey, FieldValue])[] = [
    ['subject', some(ticket.Subject)],
    ['status', [ticket.Status]],
    ['owner', ownerOf(ticket)],
    ['queue', some(queue)],
    ['priority', some(ticket.Priority)],
    ['due', dateOf(ticket.Due)],
    ['requestors', requestors.value],
    ['cc', cc.value],
    ...ticket.CustomFields.filter(({ name }) => name !== clientIdField).map(
      ({ name, values }) => [customField(name), values] as const,
    ),
  ]
  const clientId = ticket.CustomFields.find(({ name }) => name === clientIdField)?.values[0]
  const value: Case = {
    id: asCaseId(clientId || `case-${ticket.id}-${Math.floor(createdAt / 1000)}`),
    number: ticket.id,
    revision: heard.revision,
    createdAt,
    updatedAt: timeOf(ticket.LastUpdated) ?? createdAt,
    fields: new Map(fields.filter(([, values]) => values.length > 0)),
    nextStatuses: nextStatuses(ticket),
    links: ticket._hyperlinks.flatMap(linkOf),
  }
  return { kind: 'answer', value, revision: heard.revision }
}

const queueOf = async ({ Queue }: Ticket, people: People): Promise<string> =>
  Queue?.Name || (await people.queueName(Queue?.id ?? ''))

const ownerOf = ({ Owner }: Ticket): FieldValue => (Owner && Owner.id !== nobody ? [Owner.id] : [])

const some = (text: string): FieldValue => (text === '' ? [] : [text])

function dateOf(text: string): FieldValue {
  const time = timeOf(text)
  return time === undefined ? [] : [asField(time)]
}

/** RT names what its lifecycle offers in this status; a lifecycle may offer nothing and still allow changes. */
function nextStatuses({ _hyperlinks }: Ticket): readonly string[] | undefined {
  const next = _hyperlinks.filter(({ ref, to }) => ref === 'lifecycle' && to !== '').map(({ to }) => to)
  return next.length === 0 ? undefined : [...new Set(next)]
}

const isLinkKind = (ref: string): ref is LinkKind => linkKinds.some((kind) => kind === ref)

function linkOf({ ref, type, id, _url }: v.InferOutput<typeof Hyperlink>): CaseLink[] {
  if (!isLinkKind(ref)) return []
  if (type === 'ticket' && isNumber(id)) return [{ kind: ref, target: id }]
  // Other programs make links of every kind; only an address of the web is one that the desk shows.
  return type === 'external' && /^https?:/i.test(_url) ? [{ kind: ref, target: _url }] : []
}

/** Whether RT offers this agent to write a comment or a reply there. */
export const offers = ({ _hyperlinks }: Ticket, what: 'comment' | 'correspond'): boolean =>
  _hyperlinks.some(({ ref }) => ref === what)
