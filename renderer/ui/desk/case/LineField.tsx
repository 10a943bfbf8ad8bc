import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'

export interface LineFieldProps {
  readonly label: string
  readonly text: string
  readonly onText: (text: string) => void
  /** Several lines: one for each value. */
  readonly lines?: boolean
  readonly hint?: string
  readonly type?: string
  readonly fault: string | undefined
  /** It was asked for just now. */
  readonly autoFocus?: boolean
}

/** A short text, or a few lines of it. */
export function LineField({
  label,
  text,
  onText,
  lines = false,
  hint,
  type = 'text',
  fault,
  autoFocus = false,
}: LineFieldProps) {
  return (
    <TextField
      className="field"
      value={text}
      onChange={onText}
      isInvalid={fault !== undefined}
      autoFocus={autoFocus}
    >
      <Label>{label}</Label>
      {lines ? <TextArea rows={2} /> : <Input type={type} />}
      {hint !== undefined && <Text slot="description">{hint}</Text>}
      <FieldError>{fault}</FieldError>
    </TextField>
  )
}
