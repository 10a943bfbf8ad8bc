import { ArrowLeft } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { RefObject } from 'react'

import type { PastReading } from '../../../state/chat-store.ts'
import { dayAndHour } from '../../../words/times.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useChatPlaces } from './chat-places.tsx'
import { Messages } from './Messages.tsx'
import { nameIn } from './use-chats.ts'

export interface PastChatProps {
  readonly reading: PastReading
  readonly onBack: () => void
}

/** An earlier chat, to be read: nothing can be written in it any more. */
export function PastChat({ reading: { conversation, messages, hasOlder }, onBack }: PastChatProps) {
  const { say, language } = useWords()
  const { chats } = useDesk()
  const name = nameIn(say, conversation.customer, undefined)
  const heading = useRef<HTMLHeadingElement>(null)
  const { sought: soughtIn, reached } = useChatPlaces()
  const sought = soughtIn(conversation.id)
  const isSought = useRef(sought !== undefined)
  useEffect(() => {
    if (!isSought.current) heading.current?.focus()
  }, [])
  const box = useSamePlace(messages)
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
        ref={box}
        className="transcript past"
        aria-label={say('transcript.label', { name })}
        // What scrolls can be reached by keyboard (WCAG 2.1.1).
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {hasOlder && (
          <CommandButton className="button" onPress={() => void chats.olderInPast()}>
            {say('transcript.older')}
          </CommandButton>
        )}
        <Messages {...{ messages, sought }} onReached={reached} />
      </section>
    </>
  )
}

/** Older messages that come in above move nothing under the eyes. */
function useSamePlace(messages: PastReading['messages']): RefObject<HTMLElement | null> {
  const box = useRef<HTMLElement>(null)
  const before = useRef({ height: 0, first: messages[0] })
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const [first] = messages
    if (first !== before.current.first) element.scrollTop += element.scrollHeight - before.current.height
    before.current = { height: element.scrollHeight, first }
  }, [messages])
  return box
}
