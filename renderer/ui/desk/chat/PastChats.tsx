import type { ReactNode } from 'react'
import { useStore } from 'zustand'

import type { Conversation } from '../../../domain/conversation.ts'
import type { ConversationId } from '../../../domain/ids.ts'
import type { Message } from '../../../domain/message.ts'
import { dayAndHour } from '../../../words/times.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { piecesAround } from './pieces-around.ts'
import { nameIn } from './use-chats.ts'

/** @param found the message to go to in it */
export type OpenChatHere = (id: ConversationId, found?: Message) => void

interface ListProps {
  readonly onOpen: OpenChatHere
}

/** What was found, newest first, with the words around it. */
export function FoundList({ onOpen }: ListProps) {
  const { say } = useWords()
  const search = useStore(useDesk().stores.chats, (state) => state.search)
  const isDone = search !== undefined && !search.busy
  return (
    <>
      <p role="status" className="quiet">
        {isDone ? say('chat.search.found', { count: search.found.length }) : say('chat.search.busy')}
      </p>
      <ul className="past-chats">
        {search?.found.map(({ message, conversation }) => (
          <li key={`${conversation.id} ${message.id}`}>
            <Item conversation={conversation} at={message.at} onOpen={(id) => onOpen(id, message)}>
              <Snippet message={message} wanted={search.text} />
            </Item>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Those that have ended, newest first. */
export function PastList({ onOpen }: ListProps) {
  const { say } = useWords()
  const { stores, chats } = useDesk()
  const past = useStore(stores.chats, (state) => state.past)
  const hasMore = useStore(stores.chats, (state) => state.hasMorePast)
  return (
    <section aria-labelledby="past-chats-heading">
      <h3 id="past-chats-heading">{say('chat.past')}</h3>
      {past.length === 0 && <p className="quiet">{say('chat.past.none')}</p>}
      <ul className="past-chats">
        {past.map((conversation) => (
          <li key={conversation.id}>
            <Item conversation={conversation} at={conversation.lastAt} onOpen={(id) => onOpen(id)}>
              {conversation.end && <span className="quiet">{say(`chat.over.${conversation.end}`)}</span>}
            </Item>
          </li>
        ))}
      </ul>
      {hasMore && (
        <CommandButton className="button" onPress={() => void chats.readMorePast()}>
          {say('chat.past.more')}
        </CommandButton>
      )}
    </section>
  )
}

interface ItemProps {
  readonly onOpen: (id: ConversationId) => void
  readonly conversation: Conversation
  readonly at: number
  readonly children: ReactNode
}

function Item({ conversation, at, onOpen, children }: ItemProps) {
  const { say, language } = useWords()
  return (
    <CommandButton className="button past-chat" onPress={() => onOpen(conversation.id)}>
      <span>
        <strong>{nameIn(say, conversation.customer, undefined)}</strong>{' '}
        <span className="quiet">
          {conversation.queue} · {dayAndHour(language, at)}
        </span>
      </span>
      {children}
    </CommandButton>
  )
}

/** The words that were looked for are marked; a mark is more than a colour. */
function Snippet({ message: { body }, wanted }: { message: Message; wanted: string }) {
  const text = body.kind === 'file' ? body.file.name : 'text' in body ? body.text : ''
  return (
    <span className="past-chat-words" dir="auto">
      {piecesAround(text, wanted).map(({ text: piece, isFound }, index) =>
        isFound ? <mark key={index}>{piece}</mark> : piece,
      )}
    </span>
  )
}
