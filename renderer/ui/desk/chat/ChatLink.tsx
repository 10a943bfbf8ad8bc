import { MessageCircle, MessageCircleOff, MessageCircleWarning, RefreshCw } from 'lucide-react'
import { useStore } from 'zustand'

import type { OpenChat } from '../../../state/chat-store.ts'
import type { Link } from '../../../state/shift-store.ts'
import { useWords } from '../../frame/words.tsx'
import { Clock } from '../Clock.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useNow } from '../use-now.tsx'
import { composerId, focusOn } from './focus-chat.ts'
import { useChatName, useHasChats } from './use-chats.ts'
import { unsentIn, useUnsentChats } from './use-unsent.ts'

/** In the bar: that chats are offline, and how many messages wait. Nothing while all is well. */
export function ChatLinkPart() {
  const { say } = useWords()
  const linked = useStore(useDesk().stores.chats, ({ link }) => link.kind === 'up')
  const count = useUnsentChats().reduce((sum, chat) => sum + unsentIn(chat), 0)
  if (!useHasChats() || (linked && count === 0)) return null
  return (
    <>
      {!linked && (
        <span className="case-link-part lost">
          <MessageCircleOff aria-hidden />
          {say('chat.link.down')}
        </span>
      )}{' '}
      {count > 0 && <span className="case-link-part">{say('chat.link.count', { count })}</span>}
    </>
  )
}

/** The link to the chat server in full, what waits for it, and whether the queue is there. */
export function ChatLinkLines() {
  const { say } = useWords()
  const { stores, chats } = useDesk()
  const { link, queueIsThere } = useStore(stores.chats)
  const unsent = useUnsentChats()
  if (!useHasChats()) return null
  const isUp = link.kind === 'up'
  return (
    <section className="chat-link" aria-labelledby="chat-link-heading">
      <h3 id="chat-link-heading">{say('chat.rail.heading')}</h3>
      <div className={isUp ? 'sync-link' : 'sync-link trouble'}>
        <div>
          <p className="sync-link-words">
            {isUp ? <MessageCircle aria-hidden /> : <MessageCircleOff aria-hidden />}
            {say(isUp ? 'chat.link.up.long' : 'chat.link.down.long')}
          </p>
          {'since' in link && <Since link={link} />}
        </div>
        {!isUp && link.kind !== 'signed-out' && (
          <CommandButton className="button" about={say('chat.rail.heading')} onPress={() => chats.retry()}>
            <RefreshCw aria-hidden />
            {say('sync.try-now')}
          </CommandButton>
        )}
      </div>
      {isUp && !queueIsThere && (
        <p className="chat-queue-gone">
          <MessageCircleWarning aria-hidden />
          {say('chat.queue.gone')}
        </p>
      )}
      {unsent.length > 0 && (
        <ul className="chat-unsent">
          {unsent.map((chat) => (
            <li key={chat.conversation.id}>
              <Unsent chat={chat} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Since({ link }: { link: Extract<Link, { since: number }> }) {
  const { say } = useWords()
  const now = useNow()
  const seconds = link.kind === 'waiting' ? Math.max(0, Math.ceil((link.retryAt - now) / 1000)) : 0
  return (
    <p>
      <span aria-hidden>{say('sync.down.for')}</span>{' '}
      <Clock since={link.since} label={say('sync.down.since')} /> ·{' '}
      {link.kind === 'waiting' ? say('sync.retry', { seconds }) : say('sync.trying')}
    </p>
  )
}

/** What waits in one chat, and the way there. */
function Unsent({ chat }: { chat: OpenChat }) {
  const { say } = useWords()
  const { chats } = useDesk()
  const name = useChatName(chat, say)
  const refused = chat.messages.some(({ delivery }) => delivery === 'refused')
  return (
    <CommandButton
      className="button past-chat"
      onPress={() => {
        chats.show(chat.conversation.id)
        focusOn(composerId)
      }}
    >
      {refused && <MessageCircleWarning aria-hidden />}
      <strong>{name}</strong>{' '}
      {say(refused ? 'chat.link.refused' : 'chat.link.waiting', { count: unsentIn(chat) })}
    </CommandButton>
  )
}
