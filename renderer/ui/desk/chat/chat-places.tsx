import { createContext, useCallback, useContext, useMemo, useState } from 'react'
import type { ReactNode } from 'react'

import type { ConversationId, MessageId } from '../../../domain/ids.ts'

/** What stands open under the head of a chat. */
export type Beside = 'hand-on' | 'report'

/** What is filled in there and not handed in: it is there again when the agent has been in another chat meanwhile. */
export interface BesideDraft {
  readonly text: string
  readonly isTicked: boolean
  readonly chosen: string | undefined
}

const empty: BesideDraft = { text: '', isTicked: false, chosen: undefined }

/** What is open around the chats, for buttons, keys and `/` commands alike. */
export interface ChatPlaces {
  readonly beside: (id: ConversationId) => Beside | undefined
  /** The same once more closes it. */
  readonly toggle: (id: ConversationId, what: Beside | undefined) => void
  readonly draft: (id: ConversationId, what: Beside) => BesideDraft
  /** `undefined` when it was handed in. */
  readonly fillIn: (id: ConversationId, what: Beside, change: Partial<BesideDraft> | undefined) => void
  readonly isNoteOpen: (id: ConversationId) => boolean
  readonly openNote: (id: ConversationId, open: boolean) => void
  /** Opens the search in all chats. */
  readonly find: () => void
  /** Brings a message that stands in a chat before the eyes, with the focus on it. */
  readonly seek: (id: ConversationId, message: MessageId) => void
  /** The message that is to be brought there. */
  readonly sought: (id: ConversationId) => MessageId | undefined
  readonly reached: () => void
}

const Context = createContext<ChatPlaces | undefined>(undefined)

const noneOpen: ReadonlySet<ConversationId> = new Set()

export function ChatPlacesProvider({ onFind, children }: { onFind: () => void; children: ReactNode }) {
  const [open, setOpen] = useState<{ readonly id: ConversationId; readonly what: Beside }>()
  const [drafts, setDrafts] = useState<ReadonlyMap<string, BesideDraft>>(new Map())
  const [notes, setNotes] = useState(noneOpen)
  const [sought, setSought] = useState<{ readonly id: ConversationId; readonly message: MessageId }>()
  const toggle = useCallback((id: ConversationId, what: Beside | undefined): void => {
    setOpen((before) =>
      what === undefined || (before?.id === id && before.what === what) ? undefined : { id, what },
    )
  }, [])
  const openNote = useCallback((id: ConversationId, isOpen: boolean): void => {
    setNotes((before) => new Set([...[...before].filter((one) => one !== id), ...(isOpen ? [id] : [])]))
  }, [])
  const fillIn: ChatPlaces['fillIn'] = useCallback((id, what, change) => {
    const key = `${what} ${id}`
    setDrafts((before) =>
      new Map(before).set(key, change ? { ...(before.get(key) ?? empty), ...change } : empty),
    )
  }, [])
  const places = useMemo(
    (): ChatPlaces => ({
      beside: (id) => (open?.id === id ? open.what : undefined),
      toggle,
      draft: (id, what) => drafts.get(`${what} ${id}`) ?? empty,
      fillIn,
      isNoteOpen: (id) => notes.has(id),
      openNote,
      find: onFind,
      seek: (id, message) => setSought({ id, message }),
      sought: (id) => (sought?.id === id ? sought.message : undefined),
      reached: () => setSought(undefined),
    }),
    [open, drafts, notes, sought, toggle, fillIn, openNote, onFind],
  )
  return <Context value={places}>{children}</Context>
}

export function useChatPlaces(): ChatPlaces {
  const places = useContext(Context)
  if (!places) throw new Error('useChatPlaces is for components inside the desk')
  return places
}
