import { ArrowLeft } from 'lucide-react'
import { useEffect, useRef } from 'react'

import type { ChatState } from '../../../state/chat-store.ts'
import { dayAndHour } from '../../../words/times.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { Messages } from './Messages.tsx'
import { nameIn } from './use-chats.ts'

export interface PastChatProps {
  readonly reading: NonNullable<ChatState['reading']>
  readonly onBack: () => void
}

/** An earlier chat, to be read: nothing can be written in it any more. */
export function PastChat({ reading: { conversation, messages }, onBack }: PastChatProps) {
  const { say, language } = useWords()
  const name = nameIn(say, conversation.customer, undefined)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <CommandButton className="button quiet case-back" onPress={onBack}>
        <ArrowLeft aria-hidden />
        {say('chat.past.back')}
      </CommandButton>
      <div>
        <h3 ref={heading} tabIndex={-1}>
          {name}
        </h3>
        <p className="quiet">
          {conversation.queue} · {dayAndHour(language, conversation.takenAt)}
          {conversation.end && <> · {say(`chat.over.${conversation.end}`)}</>}
        </p>
      </div>
      <section
        className="transcript past"
        aria-label={say('transcript.label', { name })}
        // What scrolls can be reached by keyboard (WCAG 2.1.1).
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <Messages messages={messages} />
      </section>
    </>
  )
}
