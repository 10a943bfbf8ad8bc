import { fieldOf, here } from '../../domain/case.ts'
import type { Case, CaseFields } from '../../domain/case.ts'
import type { CaseRecord } from '../../domain/case-record.ts'
import { sameValue } from '../../domain/case-field.ts'
import type { FieldKey } from '../../domain/case-field.ts'
import { byOrder, isOpen } from '../../domain/outbox.ts'
import type { OutboxEntry } from '../../domain/outbox.ts'
import type { Revised } from './case-book.ts'

export interface Made {
  readonly server: Case | undefined
  /** What it was begun with. */
  readonly fields: CaseFields
  readonly entries: readonly OutboxEntry[]
}

/**
 * The case system has made a case, perhaps for the second time after a backup had taken it away: its history is read from
 * the beginning.
 */
export function remade(record: CaseRecord, { server: told, fields, entries }: Made): Revised {
  const server = told?.id === record.id ? told : record.server
  return {
    record: { ...record, server, standing: here, told: [], historyTo: undefined },
    entries: fromTheBeginning(entries, onTopOf(server, { fields, entries })),
    events: [],
    replaceEvents: true,
  }
}

/** What was written after an event of the history that it had before is now written after none. */
function fromTheBeginning(
  entries: readonly OutboxEntry[],
  changed: readonly OutboxEntry[],
): readonly OutboxEntry[] {
  const left = entries.filter(
    (entry) =>
      isOpen(entry) &&
      entry.edit.kind !== 'create' &&
      entry.after !== undefined &&
      !changed.some(({ id }) => id === entry.id),
  )
  return [...changed, ...left].map((entry) => ({ ...entry, after: undefined }))
}

/**
 * What was written before the case existed was written on what it was begun with. The case system has values of its own
 * for the rest, such as a priority of 0: they are nobody's, and no conflict.
 */
function onTopOf(server: Case, { fields, entries }: Omit<Made, 'server'>): readonly OutboxEntry[] {
  const changed: OutboxEntry[] = []
  const seen = new Set<FieldKey>()
  for (const entry of [...entries].sort(byOrder)) {
    if (entry.edit.kind !== 'change' || entry.state.kind !== 'waiting') continue
    const { step } = entry.edit
    const isFirst = !seen.has(step.field)
    seen.add(step.field)
    if (!isFirst || !sameValue(step.before, fieldOf({ fields }, step.field))) continue
    const before = fieldOf(server, step.field)
    changed.push({ ...entry, edit: { ...entry.edit, step: { ...step, before } } })
  }
  return changed
}
