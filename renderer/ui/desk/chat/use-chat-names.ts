import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'

import type { ConversationId } from '../../../domain/ids.ts'
import { useDesk } from '../desk-context.tsx'
import { shownName } from './shown-name.ts'

export type ChatNames = Readonly<Partial<Record<ConversationId, string>>>

/** What customers of chats call themselves, for records of people whom the desk does not know. */
export const useChatNames = (): ChatNames =>
  useStore(
    useDesk().stores.chats,
    useShallow(({ chats, past }): ChatNames =>
      Object.fromEntries(
        [...past, ...[...chats.values()].map(({ conversation }) => conversation)].flatMap(
          ({ id, customer }) => {
            const name = shownName(customer.name)
            return name === undefined ? [] : [[id, name]]
          },
        ),
      ),
    ),
  )
