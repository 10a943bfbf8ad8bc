import { useEffect } from 'react'

import type { Say } from '../../words/say.ts'

/**
 * Every key of the desk. Function keys: no text field uses them, and no screen reader has a command on them alone.
 * F5 to F7 and from F10 on belong to the system, the window and assistive technology. With Shift stands only what does
 * no harm when Shift was missed. Control+K and Control+Z are what other programs have for the same, and Control+E stands
 * for writing, Control+G for guides, Control+I for information, Control+U for
 * users of the service; on a Mac they are the command key's, since Control+K deletes to the end of a line there.
 */
export const shortcuts = {
  list: 'F1',
  answer: 'F2',
  hangUp: 'Shift+F2',
  dial: 'F3',
  hold: 'F4',
  mute: 'F8',
  swap: 'F9',
  nextChat: 'Shift+F1',
  cases: 'Shift+F3',
  find: 'Control+K',
  write: 'Control+E',
  undo: 'Control+Z',
  findChat: 'Control+Shift+K',
  guide: 'Control+G',
  articles: 'Control+I',
  customers: 'Control+U',
} as const

export type Command = keyof typeof shortcuts

export const commands = Object.keys(shortcuts) as Command[]

/** Those of no use where the centre has no case system. */
export const caseCommands: readonly Command[] = ['cases', 'find', 'write', 'undo']

/** Those of no use where the centre has no chats. */
export const chatCommands: readonly Command[] = ['nextChat', 'findChat']

/** Those of no use where the centre has no knowledge packs. */
export const knowledgeCommands: readonly Command[] = ['guide', 'articles']

export const isMac = (): boolean => /^Mac/.test(navigator.platform)

/** As assistive technology is told it (`aria-keyshortcuts`). */
export const spokenKey = (command: Command): string =>
  isMac() ? shortcuts[command].replace('Control', 'Meta') : shortcuts[command]

/** As it stands on the keyboard. */
export const shownKey = (say: Say, command: Command): string =>
  shortcuts[command]
    .replace('Shift', say('keys.shift'))
    .replace(isMac() ? 'Control+' : 'Control', isMac() ? '⌘' : say('keys.control'))

/** What each key does now. `false` when there is nothing to do: then the key is left alone. */
export type Commands = Readonly<Record<Command, () => boolean>>

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat'>

/** The command of a key as it is pressed; holding it down gives no second one. */
export function commandOf(pressed: Pressed): Command | undefined {
  const [control, other] = isMac() ? [pressed.metaKey, pressed.ctrlKey] : [pressed.ctrlKey, pressed.metaKey]
  if (pressed.repeat || pressed.altKey || other) return undefined
  // A letter, whether Caps Lock is on or not.
  const key = pressed.key.length === 1 ? pressed.key.toUpperCase() : pressed.key
  const name = [...(control ? ['Control'] : []), ...(pressed.shiftKey ? ['Shift'] : []), key].join('+')
  return commands.find((command) => shortcuts[command] === name)
}

/** They take the cursor away, and so wait until a menu or a list that is open has closed. A ring waits for nothing. */
const movingCursor: readonly Command[] = [
  ...(['list', 'dial', 'cases', 'find', 'write', 'findChat'] as const),
  ...(['guide', 'articles', 'customers'] as const),
]

/** What opens over the desk and has the cursor. A suggestion list in the page has not: the focus stays in its field. */
const openOver = '[role="menu"], [role="listbox"]'

/** Where text is typed; its own undoing comes first there. */
const textField = 'textarea, input:not([type=checkbox], [type=radio]), [contenteditable]'

const isIn = (target: EventTarget | null, places: string): boolean =>
  target instanceof Element && target.closest(places) !== null

const isLeftAlone = (command: Command, target: EventTarget | null): boolean =>
  (movingCursor.includes(command) && isIn(target, openOver)) ||
  (command === 'undo' && isIn(target, textField))

/** Runs the commands wherever the focus is. */
export function useShortcuts(run: Commands): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const command = commandOf(event)
      if (!command || isLeftAlone(command, event.target)) return
      if (run[command]()) event.preventDefault()
    }
    // On the way down: a component that handles a key of its own stops it on the way up.
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [run])
}
