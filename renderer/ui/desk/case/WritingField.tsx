import type { ClipboardEvent, DragEvent, KeyboardEvent } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'

import { filesIn } from './use-files.ts'
import type { Files } from './use-files.ts'

export interface WritingFieldProps {
  readonly label: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly files: Files
  readonly onHandIn: () => void
  readonly hint?: string | undefined
  /** What is wrong with it. */
  readonly fault?: string | undefined
}

/** A long text with files: paste and drop attach them, and Ctrl+Enter hands in. */
export function WritingField({ label, text, onText, files, onHandIn, hint, fault }: WritingFieldProps) {
  const take = (event: ClipboardEvent | DragEvent, data: DataTransfer): void => {
    const found = filesIn(data)
    if (found.length === 0) return
    event.preventDefault()
    void files.add(found)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return
    event.preventDefault()
    onHandIn()
  }
  return (
    <TextField className="field" value={text} onChange={onText} isInvalid={fault !== undefined}>
      <Label>{label}</Label>
      <TextArea
        rows={5}
        onPaste={(event) => take(event, event.clipboardData)}
        onDragOver={(event) => {
          if (event.dataTransfer.types.includes('Files')) event.preventDefault()
        }}
        onDrop={(event) => take(event, event.dataTransfer)}
        onKeyDown={onKeyDown}
      />
      {hint !== undefined && <Text slot="description">{hint}</Text>}
      <FieldError>{fault}</FieldError>
    </TextField>
  )
}
