import { useMemo } from 'react'

import { chatsByNeed } from '../../../state/chat-store.ts'
import { useCasesPage } from '../cases/cases-page.tsx'
import { useDesk } from '../desk-context.tsx'
import { composerId, focusOn } from './focus-chat.ts'
import { useAcceptChat } from './use-accept-chat.ts'

/** What the keys for chats do; nothing where there are none. */
export function useChatCommandKeys(findChat: () => void) {
  const { stores, chats } = useDesk()
  const { show } = useCasesPage()
  const accept = useAcceptChat()
  return useMemo(
    () => ({
      /** The oldest chat that is offered. */
      accept: (): boolean => {
        const [offer] = stores.chats.getState().offers
        if (offer) void accept(offer)
        return offer !== undefined
      },
      nextChat: (): boolean => {
        if (chatsByNeed(stores.chats.getState()).length === 0) return false
        show(false)
        chats.showNeediest()
        focusOn(composerId)
        return true
      },
      findChat: (): boolean => {
        if (!stores.chats.getState().site) return false
        findChat()
        return true
      },
    }),
    [stores, chats, accept, show, findChat],
  )
}
