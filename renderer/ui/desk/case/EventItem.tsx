import { Undo2 } from 'lucide-react'
import { useStore } from 'zustand'

import type { CaseEvent } from '../../../domain/case-event.ts'
import type { CaseRecord } from '../../../domain/case-record.ts'
import type { OutboxEntry } from '../../../domain/outbox.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useMayWrite } from '../reading/may-write.ts'
import { AttachmentList } from './AttachmentList.tsx'
import { Moment } from './Moment.tsx'
import { readNote } from './moment-kinds.ts'
import type { FieldWords } from './use-field-words.ts'

export interface EventItemProps {
  readonly event: CaseEvent
  readonly entry: OutboxEntry | undefined
  readonly record: CaseRecord
  readonly words: FieldWords
}

/** Something that the case system tells of the case. */
export function EventItem({ event, entry, record, words }: EventItemProps) {
  const { say } = useWords()
  const { stores, cases } = useDesk()
  const user = useStore(stores.cases, (state) => state.user)
  const { kind, at, by, text, change, attachments } = event
  const mayWrite = useMayWrite(record)
  const mayGoBack = entry?.edit.kind === 'change' || entry?.edit.kind === 'link'
  return (
    <Moment read={readNote(kind, text)} at={at} by={by === user ? undefined : by} step={change} words={words}>
      <AttachmentList case={record.id} attachments={attachments} />
      {entry && mayGoBack && mayWrite && (
        <CommandButton className="button quiet case-act" onPress={() => void cases.undo(entry.id)}>
          <Undo2 aria-hidden />
          {say('case.change.back')}
        </CommandButton>
      )}
    </Moment>
  )
}
