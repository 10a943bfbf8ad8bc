import { useId } from 'react'
import type { ReactNode, Ref } from 'react'
import { Button } from 'react-aria-components/Button'
import type { ButtonProps } from 'react-aria-components/Button'

import { useWords } from '../frame/words.tsx'
import { shownKey, spokenKey } from './shortcuts.ts'
import type { Command } from './shortcuts.ts'

export interface CommandButtonProps extends Omit<ButtonProps, 'children' | 'render' | 'isDisabled'> {
  /** The key that does the same; shown beside the words. */
  readonly command?: Command | undefined
  /** What it will do; for whoever cannot see the rest of the screen. */
  readonly description?: string | undefined
  /** Why it does nothing now. It can still be reached and read: a button that nobody can ask tells nobody why. */
  readonly unavailable?: string | undefined
  /** Whom it is about, where several buttons have the same words: in the name, and not on the screen. */
  readonly about?: string | undefined
  readonly ref?: Ref<HTMLButtonElement>
  readonly children: ReactNode
}

/** A button with its key. React Aria's own passes neither `aria-keyshortcuts` nor a description's words on. */
export function CommandButton(props: CommandButtonProps) {
  const { command, unavailable, description = unavailable, about, children, onPress, ...rest } = props
  const { say } = useWords()
  const id = useId()
  const isUnavailable = unavailable !== undefined
  const told = {
    ...(command && { 'aria-keyshortcuts': spokenKey(command) }),
    ...(isUnavailable && { 'aria-disabled': true, 'data-disabled': true, title: unavailable }),
  }
  return (
    <Button
      {...rest}
      {...(description !== undefined && { 'aria-describedby': id })}
      {...(!isUnavailable && onPress && { onPress })}
      render={(button) => <button {...button} {...told} />}
    >
      {children}
      {about !== undefined && (
        <>
          {' '}
          <span className="visually-hidden">– {about}</span>
        </>
      )}
      {/* Told by aria-keyshortcuts; in the name it would be read each time. */}
      {command && <kbd aria-hidden>{shownKey(say, command)}</kbd>}
      {description !== undefined && (
        <span id={id} hidden>
          {description}
        </span>
      )}
    </Button>
  )
}
