import { ArrowDown } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from 'react-aria-components/Button'

import type { OpenChat } from '../../../state/chat-store.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'
import { useSaidKeys } from '../mood/use-said-keys.ts'
import { useChatPlaces } from './chat-places.tsx'
import { Messages } from './Messages.tsx'
import { shownName } from './shown-name.ts'
import { useStayAtEnd } from './use-stay-at-end.ts'

/**
 * What was said, oldest first. It stays with the newest message unless the agent has scrolled back: then nothing moves under
 * their eyes, and a button says that there is more.
 */
export function Transcript({ chat, name }: { chat: OpenChat; name: string }) {
  const { say } = useWords()
  const { chats } = useDesk()
  const { messages, hasOlder, conversation } = chat
  const { id, unread } = conversation
  const box = useRef<HTMLDivElement>(null)
  const { sought: soughtIn, reached } = useChatPlaces()
  const sought = soughtIn(id)
  const { isAtEnd, isReading, look, onScroll, toEnd, readOlder } = useStayAtEnd(box, {
    messages,
    older: hasOlder ? () => chats.older(id) : undefined,
    isHeld: sought !== undefined,
  })
  useSaidKeys(box)
  // Read is what stands before the eyes: the newest, in a window that is looked at.
  useEffect(() => {
    const see = (): void => {
      if (isAtEnd && unread > 0 && document.hasFocus()) chats.seen(id)
    }
    see()
    window.addEventListener('focus', see)
    return () => window.removeEventListener('focus', see)
  }, [chats, id, isAtEnd, unread, messages])
  return (
    <div className="transcript-frame">
      {/* What scrolls can be reached by keyboard (WCAG 2.1.1). What comes in above was said long ago, and is not read out. */}
      <div
        ref={box}
        className="transcript"
        role="log"
        aria-live={isReading ? 'off' : 'polite'}
        aria-label={say('transcript.label', { name })}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onScroll={onScroll}
      >
        {hasOlder && (
          <Button className="button" onPress={readOlder}>
            {say('transcript.older')}
          </Button>
        )}
        {messages.length === 0 && <p className="quiet">{say('transcript.empty')}</p>}
        <Messages
          {...{ messages, sought }}
          onReached={() => {
            look()
            reached()
          }}
        />
      </div>
      <Composing chat={chat} />
      {!isAtEnd && unread > 0 && (
        <Button className="button primary to-end" onPress={toEnd}>
          <ArrowDown aria-hidden />
          {say('transcript.newer', { count: unread })}
        </Button>
      )}
    </div>
  )
}

/** Its line is there all the time: nothing may move with every pause of somebody else's fingers. */
function Composing({ chat: { participants } }: { chat: OpenChat }) {
  const { say } = useWords()
  const names = participants
    .filter(({ composing, role }) => composing && role !== 'me')
    .map(({ name }) => shownName(name) ?? say('chat.customer.unnamed'))
  return (
    <p className="composing quiet">
      {names.length > 0 && say('transcript.composing', { name: names.join(', ') })}
    </p>
  )
}
