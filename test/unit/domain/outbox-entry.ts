import type { CaseEdit } from '../../../renderer/domain/case-edit.ts'
import { asCaseId, asEntryId } from '../../../renderer/domain/ids.ts'
import type { EntryState, EntryStateKind, OutboxEntry } from '../../../renderer/domain/outbox.ts'
import { shiftStart } from '../../make.ts'

export const noteEdit: CaseEdit = { kind: 'note', text: 'He has called.', attachments: [], purpose: 'note' }

/** One state of each kind. */
export const states: Readonly<Record<EntryStateKind, EntryState>> = {
  waiting: { kind: 'waiting', tries: 0, notBefore: 0 },
  sending: { kind: 'sending', tries: 2, since: shiftStart },
  checking: { kind: 'checking', tries: 3, since: shiftStart, notBefore: shiftStart },
  asking: { kind: 'asking', since: shiftStart },
  conflict: { kind: 'conflict', theirs: ['10'], by: 'benoit', at: shiftStart },
  'set-aside': { kind: 'set-aside', why: 'invalid', detail: 'no', at: shiftStart },
  sent: { kind: 'sent', at: shiftStart, event: '7' },
  withdrawn: { kind: 'withdrawn', at: shiftStart, why: 'undone' },
}

/** Something that was written about a case; a note that waits, unless a test says otherwise. */
export const makeEntry = (entry: Partial<OutboxEntry> = {}): OutboxEntry => ({
  ...{ id: asEntryId('entry-1'), case: asCaseId('case-1'), order: 1, writtenAt: shiftStart },
  ...{ edit: noteEdit, after: '5', state: states.waiting },
  ...entry,
})
