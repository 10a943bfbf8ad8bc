import type { ClipboardEvent, DragEvent, KeyboardEvent, RefObject } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'

import { longestMessage } from '../../../domain/message.ts'
import { focusHome } from '../../frame/use-kept-focus.ts'
import { useWords } from '../../frame/words.tsx'
import { filesIn } from '../case/use-files.ts'
import { composerId } from './focus-chat.ts'

/** From so many characters on the screen says how many are left. */
const counted = longestMessage - 500

export interface MessageFieldProps {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly name: string
  readonly draft: string
  readonly fault: string | undefined
  /** The ids of the list that is open over the field, and of what the keys have reached in it. */
  readonly list: string | undefined
  readonly reached: string | undefined
  readonly onText: (text: string) => void
  readonly onFiles: (files: readonly File[]) => void
  readonly onKey: (event: KeyboardEvent) => void
}

/** The text of the next message; files can be pasted and dropped on it. */
export function MessageField(props: MessageFieldProps) {
  const { field, name, draft, fault, list, reached, onText, onFiles, onKey } = props
  const { say } = useWords()
  const take = (event: ClipboardEvent | DragEvent, data: DataTransfer): void => {
    const given = filesIn(data)
    if (given.length === 0) return
    event.preventDefault()
    onFiles(given)
  }
  return (
    <TextField className="field" value={draft} onChange={onText} isInvalid={fault !== undefined}>
      <Label>{say('composer.label', { name })}</Label>
      <TextArea
        ref={field}
        id={composerId}
        rows={2}
        aria-autocomplete="list"
        {...(list !== undefined && { 'aria-controls': list })}
        {...(reached !== undefined && { 'aria-activedescendant': reached })}
        onPaste={(event) => take(event, event.clipboardData)}
        onDragOver={(event) => {
          if (event.dataTransfer.types.includes('Files')) event.preventDefault()
        }}
        onDrop={(event) => take(event, event.dataTransfer)}
        onKeyDown={onKey}
        {...focusHome}
      />
      {fault === undefined && (
        <Text slot="description">
          {draft.length > counted
            ? say('composer.left', { count: longestMessage - draft.length })
            : say('composer.hint')}
        </Text>
      )}
      <FieldError>{fault}</FieldError>
    </TextField>
  )
}
