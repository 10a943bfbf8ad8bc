import { createContext, useCallback, useContext, useMemo, useState } from 'react'
import type { ReactNode } from 'react'

import type { ConversationId } from '../../../domain/ids.ts'

/** What stands open under the head of a chat. */
export type Beside = 'hand-on' | 'report'

/** What is open around the chats, for buttons, keys and `/` commands alike. */
export interface ChatPlaces {
  readonly beside: (id: ConversationId) => Beside | undefined
  /** The same once more closes it. */
  readonly toggle: (id: ConversationId, what: Beside | undefined) => void
  readonly isNoteOpen: (id: ConversationId) => boolean
  readonly openNote: (id: ConversationId, open: boolean) => void
  /** Opens the search in all chats. */
  readonly find: () => void
}

const Context = createContext<ChatPlaces | undefined>(undefined)

const noneOpen: ReadonlySet<ConversationId> = new Set()

export function ChatPlacesProvider({ onFind, children }: { onFind: () => void; children: ReactNode }) {
  const [open, setOpen] = useState<{ readonly id: ConversationId; readonly what: Beside }>()
  const [notes, setNotes] = useState(noneOpen)
  const toggle = useCallback((id: ConversationId, what: Beside | undefined): void => {
    setOpen((before) =>
      what === undefined || (before?.id === id && before.what === what) ? undefined : { id, what },
    )
  }, [])
  const openNote = useCallback((id: ConversationId, isOpen: boolean): void => {
    setNotes((before) => new Set([...[...before].filter((one) => one !== id), ...(isOpen ? [id] : [])]))
  }, [])
  const places = useMemo(
    (): ChatPlaces => ({
      beside: (id) => (open?.id === id ? open.what : undefined),
      toggle,
      isNoteOpen: (id) => notes.has(id),
      openNote,
      find: onFind,
    }),
    [open, notes, toggle, openNote, onFind],
  )
  return <Context value={places}>{children}</Context>
}

export function useChatPlaces(): ChatPlaces {
  const places = useContext(Context)
  if (!places) throw new Error('useChatPlaces is for components inside the desk')
  return places
}
