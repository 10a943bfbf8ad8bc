import { useEffect, useMemo } from 'react'

import type { ConversationId } from '../../../domain/ids.ts'
import type { ChatDesk } from '../../../services/chats/chat-desk.ts'
import { useDesk } from '../desk-context.tsx'

/** Milliseconds without a key after which nobody writes any more (XEP-0085 §5.1 leaves it to the client). */
const pause = 5000

/** Tells the customer that somebody writes, once per burst of keys. */
export function useComposing(id: ConversationId) {
  const { chats } = useDesk()
  const composing = useMemo(() => createComposing(chats, id), [chats, id])
  useEffect(() => () => composing.stop(), [composing])
  return composing
}

function createComposing(chats: Pick<ChatDesk, 'composing'>, id: ConversationId) {
  let timer: ReturnType<typeof setTimeout> | undefined

  function stop(): void {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    chats.composing(id, false)
  }

  return {
    stop,
    typed(text: string): void {
      // A command is not for the customer.
      if (text === '' || text.startsWith('/')) {
        stop()
        return
      }
      if (timer === undefined) chats.composing(id, true)
      else clearTimeout(timer)
      timer = setTimeout(stop, pause)
    },
    /** The message itself says it (XEP-0085 §5.5). */
    sent(): void {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
