import { useCallback } from 'react'

import type { ConversationId } from '../../../domain/ids.ts'
import { unreachable } from '../../../domain/unreachable.ts'
import { useDesk } from '../desk-context.tsx'
import { useChatPlaces } from './chat-places.tsx'
import { chatNoteId, composerId, focusOn } from './focus-chat.ts'
import type { ChatCommand } from './quick-choices.ts'

/** What a `/` command does: the same as its button or its key. */
export function useChatCommands(id: ConversationId): (command: ChatCommand) => void {
  const { chats } = useDesk()
  const places = useChatPlaces()
  return useCallback(
    (command) => {
      switch (command) {
        case 'call':
          void chats.call(id)
          break
        case 'end':
          void chats.end(id)
          break
        case 'next':
          chats.showNeediest()
          focusOn(composerId)
          break
        case 'hand':
          places.toggle(id, 'hand-on')
          break
        case 'note':
          places.openNote(id, true)
          focusOn(chatNoteId)
          break
        case 'find':
          places.find()
          break
        default:
          unreachable(command)
      }
    },
    [chats, places, id],
  )
}
