import { useId } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup'

import type { WordPart } from '../../../domain/knowledge/fill-words.ts'
import type { Language } from '../../../domain/language.ts'
import { useWords } from '../../frame/words.tsx'
import { Description } from './answer-props.tsx'
import type { AnswerProps } from './answer-props.tsx'
import { GuideWords } from './GuideWords.tsx'

export type ConsentAnswerProps = AnswerProps & {
  /** What is read aloud, and kept with the answer. */
  readonly words: readonly WordPart[]
  readonly spoken: Language
  readonly value: boolean | undefined
}

/** A yes or a no to words that are read aloud. Neither stands there by itself. */
export function ConsentAnswer({
  shown,
  label,
  description,
  fault,
  words,
  spoken,
  value,
  onValue,
}: ConsentAnswerProps) {
  const { say } = useWords()
  const id = useId()
  return (
    <RadioGroup
      className="field guide-choices"
      aria-describedby={id}
      value={value === undefined ? null : value ? 'yes' : 'no'}
      onChange={(chosen) => onValue(chosen === 'yes')}
      isInvalid={fault !== undefined}
      isRequired={shown.field.required}
    >
      <Label>{label}</Label>
      <blockquote id={id} className="guide-read-aloud" lang={spoken}>
        <GuideWords parts={words} />
      </blockquote>
      <div className="guide-choice-list">
        {(['yes', 'no'] as const).map((one) => (
          <RadioField key={one} value={one}>
            <RadioButton className="disposition">{say(`guide.field.${one}`)}</RadioButton>
          </RadioField>
        ))}
      </div>
      <Description text={description} />
      <FieldError>{fault}</FieldError>
    </RadioGroup>
  )
}
