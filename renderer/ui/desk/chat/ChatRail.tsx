import { MessageCircle, MessageCircleWarning, NotebookPen, PencilLine, Users } from 'lucide-react'
import { memo } from 'react'
import { Button } from 'react-aria-components/Button'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'

import { awaitedAnswer } from '../../../domain/answer-clock.ts'
import type { AwaitedAnswer } from '../../../domain/answer-clock.ts'
import type { OpenChat } from '../../../state/chat-store.ts'
import { clockTime } from '../../../words/times.ts'
import { useWords } from '../../frame/words.tsx'
import { useCasesPage } from '../cases/cases-page.tsx'
import { useDesk } from '../desk-context.tsx'
import { useNow } from '../use-now.tsx'
import { composerId, focusOn } from './focus-chat.ts'
import { chatNumberKey, useChatNumber } from './use-chat-keys.ts'
import { useChatInHand, useChatName, useChatsByNeed } from './use-chats.ts'

/** Every chat of the agent's: whoever waits longest for an answer stands first. */
export function ChatRail() {
  const going = useChatsByNeed()
  const ended = useStore(
    useDesk().stores.chats,
    useShallow(({ chats }) => [...chats.values()].filter(({ state }) => state === 'ended')),
  )
  const chats = [...going, ...ended]
  if (chats.length === 0) return null
  return (
    <ul className="rail-list">
      {chats.map((chat) => (
        <ChatItem key={chat.conversation.id} chat={chat} />
      ))}
    </ul>
  )
}

/** One chat; pressing it shows it. */
const ChatItem = memo(function ChatItem({ chat }: { chat: OpenChat }) {
  const { say } = useWords()
  const { chats, stores } = useDesk()
  const cases = useCasesPage()
  const site = useStore(stores.chats, (state) => state.site)
  const { id } = chat.conversation
  const shown = useChatInHand()?.conversation.id === id
  const name = useChatName(chat, say)
  const number = useChatNumber(id)
  const now = useNow()
  const awaited = site && awaitedAnswer(chat.conversation, site)
  const overdue = awaited !== undefined && now > awaited.dueAt
  const Icon = chat.state === 'ended' ? NotebookPen : overdue ? MessageCircleWarning : MessageCircle
  return (
    <li>
      <Button
        className={`button rail-item chat ${chat.state} ${overdue ? 'overdue' : ''}`}
        {...(shown && { 'aria-current': 'true' as const })}
        {...(number !== undefined && {
          render: (button) => <button {...button} aria-keyshortcuts={chatNumberKey(number)} />,
        })}
        onPress={() => {
          cases.show(false)
          chats.show(id)
          focusOn(composerId)
        }}
      >
        <span className="rail-kind">
          <Icon aria-hidden />
          {number !== undefined && <kbd aria-hidden>{number}</kbd>}
        </span>
        <span>
          <strong>{name}</strong>{' '}
          <span className="quiet">
            <Turn {...{ chat, awaited, overdue }} />
          </span>
          <Marks chat={chat} />
        </span>
      </Button>
    </li>
  )
})

interface TurnProps {
  readonly chat: OpenChat
  readonly awaited: AwaitedAnswer | undefined
  readonly overdue: boolean
}

/** Whose turn it is, in words; the clock is for the eyes. */
function Turn({ chat, awaited, overdue }: TurnProps) {
  const { say } = useWords()
  const now = useNow()
  if (chat.state === 'ended') return say('chat.rail.ended')
  if (!awaited) return say(chat.state === 'joining' ? 'chat.rail.joining' : 'chat.rail.their-turn')
  return (
    <>
      {say(`chat.rail.waits.${awaited.which}`)}
      {overdue && <strong className="overdue-word"> {say('chat.rail.overdue')}</strong>}{' '}
      <span className="clock" aria-hidden>
        {clockTime(now - awaited.since)}
      </span>
    </>
  )
}

function Marks({ chat: { conversation, draft } }: { chat: OpenChat }) {
  const { say } = useWords()
  return (
    <span className="rail-marks">
      {conversation.unread > 0 && (
        <span className="count">
          <span aria-hidden>{conversation.unread}</span>
          <span className="visually-hidden">{say('chat.rail.unread', { count: conversation.unread })}</span>
        </span>
      )}
      {draft.trim() !== '' && (
        <span className="tag">
          <PencilLine aria-hidden />
          {say('chat.rail.draft')}
        </span>
      )}
    </span>
  )
}

/** Who waits in the queues for somebody to be free: nothing where nobody does. */
export function ChatQueues() {
  const { say } = useWords()
  const { queues, queueIsThere } = useStore(
    useDesk().stores.chats,
    useShallow(({ queues: all, queueIsThere: isThere }) => ({ queues: all, queueIsThere: isThere })),
  )
  const now = useNow()
  const waiting = queues.filter((queue) => queue.waiting > 0)
  if (!queueIsThere || waiting.length === 0) return null
  return (
    <ul className="rail-queues" aria-label={say('chat.queues')}>
      {waiting.map(({ queue, waiting: count, oldestAskedAt }) => (
        <li key={queue}>
          <Users aria-hidden />
          <span>
            {say('chat.queues.waiting', { queue, count })}
            {oldestAskedAt !== undefined && (
              <span className="clock quiet" aria-hidden>
                {' '}
                {clockTime(now - oldestAskedAt)}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
