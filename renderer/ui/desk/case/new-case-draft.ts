import type { CaseQueue, FieldDefinition, FieldKey, FieldValue } from '../../../domain/case-field.ts'
import { withField } from '../../../domain/case.ts'
import type { NewCase } from '../../../services/cases/case-desk.ts'
import { readText } from './field-text.ts'
import type { Fault } from './field-text.ts'
import type { DraftValues } from './use-draft.ts'

/** They have places of their own in the form, or come by themselves. */
const elsewhere: readonly FieldKey[] = ['subject', 'status', 'owner', 'queue', 'requestors']

/** What the queue wants to know of a new case. */
export const fieldsToAsk = (queue: CaseQueue | undefined): readonly FieldDefinition[] =>
  (queue?.fields ?? []).filter(({ key, writable, kind }) => {
    return writable && kind !== 'other' && !elsewhere.includes(key)
  })

export const draftKey = (key: FieldKey): string => `field:${key}`

const requestors = { key: 'requestors', kind: 'person', several: true } as const

export interface NewCaseFaults {
  readonly queue: boolean
  readonly subject: boolean
  readonly requestors: boolean
  readonly fields: ReadonlyMap<FieldKey, Fault>
}

export const noFaults: NewCaseFaults = {
  queue: false,
  subject: false,
  requestors: false,
  fields: new Map(),
}

export type ReadNewCase =
  | { readonly ok: true; readonly value: Omit<NewCase, 'files'> }
  | { readonly ok: false; readonly faults: NewCaseFaults }

/** What the form says, as a case; or what is missing in it. */
export function readNewCase(values: DraftValues, queue: CaseQueue | undefined): ReadNewCase {
  const subject = (values['subject'] ?? '').trim()
  const people = readText(requestors, values['requestors'] ?? '')
  const faults = new Map<FieldKey, Fault>()
  let fields: ReadonlyMap<FieldKey, FieldValue> = new Map<FieldKey, FieldValue>()
  for (const definition of fieldsToAsk(queue)) {
    const read = readText(definition, values[draftKey(definition.key)] ?? '')
    if (read.ok) fields = withField(fields, definition.key, read.value)
    else faults.set(definition.key, read.fault)
  }
  if (!queue || subject === '' || !people.ok || faults.size > 0)
    return {
      ok: false,
      faults: { queue: !queue, subject: subject === '', requestors: !people.ok, fields: faults },
    }
  const text = values['text'] ?? ''
  return { ok: true, value: { queue: queue.name, subject, requestors: people.value, text, fields } }
}
