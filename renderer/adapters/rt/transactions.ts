import * as v from 'valibot'

import { customField } from '../../domain/case-field.ts'
import type { FieldKey } from '../../domain/case-field.ts'
import type { EventId } from '../../domain/case-event.ts'
import { isLater } from '../../domain/case-event.ts'
import type { CaseNumber } from '../../domain/case.ts'
import { everyPage } from './pages.ts'
import { id, reference, text } from './shapes.ts'
import type { Condition, Heard, Wire } from './wire.ts'

const Transaction = v.object({
  id: v.pipe(id, v.digits()),
  Type: v.string(),
  Creator: v.fallback(reference, { id: '', type: '' }),
  Created: v.optional(text, ''),
  Field: v.optional(text, ''),
  OldValue: v.optional(text, ''),
  NewValue: v.optional(text, ''),
})

export type Transaction = v.InferOutput<typeof Transaction>

const fields = 'fields=Type,Creator,Created,Field,OldValue,NewValue&orderby=id&order=ASC'

/** RT's records of the mail that it sent: no news of the case, and many. */
export const mailRecords = ['EmailRecord', 'CommentEmailRecord']
export const notMail: readonly Condition[] = mailRecords.map((value) => ({
  field: 'Type',
  operator: '!=',
  value,
  entry_aggregator: 'AND',
}))

/**
 * A ticket's transactions after one, oldest first. RT gives an empty list for a ticket that is not there or that the
 * agent may not see: whoever asks has read the ticket before. `last` is the newest that is known to exist.
 */
export async function transactionsOf(
  wire: Wire,
  number: CaseNumber,
  { after, last }: { readonly after: EventId | undefined; readonly last: EventId | undefined },
): Promise<Heard<readonly Transaction[]>> {
  const heard = await everyPage(wire, {
    query: {
      path: `/ticket/${number}/history?${fields}`,
      conditions: [{ field: 'id', operator: '>', value: after ?? '0' }, ...notMail],
    },
    item: Transaction,
    enough: (items) => last !== undefined && items.some((one) => one.id === last),
  })
  if (heard.kind !== 'answer') return heard
  const news = heard.value.filter(
    (one) => !mailRecords.includes(one.Type) && (after === undefined || isLater(one.id, after)),
  )
  return { ...heard, value: news.sort((a, b) => (a.id === b.id ? 0 : isLater(a.id, b.id) ? 1 : -1)) }
}

/** A change of owner is told twice, as the field's and as the role's: the history has the first. */
export const isRepeated = ({ Type, Field }: Transaction): boolean =>
  Type === 'SetWatcher' && Field === 'Owner'

const ownFields: ReadonlyMap<string, FieldKey> = new Map([
  ['Subject', 'subject'],
  ['Status', 'status'],
  ['Owner', 'owner'],
  ['Queue', 'queue'],
  ['Priority', 'priority'],
  ['Due', 'due'],
  ['Requestor', 'requestors'],
  ['Cc', 'cc'],
])

/** Which field a transaction changed, where it is one that the desk knows. */
export function fieldOf(
  { Type, Field }: Transaction,
  customNames: ReadonlyMap<string, string>,
): FieldKey | undefined {
  if (Type !== 'CustomField') return ownFields.get(Type === 'Status' ? Type : Field)
  const name = customNames.get(Field)
  return name === undefined ? undefined : customField(name)
}
