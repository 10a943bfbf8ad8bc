import type { CaseEvent } from '../../../renderer/domain/case-event.ts'
import { recordOf, recordWith } from '../../../renderer/domain/case-record.ts'
import type { CaseRecord } from '../../../renderer/domain/case-record.ts'
import type { Case, CaseFields } from '../../../renderer/domain/case.ts'
import type { FieldKey, FieldValue } from '../../../renderer/domain/case-field.ts'
import { asCaseId, asEntryId } from '../../../renderer/domain/ids.ts'
import type { CaseId } from '../../../renderer/domain/ids.ts'
import type { OutboxEntry } from '../../../renderer/domain/outbox.ts'
import type { Result } from '../../../renderer/domain/result.ts'
import type { CaseStore, Page } from '../../../renderer/ports/case-store.ts'
import { shiftStart } from '../../make.ts'

/** Cases as they lie in the store of a desk, each whole; a test names what it cares about. */

export const fieldsOf = (fields: Readonly<Partial<Record<FieldKey, FieldValue>>>): CaseFields =>
  new Map(Object.entries(fields) as [FieldKey, FieldValue][])

export const storedCase = (one: Partial<Case> = {}): Case => ({
  id: asCaseId('case-7-1795438800'),
  number: '7',
  revision: '1-aa',
  createdAt: shiftStart,
  updatedAt: shiftStart + 60_000,
  fields: fieldsOf({
    subject: ['Prestation de mars jamais reçue'],
    status: ['open'],
    owner: ['ada'],
    queue: ['benefits'],
    requestors: ['amelie@example.org'],
    'custom:Language': ['fr'],
  }),
  nextStatuses: ['stalled', 'resolved'],
  links: [{ kind: 'refers-to', target: '3' }],
  ...one,
})

export const storedRecord = (one: Partial<Case> = {}, rest: Partial<CaseRecord> = {}): CaseRecord => ({
  ...recordOf(storedCase(one)),
  ...rest,
})

export const storedEntry = (entry: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id: asEntryId('entry-1'),
  case: asCaseId('case-7-1795438800'),
  order: 1,
  writtenAt: shiftStart + 70_000,
  edit: { kind: 'note', text: 'Called back, nobody there.', attachments: [], purpose: 'note' },
  after: '41',
  state: { kind: 'waiting', tries: 0, notBefore: 0 },
  ...entry,
})

export const storedEvent = (event: Partial<CaseEvent> = {}): CaseEvent => ({
  id: '41',
  kind: 'note',
  at: shiftStart + 50_000,
  by: 'ada',
  text: 'Dossier demandé.',
  attachments: [],
  change: undefined,
  ...event,
})

/** The record with what is on its way to the case system. */
export const withOutbox = (record: CaseRecord, entries: readonly OutboxEntry[]): CaseRecord =>
  recordWith(record, { entries, inactive: ['resolved'] })

/** Cases that differ by their number, and by what the test gives them. */
export const numbered = (at: number): { readonly id: CaseId; readonly number: string } => ({
  id: asCaseId(`case-${at}`),
  number: String(at),
})

export const many = (count: number, one: (at: number) => Parameters<typeof storedRecord>): CaseRecord[] =>
  Array.from({ length: count }, (_, at) => storedRecord(...one(at)))

/** The value of what must not fail. */
export async function must<T>(outcome: Promise<Result<T, unknown>>): Promise<T> {
  const result = await outcome
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

export const idsOf = async (page: ReturnType<CaseStore['page']>): Promise<string[]> =>
  (await must<Page>(page)).records.map(({ id }) => id)
