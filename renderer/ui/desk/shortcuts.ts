import { useEffect } from 'react'

import type { Say } from '../../words/say.ts'

/**
 * Every key of the desk. Function keys: no text field uses them, and no screen reader has a command on them alone.
 * F5 to F7 and from F10 on belong to the system, the window and assistive technology.
 */
export const shortcuts = {
  list: 'F1',
  answer: 'F2',
  hangUp: 'Shift+F2',
  dial: 'F3',
  hold: 'F4',
  mute: 'F8',
  swap: 'F9',
} as const

export type Command = keyof typeof shortcuts

export const commands = Object.keys(shortcuts) as Command[]

/** As it stands on the keyboard. */
export const shownKey = (say: Say, command: Command): string =>
  shortcuts[command].replace('Shift', say('keys.shift'))

/** What each key does now. `false` when there is nothing to do: then the key is left alone. */
export type Commands = Readonly<Record<Command, () => boolean>>

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat'>

/** The command of a key as it is pressed; holding it down gives no second one. */
export function commandOf(pressed: Pressed): Command | undefined {
  if (pressed.repeat || pressed.ctrlKey || pressed.altKey || pressed.metaKey) return undefined
  const key = pressed.shiftKey ? `Shift+${pressed.key}` : pressed.key
  return commands.find((command) => shortcuts[command] === key)
}

/** They take the cursor away, and so wait until a menu or a list that is open has closed. A ring waits for nothing. */
const movingCursor: readonly Command[] = ['list', 'dial']

/** What opens over the desk and has the cursor. A suggestion list in the page has not: the focus stays in its field. */
const openOver = '[role="menu"], [role="listbox"]'

const isInMenu = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(openOver) !== null

/** Runs the commands wherever the focus is. */
export function useShortcuts(run: Commands): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const command = commandOf(event)
      if (!command || (movingCursor.includes(command) && isInMenu(event.target))) return
      if (run[command]()) event.preventDefault()
    }
    // On the way down: a component that handles a key of its own stops it on the way up.
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [run])
}
