import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup'
import { Select, SelectValue } from 'react-aria-components/Select'

import type { Choice } from '../../../domain/knowledge/guide.ts'
import { useWords } from '../../frame/words.tsx'
import { Description } from './answer-props.tsx'
import type { AnswerProps } from './answer-props.tsx'

/** More than these are not taken in at a glance. */
const mostAtOnce = 8

export type ChoiceAnswerProps = AnswerProps & { readonly choices: readonly Choice[]; readonly value: string }

/** One of a few, all in sight; of many, a list that opens. */
export function ChoiceAnswer(props: ChoiceAnswerProps) {
  return props.choices.length > mostAtOnce ? <OneOfMany {...props} /> : <OneOfFew {...props} />
}

function OneOfFew({ shown, label, description, fault, choices, value, onValue }: ChoiceAnswerProps) {
  const { language } = useWords()
  return (
    <RadioGroup
      className="field guide-choices"
      value={value === '' ? null : value}
      onChange={onValue}
      isInvalid={fault !== undefined}
      isRequired={shown.field.required}
    >
      <Label>{label}</Label>
      <div className="guide-choice-list">
        {choices.map((choice) => (
          <RadioField key={choice.value} value={choice.value}>
            <RadioButton className="disposition">{choice.label[language]}</RadioButton>
          </RadioField>
        ))}
      </div>
      <Description text={description} />
      <FieldError>{fault}</FieldError>
    </RadioGroup>
  )
}

function OneOfMany({ shown, label, description, fault, choices, value, onValue }: ChoiceAnswerProps) {
  const { say, language } = useWords()
  return (
    <Select
      className="field"
      value={value === '' ? null : value}
      placeholder={say('guide.field.choose')}
      onChange={(key) => onValue(String(key ?? ''))}
      isInvalid={fault !== undefined}
      isRequired={shown.field.required}
    >
      <Label>{label}</Label>
      <Button className="button select">
        <SelectValue />
        <ChevronDown aria-hidden />
      </Button>
      <Description text={description} />
      <FieldError>{fault}</FieldError>
      <Popover className="popover">
        <ListBox className="menu case-menu">
          {choices.map((choice) => (
            <ListBoxItem
              key={choice.value}
              id={choice.value}
              className="menu-item"
              textValue={choice.label[language]}
            >
              {choice.label[language]}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}
