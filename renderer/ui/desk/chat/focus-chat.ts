/** Where the next message is written; there is one on the screen at a time. */
export const composerId = 'chat-composer'

/** Where the note about the chat is written. */
export const chatNoteId = 'chat-note'

/** Once it is on the screen: whoever goes to a chat goes there to write. */
export const focusOn = (id: string): void => void setTimeout(() => document.getElementById(id)?.focus())
