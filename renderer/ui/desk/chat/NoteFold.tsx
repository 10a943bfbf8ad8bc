import { ChevronDown, ChevronRight } from 'lucide-react'
import { useId } from 'react'
import type { ReactNode } from 'react'

import type { OpenChat } from '../../../state/chat-store.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useChatPlaces } from './chat-places.tsx'
import { chatNoteId, focusOn } from './focus-chat.ts'

export interface NoteFoldProps {
  readonly chat: OpenChat
  readonly note: string
  /** The field; it stays where it is, so that whoever writes in it when the chat ends goes on writing. */
  readonly children: ReactNode
}

/** The note takes one line while the chat goes on, so that what is said has the room; afterwards it stands open. */
export function NoteFold({ chat: { conversation, state }, note, children }: NoteFoldProps) {
  const { say } = useWords()
  const { isNoteOpen, openNote } = useChatPlaces()
  const id = useId()
  const ended = state === 'ended'
  const open = ended || isNoteOpen(conversation.id)
  const Icon = open ? ChevronDown : ChevronRight
  const toggle = (): void => {
    openNote(conversation.id, !open)
    if (!open) focusOn(chatNoteId)
  }
  return (
    <div className="note-fold">
      {!ended && (
        <CommandButton className="button quiet" aria-expanded={open} aria-controls={id} onPress={toggle}>
          <Icon aria-hidden />
          {say('note.label')}
          {!open && <span className="note-fold-start">{note}</span>}
        </CommandButton>
      )}
      <div id={id} hidden={!open}>
        {children}
      </div>
    </div>
  )
}
