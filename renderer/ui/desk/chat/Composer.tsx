import { Paperclip, Send } from 'lucide-react'
import { useId, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'

import type { OpenChat } from '../../../state/chat-store.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useFocusIfLost } from '../use-focus-if-lost.ts'
import { MessageField } from './MessageField.tsx'
import { PendingFiles, Sharing } from './PendingFiles.tsx'
import { unfilledIn } from './quick-choices.ts'
import { optionId, QuickReplies } from './QuickReplies.tsx'
import { useQuickChoices } from './use-quick-choices.ts'
import { useSending } from './use-sending.ts'

/** Where the next message is written. The draft is the chat's own, and is kept; files wait beside it until it is sent. */
export function Composer({ chat, name }: { chat: OpenChat; name: string }) {
  const field = useRef<HTMLTextAreaElement>(null)
  const list = useId()
  const { files, put, send, fault, composing } = useSending(chat)
  const quick = useQuickChoices(chat, (text) => {
    put(text)
    showPlace(field.current, text)
  })
  // Whoever has just taken or opened a chat wants to write.
  useFocusIfLost(field, chat.conversation.id)
  const sendAll = async (): Promise<void> => {
    // What begins with / is for the desk, unless Escape has said that it is text.
    if (!quick.isOpen && (await send())) composing.sent()
    field.current?.focus()
  }
  const onKey = (event: KeyboardEvent): void => {
    // A word that is being put together by an input method is not finished by the key that would send it.
    if (event.nativeEvent.isComposing || quick.onKey(event)) return
    if (event.key !== 'Enter' || event.shiftKey || event.repeat) return
    event.preventDefault()
    void sendAll()
  }
  const addFiles = (given: readonly File[]): void => void files.add(given)
  const active = quick.isOpen ? quick.choices[quick.active] : undefined
  return (
    <div className="composer">
      {quick.isOpen && (
        <QuickReplies
          {...{ id: list, choices: quick.choices, active: quick.active }}
          onKey={quick.onKey}
          onChoose={(choice) => {
            quick.choose(choice)
            field.current?.focus()
          }}
        />
      )}
      <MessageField
        {...{ field, name, draft: chat.draft, fault, onKey }}
        list={quick.isOpen ? list : undefined}
        reached={active && optionId(list, active.key)}
        onText={put}
        onFiles={addFiles}
      />
      <Actions onSend={() => void sendAll()} onFiles={addFiles} />
      <PendingFiles files={files} />
      <Sharing part={chat.sharing} />
    </div>
  )
}

interface ActionsProps {
  readonly onSend: () => void
  readonly onFiles: (files: readonly File[]) => void
}

function Actions({ onSend, onFiles }: ActionsProps) {
  const { say } = useWords()
  return (
    <div className="composer-actions">
      <CommandButton className="button primary" onPress={onSend}>
        <Send aria-hidden />
        {say('composer.send')}
      </CommandButton>
      <FileTrigger allowsMultiple onSelect={(chosen) => onFiles(chosen ? [...chosen] : [])}>
        <CommandButton className="button" about={say('composer.file')}>
          <Paperclip aria-hidden />
          {say('composer.file.short')}
        </CommandButton>
      </FileTrigger>
    </div>
  )
}

/** The first field that nobody knew a value for is marked, so that the next key fills it in. */
function showPlace(field: HTMLTextAreaElement | null, text: string): void {
  const [name] = unfilledIn(text)
  if (!field || name === undefined) return
  const at = text.indexOf(`{${name}}`)
  setTimeout(() => field.setSelectionRange(at, at + name.length + 2))
}
