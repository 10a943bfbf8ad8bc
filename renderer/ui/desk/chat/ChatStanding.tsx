import { CircleSlash, MessagesSquare } from 'lucide-react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'

import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useHasChats } from './use-chats.ts'

export interface ChatStandingProps {
  readonly isOpen: boolean
  readonly onPress: () => void
}

/** How many chats of how many, and whether new ones come; behind it the search and the earlier chats. */
export function ChatStanding({ isOpen, onPress }: ChatStandingProps) {
  const { say } = useWords()
  const { takes, most, count, comes } = useStore(
    useDesk().stores.chats,
    useShallow(({ standing, chats, queueIsThere, link }) => ({
      ...standing,
      count: [...chats.values()].filter(({ state }) => state !== 'ended').length,
      // What is offline is said beside the link.
      comes: (standing.takes && queueIsThere) || link.kind !== 'up',
    })),
  )
  if (!useHasChats()) return null
  return (
    <CommandButton className="button chat-standing" aria-expanded={isOpen} onPress={onPress}>
      <MessagesSquare aria-hidden />
      {takes ? say('chat.standing', { count, most }) : say('chat.standing.count', { count })}
      {!comes && (
        <span className="tag">
          <CircleSlash aria-hidden />
          {say('chat.standing.away')}
        </span>
      )}
    </CommandButton>
  )
}
