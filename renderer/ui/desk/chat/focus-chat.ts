/** Where the next message is written; there is one on the screen at a time. */
export const composerId = 'chat-composer'

/** Where what is looked for in all chats is written. */
export const chatSearchId = 'chat-search'

/** Where the note about the chat is written. */
export const chatNoteId = 'chat-note'

/** A message that was looked for: it can have the focus for as long as it is read. */
export function goToMessage(element: HTMLElement): void {
  if (!element.hasAttribute('tabindex')) {
    element.tabIndex = -1
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true })
  }
  element.scrollIntoView({ block: 'center' })
  element.focus({ preventScroll: true })
}

/** Once it is on the screen: whoever goes to a chat goes there to write. */
export const focusOn = (id: string): void => void setTimeout(() => document.getElementById(id)?.focus())
