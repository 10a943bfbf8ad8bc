import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox'
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select, SelectValue } from 'react-aria-components/Select'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'

import type { FieldDefinition } from '../../../domain/case-field.ts'
import type { Language } from '../../../domain/language.ts'
import { useWords } from '../../frame/words.tsx'
import { dateInWords } from './date-in-words.ts'
import type { Fault } from './field-text.ts'

export interface FieldControlProps {
  readonly definition: FieldDefinition
  readonly label: string
  readonly text: string
  readonly onText: (text: string) => void
  /** What an option is called. */
  readonly option: (option: string) => string
  readonly fault?: Fault | undefined
  readonly hint?: string | undefined
  /** It was asked for just now, in the place where its value stood. */
  readonly autoFocus?: boolean
}

/** The control that fits a field, as the queue defines it. Several values are lines of its text. */
export function FieldControl(props: FieldControlProps) {
  const { kind, several } = props.definition
  if (kind !== 'choice') return <TextControl {...props} />
  return several ? <ManyChoices {...props} /> : <OneChoice {...props} />
}

const inputTypes: Readonly<Partial<Record<FieldDefinition['kind'], string>>> = {
  date: 'date',
  'date-time': 'datetime-local',
}

function TextControl({ definition, label, text, onText, fault, hint, autoFocus = false }: FieldControlProps) {
  const { say, language } = useWords()
  const { kind, several } = definition
  const lines = several || kind === 'long-text'
  const description = [writtenOut(language, definition, text), hint ?? (several && say('case.field.several'))]
    .filter((one) => typeof one === 'string')
    .join(' · ')
  return (
    <TextField
      className="field"
      value={text}
      onChange={onText}
      isInvalid={fault !== undefined}
      autoFocus={autoFocus}
      {...(kind === 'number' && { inputMode: 'decimal' })}
    >
      <Label>{label}</Label>
      {lines ? (
        <TextArea rows={Math.min(8, Math.max(2, text.split('\n').length + 1))} />
      ) : (
        <Input type={inputTypes[kind] ?? 'text'} />
      )}
      {description !== '' && <Text slot="description">{description}</Text>}
      <FieldError>{fault && say(`case.field.invalid.${fault}`)}</FieldError>
    </TextField>
  )
}

const writtenOut = (language: Language, { kind }: FieldDefinition, text: string): string | undefined =>
  kind === 'date' || kind === 'date-time' ? dateInWords(language, text) : undefined

/** The key of no choice; what case systems offer has a name. */
const none = ''

export function OneChoice({ definition, label, text, onText, option }: FieldControlProps) {
  const { say } = useWords()
  const known = definition.options.includes(text) || text === none ? [] : [text]
  const choices = [...new Set([...(mayBeEmpty(definition) ? [none] : []), ...known, ...definition.options])]
  const nameOf = (choice: string): string => (choice === none ? say('case.field.no-choice') : option(choice))
  return (
    <Select
      className="field"
      value={text}
      placeholder={say('case.field.no-choice')}
      onChange={(key) => onText(String(key))}
    >
      <Label>{label}</Label>
      <Button className="button select">
        <SelectValue />
        <ChevronDown aria-hidden />
      </Button>
      <Popover className="popover">
        <ListBox className="menu case-menu" items={choices.map((id) => ({ id }))}>
          {({ id }) => (
            <ListBoxItem id={id} className="menu-item" textValue={nameOf(id)}>
              {nameOf(id)}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}

/** Every case has a status and a queue. */
const mayBeEmpty = ({ key }: FieldDefinition): boolean => key !== 'status' && key !== 'queue'

function ManyChoices({
  definition,
  label,
  text,
  onText,
  option,
  hint,
  autoFocus = false,
}: FieldControlProps) {
  const chosen = text === '' ? [] : text.split('\n')
  const all = [...new Set([...definition.options, ...chosen])]
  return (
    <CheckboxGroup
      className="field case-checks"
      value={chosen}
      onChange={(values) => onText(values.join('\n'))}
    >
      <Label>{label}</Label>
      {all.map((one, index) => (
        <CheckboxField key={one} value={one} autoFocus={autoFocus && index === 0}>
          <CheckboxButton className="case-check">
            <span className="case-check-box" aria-hidden />
            {option(one)}
          </CheckboxButton>
        </CheckboxField>
      ))}
      {hint !== undefined && <Text slot="description">{hint}</Text>}
    </CheckboxGroup>
  )
}
