import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'

import type { FieldType } from '../../../domain/knowledge/guide.ts'
import { Description } from './answer-props.tsx'
import type { AnswerProps } from './answer-props.tsx'

const inputTypes: Readonly<Partial<Record<FieldType['kind'], string>>> = { date: 'date', telephone: 'tel' }

/** An answer that is typed: a text, a day, a number, a telephone number, a postal code. */
export function TextAnswer({
  shown,
  label,
  description,
  fault,
  value,
  onValue,
}: AnswerProps & { value: string }) {
  const { type } = shown.field
  const lines = type.kind === 'text' && type.lines === 'several'
  return (
    <TextField
      className="field"
      value={value}
      onChange={onValue}
      isInvalid={fault !== undefined}
      isRequired={shown.field.required}
      // What a customer says is no business of the next form's.
      autoComplete="off"
      {...(type.kind === 'number' && { inputMode: 'decimal' })}
    >
      <Label>{label}</Label>
      {lines ? (
        <TextArea rows={3} />
      ) : (
        <Input
          type={inputTypes[type.kind] ?? 'text'}
          {...(type.kind === 'date' && { min: shown.earliest, max: shown.latest })}
        />
      )}
      <Description text={description} />
      <FieldError>{fault}</FieldError>
    </TextField>
  )
}
