import { useState } from 'react'
import { useStore } from 'zustand'

import { pageInHand } from '../../../state/work-store.ts'
import { useChatInHand } from '../chat/use-chats.ts'
import { useDesk } from '../desk-context.tsx'

/** The way from an article into the message that is being written; none where no chat goes on. */
export function useInsert(pack: string, article: string) {
  const { stores, guides } = useDesk()
  const shown = useStore(stores.work, (state) => pageInHand(state)?.interaction.id)
  const goesOn = useChatInHand()?.state
  const [isInserted, setInserted] = useState(false)
  const insert = (excerpt: string | undefined): void => {
    if (shown === undefined) return
    void guides.insert(shown, { pack, article, excerpt }).then(() => setInserted(true))
  }
  const isOpen = goesOn !== undefined && goesOn !== 'ended'
  return { insert: isOpen && shown !== undefined ? insert : undefined, isInserted }
}
