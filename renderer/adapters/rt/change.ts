import * as v from 'valibot'

import { customName } from '../../domain/case-field.ts'
import type { FieldKey, FieldValue } from '../../domain/case-field.ts'
import { fieldOf as valueIn } from '../../domain/case.ts'
import type { EventId } from '../../domain/case-event.ts'
import type { Place, Unanswered, Written } from '../../ports/case-system.ts'
import { bodyOf, isDateTime, isTaken, unfit } from './field-body.ts'
import type { HistoryNeeds } from './history.ts'
import { readBack, staleCase } from './read-case.ts'
import { asSql, timeOf } from './rt-dates.ts'
import { text } from './shapes.ts'
import { customFieldNames, readTicket } from './ticket.ts'
import type { Ticket } from './ticket.ts'
import { fieldOf, isRepeated, transactionsOf } from './transactions.ts'
import type { Transaction } from './transactions.ts'
import type { Heard } from './wire.ts'
import { perhapsDone, transactionOf } from './wire.ts'

const invalid = (detail: string): Unanswered => ({ kind: 'refused', why: 'invalid', detail })

/** Sets a field, reads it again, and says what has become of it. */
export async function changeField(
  needs: HistoryNeeds,
  at: Place,
  { field, value }: { readonly field: FieldKey; readonly value: FieldValue },
): Promise<Written> {
  const reason = unfit(field, value)
  if (reason !== undefined) return invalid(reason)
  const several = value.length === 0 ? await takesSeveral(needs, at, field) : false
  if (typeof several === 'object') return several
  let place = at
  let next: Put | undefined = { field, asked: value, body: bodyOf(field, value, several) }
  let detail = ''
  for (let tried = 1; next !== undefined && tried <= mostTries; tried += 1) {
    const written: Written | Differs = await put(needs, place, next)
    if (written.kind !== 'differs') return written
    place = { number: at.number, revision: written.revision }
    detail = written.detail
    next = nextTry(needs.user, { ...next, now: written.now, tried })
  }
  return invalid(detail)
}

/** As it is written, as RT writes it, and with the time zone that then shows. */
const mostTries = 3

/** RT took the request and left the field as it is, or made something else of it. */
interface Differs {
  readonly kind: 'differs'
  readonly now: FieldValue
  readonly revision: Place['revision']
  readonly detail: string
}

interface Put {
  readonly field: FieldKey
  readonly asked: FieldValue
  readonly body: object
  /** Below the ticket. */
  readonly action?: string
}

async function put(
  needs: HistoryNeeds,
  { number, revision }: Place,
  { field, asked, body, action = '' }: Put,
): Promise<Written | Differs> {
  const told = await needs.wire.write({ method: 'PUT', path: `/ticket/${number}${action}`, revision }, body)
  if (told.kind === 'stale') return staleCase(needs, number)
  if (told.kind !== 'told') return told
  const back = await readBack(needs, number)
  if (back.kind !== 'read') return back
  const now = valueIn(back.one, field)
  if (!isTaken(field, asked, now))
    return {
      kind: 'differs',
      now,
      revision: back.one.revision ?? revision,
      detail: told.messages.join(' ').slice(0, 500),
    }
  const names = customFieldNames(back.heard.value)
  const event = await eventOfWrite(needs, back.heard, {
    revision,
    is: (one) => fieldOf(one, names) === field,
  })
  return event.kind === 'answer' ? { kind: 'written', case: back.one, event: event.value } : event
}

/** What can still be done where RT made something else of a value. */
function nextTry(
  user: string,
  { field, asked, now, tried }: Put & { readonly now: FieldValue; readonly tried: number },
): Put | undefined {
  const [first = ''] = asked
  const [found = ''] = now
  // A case of a colleague's is not given to oneself, but taken from them.
  if (field === 'owner' && first === user && found !== user && tried === 1)
    return { field, asked, body: {}, action: '/steal' }
  return customName(field) === undefined ? undefined : nextDate({ field, asked, found, tried })
}

interface DateTried {
  readonly field: FieldKey
  readonly asked: FieldValue
  readonly found: string
  readonly tried: number
}

function nextDate({ field, asked, found, tried }: DateTried): Put | undefined {
  const [first = ''] = asked
  // RT does not find the date and time that it should take away, where it shows them in another time zone.
  if (asked.length === 0 && isDateTime(found) && tried === 1)
    return { field, asked, body: bodyOf(field, ['']) }
  const instead = isDateTime(first) ? dateInstead(first, { found, tried }) : undefined
  return instead === undefined ? undefined : { field, asked, body: bodyOf(field, [instead]) }
}

function dateInstead(
  asked: string,
  { found, tried }: { readonly found: string; readonly tried: number },
): string | undefined {
  const wanted = timeOf(asked)
  if (wanted === undefined) return undefined
  // Of a date with its zone RT takes the day alone.
  if (tried === 1) return asSql(wanted)
  // Without one it is in the time zone of the agent's account, which RT does not tell; what came out of it does.
  const made = timeOf(found)
  return made === undefined || Math.abs(made - wanted) > mostHours ? undefined : asSql(2 * wanted - made)
}

/** UTC−12 to UTC+14, and a change of the clocks, in milliseconds. */
const mostHours = 15 * 3_600_000

const Definition = v.object({ MaxValues: v.optional(text, '') })

/** Only for taking a value away: RT has one word for it in a field of one value, and another in a field of several. */
async function takesSeveral(
  { wire }: HistoryNeeds,
  { number }: Place,
  field: FieldKey,
): Promise<boolean | Unanswered> {
  const name = customName(field)
  if (name === undefined) return false
  const ticket = await readTicket(wire, number)
  if (ticket.kind !== 'answer') return ticket
  const known = ticket.value.CustomFields.find((one) => one.name === name)
  if (!known || !/^\d+$/.test(known.id)) return invalid(field)
  const definition = await wire.get(`/customfield/${known.id}`, Definition)
  return definition.kind === 'answer' ? definition.value.MaxValues !== '1' : definition
}

export interface Sought {
  /** Where the case was before the write. */
  readonly revision: Place['revision']
  readonly is: (one: Transaction) => boolean
}

/** The transaction that this agent's write has added: the newest that is like it. */
export async function eventOfWrite(
  { wire, user }: HistoryNeeds,
  { value: ticket, revision }: Extract<Heard<Ticket>, { kind: 'answer' }>,
  { revision: before, is }: Sought,
): Promise<{ kind: 'answer'; value: EventId | undefined } | Unanswered> {
  const after = transactionOf(before)
  const last = transactionOf(revision)
  if (after === last) return { kind: 'answer', value: undefined }
  const heard = await transactionsOf(wire, ticket.id, { after, last })
  if (heard.kind !== 'answer') return perhapsDone
  const own = heard.value.filter((one) => one.Creator.id === user && !isRepeated(one) && is(one))
  return { kind: 'answer', value: own.at(-1)?.id }
}
