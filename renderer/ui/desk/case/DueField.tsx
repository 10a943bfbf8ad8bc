import { Button } from 'react-aria-components/Button'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextField } from 'react-aria-components/TextField'

import { locales } from '../../../words/locales.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'
import { dateInWords } from './date-in-words.ts'
import { dueText, momentOf, quickChoices } from './promise-draft.ts'
import type { PromiseFault, QuickChoice } from './promise-draft.ts'

export interface DueFieldProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly faults: readonly PromiseFault[]
}

/** A day and an hour, or one of those that are promised most. */
export function DueField({ text, onText, faults }: DueFieldProps) {
  const { say, language } = useWords()
  const { now } = useDesk()
  const fault = faults.includes('past')
    ? say('promise.due.past')
    : faults.includes('due')
      ? say('promise.due.missing')
      : undefined
  const written = dateInWords(language, text)
  const hour = new Intl.DateTimeFormat(locales[language], { timeStyle: 'short' })
  const nameOf = (choice: QuickChoice): string =>
    choice === 'hour'
      ? say('promise.quick.hour')
      : say(`promise.quick.${choice}`, { time: hour.format(momentOf(choice, now())) })
  return (
    <div className="due-field">
      <TextField className="field" value={text} onChange={onText} isInvalid={fault !== undefined}>
        <Label>{say('promise.due')}</Label>
        <Input type="datetime-local" />
        {written !== undefined && <Text slot="description">{written}</Text>}
        <FieldError>{fault}</FieldError>
      </TextField>
      <div className="actions" role="group" aria-label={say('promise.quick')}>
        {quickChoices.map((choice) => (
          <Button key={choice} className="button" onPress={() => onText(dueText(choice, now()))}>
            {nameOf(choice)}
          </Button>
        ))}
      </div>
    </div>
  )
}
