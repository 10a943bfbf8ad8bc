import { Redo2, Undo2 } from 'lucide-react'

import { attachmentsOf } from '../../../domain/case-edit.ts'
import type { CaseRecord } from '../../../domain/case-record.ts'
import type { EntryState, OutboxEntry } from '../../../domain/outbox.ts'
import { needsAgent } from '../../../domain/outbox.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useIsReading } from '../reading/may-write.ts'
import { AttachmentList } from './AttachmentList.tsx'
import { entryIcons, entryStanding, wordsOfEdit } from './entry-words.ts'
import { Moment } from './Moment.tsx'
import { eventKindOf, readNote } from './moment-kinds.ts'
import { Question } from './Question.tsx'
import type { FieldWords } from './use-field-words.ts'

export interface EntryItemProps {
  readonly entry: OutboxEntry
  readonly record: CaseRecord
  readonly words: FieldWords
}

/** Something that was written here, with how far it has come. */
export function EntryItem({ entry, record, words }: EntryItemProps) {
  const { say } = useWords()
  const { edit, writtenAt } = entry
  const isReading = useIsReading()
  return (
    <Moment
      own
      read={readNote(eventKindOf(edit), wordsOfEdit(say, edit))}
      at={writtenAt}
      by={undefined}
      step={edit.kind === 'change' ? edit.step : undefined}
      words={words}
    >
      <AttachmentList case={record.id} attachments={attachmentsOf(edit)} />
      {needsAgent(entry) && !isReading ? (
        <Question record={record} entry={entry} words={words} />
      ) : (
        <EntryLine entry={entry} />
      )}
    </Moment>
  )
}

const back = {
  undone: 'case.entry.redo',
  'theirs-chosen': 'case.entry.redo.choice',
  'agent-says-sent': 'case.entry.redo.sent',
} as const satisfies Record<Extract<EntryState, { kind: 'withdrawn' }>['why'], unknown>

/** Where it is on its way, and the way back as long as there is one. */
function EntryLine({ entry: { id, state } }: { entry: OutboxEntry }) {
  const { say } = useWords()
  const { cases } = useDesk()
  const Icon = entryIcons[state.kind]
  const isReading = useIsReading()
  return (
    <p className={`case-entry-state ${state.kind === 'withdrawn' ? state.why : state.kind}`}>
      <Icon aria-hidden />
      <span>{entryStanding(say, state)}</span>
      {state.kind === 'waiting' && !isReading && (
        <CommandButton className="button quiet case-act" onPress={() => void cases.undo(id)}>
          <Undo2 aria-hidden />
          {say('case.entry.undo')}
        </CommandButton>
      )}
      {state.kind === 'withdrawn' && !isReading && (
        <CommandButton className="button quiet case-act" onPress={() => void cases.redo(id)}>
          <Redo2 aria-hidden />
          {say(back[state.why])}
        </CommandButton>
      )}
    </p>
  )
}
