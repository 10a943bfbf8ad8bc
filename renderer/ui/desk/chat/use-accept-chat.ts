import { useCallback } from 'react'

import type { ChatOffer } from '../../../domain/conversation.ts'
import { takenCall } from '../../../state/call-store.ts'
import { pageInHand } from '../../../state/work-store.ts'
import { useDesk } from '../desk-context.tsx'
import { composerId, focusOn } from './focus-chat.ts'

/**
 * Accepts an offer, and goes there to write. Whoever talks, or has begun a sentence in another chat, is left where they
 * are: half of that sentence must not reach somebody else. Then the chat waits in the rail.
 */
export function useAcceptChat(): (offer: ChatOffer) => Promise<void> {
  const { stores, chats } = useDesk()
  return useCallback(
    async ({ id, conversation }) => {
      await chats.accept(id)
      const shown = pageInHand(stores.work.getState())?.interaction.conversation
      const draft = shown && stores.chats.getState().chats.get(shown)?.draft.trim()
      if (takenCall(stores.calls.getState()) || (draft && shown !== conversation)) return
      chats.show(conversation)
      focusOn(composerId)
    },
    [stores, chats],
  )
}
