import { memo } from 'react'

import type { MessageId } from '../../../domain/ids.ts'
import type { Message } from '../../../domain/message.ts'
import { locales } from '../../../words/locales.ts'
import { useWords } from '../../frame/words.tsx'
import { MessageItem } from './MessageItem.tsx'
import type { MessageItemProps } from './MessageItem.tsx'

/** Milliseconds within which somebody who writes again need not be named again. */
const sameBreath = 300_000

export interface MessagesProps {
  readonly messages: readonly Message[]
  /** One of them, that was looked for and is to have the focus. */
  readonly sought: MessageId | undefined
  readonly onReached: () => void
}

/** Messages by day and by writer, oldest first. */
export function Messages({ messages, sought, onReached }: MessagesProps) {
  const { language } = useWords()
  const dayName = new Intl.DateTimeFormat(locales[language], { dateStyle: 'full' })
  const lastOwn = messages.findLast(({ delivery }) => delivery !== undefined)
  return (
    <ol className="messages">
      {messages.map((message, index) => {
        const before = messages[index - 1]
        const isNewDay = !before || dayOf(before) !== dayOf(message)
        return (
          <MessageOfDay
            key={message.id}
            day={isNewDay ? dayName.format(message.at) : undefined}
            message={message}
            named={isNewDay || !isSameWriter(before, message)}
            told={message === lastOwn}
            onSought={message.id === sought ? onReached : undefined}
          />
        )
      })}
    </ol>
  )
}

interface MessageOfDayProps extends MessageItemProps {
  readonly day: string | undefined
}

/** Painted again only when it has changed: a new message leaves the hundreds before it alone. */
const MessageOfDay = memo(function MessageOfDay({ day, ...item }: MessageOfDayProps) {
  return (
    <>
      {day !== undefined && <li className="message-day">{day}</li>}
      <MessageItem {...item} />
    </>
  )
})

const dayOf = ({ at }: Message): string => new Date(at).toDateString()

const isSameWriter = (a: Message, b: Message): boolean =>
  a.from.role === b.from.role && a.from.name === b.from.name && b.at - a.at < sameBreath
