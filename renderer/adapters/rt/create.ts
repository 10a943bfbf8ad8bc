import * as v from 'valibot'

import { customName } from '../../domain/case-field.ts'
import type { FieldKey, FieldValue } from '../../domain/case-field.ts'
import type { CaseNumber } from '../../domain/case.ts'
import { fieldOf } from '../../domain/case.ts'
import type { CaseId } from '../../domain/ids.ts'
import type { Begun, Place, Unanswered, Written } from '../../ports/case-system.ts'
import { changeField } from './change.ts'
import { bodyOf, isTaken, unfit } from './field-body.ts'
import type { HistoryNeeds } from './history.ts'
import { readBack } from './read-case.ts'
import { listOf, text } from './shapes.ts'
import { wellFormed } from './ticket-sql.ts'
import { readTicket } from './ticket.ts'
import { fold, withId } from './twins.ts'
import { uploadsOf } from './uploads.ts'
import { perhapsDone, transactionOf } from './wire.ts'
import type { Heard } from './wire.ts'

const invalid = (detail: string): Unanswered => ({ kind: 'refused', why: 'invalid', detail })

/** Makes a case, once, however often it is asked for. */
export async function createCase(needs: HistoryNeeds, id: CaseId, begun: Begun): Promise<Written> {
  const reason = [...begun.fields]
    .map(([field, value]) => unfit(field, value))
    .find((one) => one !== undefined)
  if (reason !== undefined) return invalid(reason)
  const queue = begun.fields.get('queue')?.[0] ?? ''
  const known = await fieldsOfQueue(needs, queue)
  if (known.kind !== 'answer')
    return known.kind === 'refused' ? { ...known, why: whyNoQueue(known.why) } : known
  const missing = missingField(needs, known.value, begun)
  if (missing !== undefined) return invalid(missing)
  const before = await withId(needs, id)
  if (before.kind !== 'answer') return before
  const [first] = before.value
  if (first !== undefined) return fold(needs, { first, others: before.value.slice(1), begun })
  return make(needs, id, begun)
}

const whyNoQueue = (why: string): 'invalid' | 'forbidden' => (why === 'forbidden' ? 'forbidden' : 'invalid')

const QueueFields = v.object({ TicketCustomFields: v.optional(listOf(v.object({ name: text })), []) })

/** The names of the fields that a queue's tickets have, as far as this agent sees them. */
async function fieldsOfQueue({ wire }: HistoryNeeds, queue: string): Promise<Heard<readonly string[]>> {
  if (queue === '') return { kind: 'refused', why: 'invalid', detail: 'queue: needs a value' }
  const heard = await wire.get(`/queue/${encodeURIComponent(wellFormed(queue))}`, QueueFields)
  if (heard.kind !== 'answer') return heard
  return { ...heard, value: heard.value.TicketCustomFields.map(({ name }) => name) }
}

/**
 * RT leaves out a field that it does not know and says yes. For the one with the desk's id that would make a new case at
 * each try, so it is looked for first.
 */
function missingField(
  { clientIdField }: HistoryNeeds,
  known: readonly string[],
  { fields }: Begun,
): string | undefined {
  if (!known.includes(clientIdField))
    return `The queue has no field ${clientIdField}, or agents may not see it: cases cannot be made safely there.`
  const asked = [...fields.keys()].map(customName).filter((name) => name !== undefined)
  const unknown = asked.find((name) => !known.includes(name))
  return unknown === undefined ? undefined : `The queue has no field ${unknown}.`
}

async function make(needs: HistoryNeeds, id: CaseId, begun: Begun): Promise<Written> {
  const told = await needs.wire.write({ method: 'POST', path: '/ticket' }, ticketBody(needs, id, begun))
  if (told.kind === 'stale') return { kind: 'not-understood', arrived: 'perhaps' }
  if (told.kind !== 'told') return told
  if (told.id === undefined) return { kind: 'not-understood', arrived: 'perhaps' }
  const made = await readTicket(needs.wire, told.id)
  if (made.kind !== 'answer') return perhapsDone
  const carried = made.value.CustomFields.find(({ name }) => name === needs.clientIdField)?.values[0]
  if (carried === id) return settle(needs, told.id, begun)
  return withoutId(needs, { number: told.id, id, begun })
}

function ticketBody(
  { clientIdField }: HistoryNeeds,
  id: CaseId,
  { fields, text, attachments }: Begun,
): object {
  const custom: [string, unknown][] = [[clientIdField, id]]
  const parts: object[] = []
  for (const [field, value] of fields) {
    const name = customName(field)
    const values = value.map(wellFormed)
    if (name === undefined) parts.push(bodyOf(field, value))
    else if (values.length > 0) custom.push([name, values.length === 1 ? values[0] : values])
  }
  const content = wellFormed(text)
  return {
    ...Object.fromEntries(parts.flatMap((part) => Object.entries(part))),
    ...(content !== '' && { Content: content, ContentType: 'text/plain' }),
    ...(attachments.length > 0 && { Attachments: uploadsOf(attachments) }),
    CustomFields: Object.fromEntries(custom),
  }
}

interface Made {
  readonly number: CaseNumber
  readonly id: CaseId
  readonly begun: Begun
}

/**
 * RT made the case and left its id out: because another one carries it (a twin, made by a request that was thought lost),
 * or because agents may not set the field in a new case. Then it may be possible afterwards.
 */
async function withoutId(needs: HistoryNeeds, { number, id, begun }: Made): Promise<Written> {
  const others = await withId(needs, id)
  if (others.kind !== 'answer') return perhapsDone
  const [first, ...more] = others.value
  if (first !== undefined && first !== number)
    return fold(needs, { first, others: [...more.filter((one) => one !== number), number], begun })
  const told = await needs.wire.write(
    { method: 'PUT', path: `/ticket/${number}` },
    { CustomFields: Object.fromEntries([[needs.clientIdField, id]]) },
  )
  if (told.kind !== 'told') return { kind: 'unreached', arrived: 'perhaps' }
  const again = await readTicket(needs.wire, number)
  if (again.kind !== 'answer') return perhapsDone
  const carried = again.value.CustomFields.find(({ name }) => name === needs.clientIdField)?.values[0]
  if (carried !== id) return invalid(`RT does not let agents set the field ${needs.clientIdField}.`)
  return settle(needs, number, begun)
}

/** RT says yes to a case of which it left fields out: each is asked for once more, and then said. */
async function settle(needs: HistoryNeeds, number: CaseNumber, begun: Begun): Promise<Written> {
  let back = await readBack(needs, number)
  if (back.kind !== 'read') return back
  const event = transactionOf(back.one.revision)
  for (const [field, value] of begun.fields) {
    if (isTaken(field, value, fieldOf(back.one, field))) continue
    const written = await setAfter(needs, { number, revision: back.one.revision ?? '' }, field, value)
    if (written.kind !== 'written') return written
    back = { ...back, one: written.case }
  }
  return { kind: 'written', case: back.one, event }
}

async function setAfter(
  needs: HistoryNeeds,
  at: Place,
  field: FieldKey,
  value: FieldValue,
): Promise<Written> {
  const written = await changeField(needs, at, { field, value })
  if (written.kind === 'refused')
    return { ...written, detail: written.detail === '' ? field : written.detail }
  return written.kind === 'written' || written.kind === 'stale' ? written : perhapsDone
}
