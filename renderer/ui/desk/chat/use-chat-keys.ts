import { useEffect } from 'react'
import { useStore } from 'zustand'

import type { ConversationId } from '../../../domain/ids.ts'
import type { ChatState } from '../../../state/chat-store.ts'
import type { Say } from '../../../words/say.ts'
import { useCasesPage } from '../cases/cases-page.tsx'
import { useDesk } from '../desk-context.tsx'
import { isMac } from '../shortcuts.ts'
import { composerId, focusOn } from './focus-chat.ts'

/** So many chats have a key of their own. */
const numbered = 9

/** As assistive technology is told it; on a Mac with the command key, since Control and a digit belong to the system there. */
export const chatNumberKey = (number: number): string => `${isMac() ? 'Meta' : 'Control'}+${String(number)}`

/** All of them, as they stand on the keyboard. */
export const shownNumberKeys = (say: Say): string =>
  `${isMac() ? '⌘' : `${say('keys.control')}+`}1…${String(numbered)}`

/** In the order in which they were taken: by need, a number would mean another chat every minute. */
const inOrder = ({ chats }: ChatState): readonly ConversationId[] => [...chats.keys()].slice(0, numbered)

/** The chat's number for its key, from 1. */
export function useChatNumber(id: ConversationId): number | undefined {
  const at = useStore(useDesk().stores.chats, (state) => inOrder(state).indexOf(id))
  return at < 0 ? undefined : at + 1
}

type Pressed = Pick<KeyboardEvent, 'code' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat'>

/** By the key's place: with some keyboards a digit needs Shift (W3C UI Events `code`). */
function numberOf({ code, shiftKey, ctrlKey, altKey, metaKey, repeat }: Pressed): number | undefined {
  const [control, other] = isMac() ? [metaKey, ctrlKey] : [ctrlKey, metaKey]
  // Control with Alt is AltGr, which types a character.
  if (!control || other || shiftKey || altKey || repeat) return undefined
  const digit = /^Digit([1-9])$/.exec(code)?.[1]
  return digit === undefined ? undefined : Number(digit)
}

/** Control and a digit go to the chat of that number, wherever the cursor is. */
export function useChatKeys(): void {
  const { stores, chats } = useDesk()
  const { show } = useCasesPage()
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const number = numberOf(event)
      const id = number === undefined ? undefined : inOrder(stores.chats.getState())[number - 1]
      if (!id) return
      event.preventDefault()
      show(false)
      chats.show(id)
      focusOn(composerId)
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [stores, chats, show])
}
