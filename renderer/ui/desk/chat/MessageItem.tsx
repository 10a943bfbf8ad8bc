import { Check, CheckCheck, Clock3, Eye, RotateCcw, TriangleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'

import type { ChatRole } from '../../../domain/conversation.ts'
import type { Delivery, Message } from '../../../domain/message.ts'
import { unreachable } from '../../../domain/unreachable.ts'
import type { Say } from '../../../words/say.ts'
import { shortTime } from '../../../words/times.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { MoodFlag } from '../mood/MoodFlag.tsx'
import { useGoneTo, useMoodKey } from '../mood/use-mood-key.ts'
import { goToMessage } from './focus-chat.ts'
import { FileCard } from './FileCard.tsx'
import { MessageText } from './MessageText.tsx'
import { shownName } from './shown-name.ts'
import { useMessageMood } from './use-message-mood.ts'

const deliveryIcons = {
  waiting: Clock3,
  sent: Check,
  delivered: CheckCheck,
  read: Eye,
  refused: TriangleAlert,
} as const satisfies Record<Delivery, unknown>

export interface MessageItemProps {
  readonly message: Message
  /** The writer's name stands above the first of several messages in a row. */
  readonly named: boolean
  /** The newest of the agent's own says how far it has come; older ones only where something is wrong. */
  readonly told: boolean
  /** It was looked for, and takes the focus; told when it has it. */
  readonly onSought: (() => void) | undefined
}

/** One message: who, what, when, and for the agent's own how far it has come. */
export function MessageItem({ message, named, told, onSought }: MessageItemProps) {
  const { say, language } = useWords()
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (!onSought || !item.current) return
    goToMessage(item.current)
    onSought()
  }, [onSought])
  const moodOf = useMessageMood(message)
  useMoodKey(item, moodOf)
  const asked = useGoneTo(item)
  const { from, at, body, delivery } = message
  const shows = delivery !== undefined && (told || delivery === 'waiting' || delivery === 'refused')
  return (
    <li
      ref={item}
      className={`message ${from.role} ${body.kind}`}
      {...(moodOf && { tabIndex: -1, 'data-said': message.id })}
    >
      <p className={named ? 'message-who' : 'visually-hidden'}>
        <strong>{writerName(say, from)}</strong>{' '}
        <span className="quiet">{shortTime(language, at, { now: at })}</span>
      </p>
      <Body message={message} />
      {moodOf && <MoodFlag {...moodOf} asked={asked} />}
      {shows && <Standing message={message} delivery={delivery} />}
    </li>
  )
}

function writerName(say: Say, from: { readonly role: ChatRole; readonly name: string }): string {
  const { role } = from
  const name = shownName(from.name) ?? say('chat.customer.unnamed')
  switch (role) {
    case 'me':
      return say('transcript.you')
    case 'customer':
      return name
    case 'centre':
      return say('transcript.centre')
    case 'bot':
      return say('transcript.bot', { name })
    case 'colleague':
      return say('transcript.colleague', { name })
    case 'lead':
      return say('transcript.lead', { name })
    default:
      return unreachable(role)
  }
}

function Body({ message }: { message: Message }) {
  const { say } = useWords()
  const { body, from } = message
  switch (body.kind) {
    case 'text':
    case 'notice':
      return <MessageText text={body.text} />
    case 'left-out':
      return <p className="message-text quiet">{say(`message.${body.why}`)}</p>
    case 'file':
      return <FileCard file={body.file} isOwn={from.role === 'me'} />
    default:
      return unreachable(body)
  }
}

function Standing({ message, delivery }: { message: Message; delivery: Delivery }) {
  const { say } = useWords()
  const { chats, stores } = useDesk()
  const goesOn = useStore(
    stores.chats,
    (state) => (state.chats.get(message.conversation)?.state ?? 'ended') !== 'ended',
  )
  const Icon = deliveryIcons[delivery]
  return (
    // Not read out each time: the log would say it of every message; what was refused the announcer says.
    <p className={`message-standing ${delivery}`} aria-live="off">
      <Icon aria-hidden />
      {say(`message.${delivery}`)}
      {delivery === 'refused' && goesOn && (
        <CommandButton
          className="button quiet"
          onPress={() => void chats.sendAgain(message.conversation, message.id)}
        >
          <RotateCcw aria-hidden />
          {say('message.again')}
        </CommandButton>
      )}
    </p>
  )
}
