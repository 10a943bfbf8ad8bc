import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'

import type { OpenChat } from '../../../state/chat-store.ts'
import { useDesk } from '../desk-context.tsx'

/** Messages of one chat that the server does not have. */
export const unsentIn = ({ messages }: OpenChat): number =>
  messages.filter(({ delivery }) => delivery === 'waiting' || delivery === 'refused').length

/** Open chats in which something waits, or was refused. */
export const useUnsentChats = (): readonly OpenChat[] =>
  useStore(
    useDesk().stores.chats,
    useShallow(({ chats }) => [...chats.values()].filter((chat) => unsentIn(chat) > 0)),
  )
