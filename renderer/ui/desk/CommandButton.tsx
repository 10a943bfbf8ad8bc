import { useId } from 'react'
import type { ReactNode, Ref } from 'react'
import { Button } from 'react-aria-components/Button'
import type { ButtonProps } from 'react-aria-components/Button'

import { shortcuts } from './shortcuts.ts'
import type { Command } from './shortcuts.ts'

export interface CommandButtonProps extends Omit<ButtonProps, 'children' | 'render'> {
  /** The key that does the same; shown beside the words. */
  readonly command?: Command | undefined
  /** Why it cannot be pressed now, or what it will do; for whoever cannot see the rest of the screen. */
  readonly description?: string | undefined
  /** Whom it is about, where several buttons have the same words: in the name, and not on the screen. */
  readonly about?: string | undefined
  readonly ref?: Ref<HTMLButtonElement>
  readonly children: ReactNode
}

/** A button with its key. React Aria's own passes neither `aria-keyshortcuts` nor a description's words on. */
export function CommandButton({ command, description, about, children, ...rest }: CommandButtonProps) {
  const key = command && shortcuts[command]
  const id = useId()
  return (
    <Button
      {...rest}
      {...(description !== undefined && { 'aria-describedby': id })}
      render={(props) => <button {...props} aria-keyshortcuts={key} />}
    >
      {children}
      {about !== undefined && (
        <>
          {' '}
          <span className="visually-hidden">– {about}</span>
        </>
      )}
      {/* Told by aria-keyshortcuts; in the name it would be read each time. */}
      {key && <kbd aria-hidden>{key}</kbd>}
      {description !== undefined && (
        <span id={id} hidden>
          {description}
        </span>
      )}
    </Button>
  )
}
