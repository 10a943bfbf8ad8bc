import { useRef } from 'react'
import { useStore } from 'zustand'

import { awaitedAnswer } from '../../../domain/answer-clock.ts'
import type { OpenChat } from '../../../state/chat-store.ts'
import { focusHome } from '../../frame/use-kept-focus.ts'
import { useWords } from '../../frame/words.tsx'
import { Clock } from '../Clock.tsx'
import { useDesk } from '../desk-context.tsx'
import { MoodInHand } from '../mood/MoodOfInteraction.tsx'
import { useFocusIfLost } from '../use-focus-if-lost.ts'
import { useNow } from '../use-now.tsx'
import { ChatControls } from './ChatControls.tsx'
import { useChatPlaces } from './chat-places.tsx'
import { HandOnForm } from './HandOnForm.tsx'
import { ReportForm } from './ReportForm.tsx'
import { shownName } from './shown-name.ts'
import { useChatName } from './use-chats.ts'

/** Who is in hand, whose turn it is, and what can be done with the chat: always in the same place. */
export function ChatHead({ chat }: { chat: OpenChat }) {
  const { say } = useWords()
  const places = useChatPlaces()
  const heading = useRef<HTMLHeadingElement>(null)
  const { conversation, state } = chat
  const ended = state === 'ended'
  const nowhere = useRef<HTMLHeadingElement>(null)
  // Where the work goes on when the field in which somebody wrote has gone with the chat.
  useFocusIfLost(ended ? heading : nowhere, ended)
  const beside = ended ? undefined : places.beside(conversation.id)
  const close = (): void => places.toggle(conversation.id, undefined)
  return (
    <section className={`call-bar chat-bar ${state}`} aria-labelledby="chat-name">
      <div className="call-who">
        <h1 id="chat-name" ref={heading} tabIndex={-1} {...(ended && focusHome)}>
          {useChatName(chat, say)}
        </h1>
        <p>
          <span className="call-state">{say(`chat.state.${state}`)}</span>
          <span className="tag">{say('offer.queue', { queue: conversation.queue })}</span>
          <Turn chat={chat} />
          <MoodInHand />
        </p>
        <Others chat={chat} />
      </div>
      {!ended && <ChatControls chat={chat} />}
      {beside === 'hand-on' && <HandOnForm chat={chat} onClose={close} />}
      {beside === 'report' && <ReportForm chat={chat} onClose={close} />}
    </section>
  )
}

/** Whose turn it is, and how long there is to answer. */
function Turn({ chat: { conversation } }: { chat: OpenChat }) {
  const { say } = useWords()
  const site = useStore(useDesk().stores.chats, (state) => state.site)
  const now = useNow()
  const awaited = site && awaitedAnswer(conversation, site)
  if (conversation.end) return <span>{say(`chat.over.${conversation.end}`)}</span>
  if (!awaited) return <span className="quiet">{say('chat.rail.their-turn')}</span>
  const words = say(`chat.rail.waits.${awaited.which}`)
  return (
    <span>
      {words} <Clock since={awaited.since} label={words} />
      {now > awaited.dueAt && <strong className="overdue-word"> {say('chat.rail.overdue')}</strong>}
    </span>
  )
}

/** Who else is there: a customer who has gone, colleagues, a bot. */
function Others({ chat: { participants, state, handingTo } }: { chat: OpenChat }) {
  const { say } = useWords()
  const here = participants.filter(({ present }) => present)
  const names = here
    .filter(({ role }) => role !== 'customer' && role !== 'me' && role !== 'centre')
    .map(({ name }) => shownName(name) ?? say('chat.customer.unnamed'))
  // Before the room has told who is in it, nobody is missing.
  const customerGone =
    state === 'open' && participants.length > 0 && !here.some(({ role }) => role === 'customer')
  if (names.length === 0 && !customerGone && handingTo === undefined) return null
  return (
    <p className="chat-others">
      {names.length > 0 && <span>{say('chat.with', { names: names.join(', ') })}</span>}
      {customerGone && <span className="tag warn">{say('chat.customer-gone')}</span>}
      {handingTo !== undefined && (
        <span className="tag">
          {say('chat.handing-to', { name: handingTo === '' ? say('chat.handing-to.leads') : handingTo })}
        </span>
      )}
    </p>
  )
}
