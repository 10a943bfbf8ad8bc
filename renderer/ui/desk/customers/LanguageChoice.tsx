import { Label } from 'react-aria-components/Label'
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup'

import { languages } from '../../../domain/language.ts'
import type { Language } from '../../../domain/language.ts'
import { useWords } from '../../frame/words.tsx'

/** The key of no language. */
const unknown = 'unknown'

export interface LanguageChoiceProps {
  readonly value: Language | undefined
  readonly onChoose: (language: Language | undefined) => void
}

/** The language in which somebody wants to be served. */
export function LanguageChoice({ value, onChoose }: LanguageChoiceProps) {
  const { say } = useWords()
  return (
    <RadioGroup
      className="dispositions"
      value={value ?? unknown}
      onChange={(chosen) => onChoose(languages.find((one) => one === chosen))}
    >
      <Label>{say('contact.form.language')}</Label>
      <div className="disposition-list">
        {[...languages, unknown].map((id) => (
          <RadioField key={id} value={id}>
            <RadioButton className="disposition">
              {id === unknown
                ? say('contact.form.language.unknown')
                : say(`language.name.${id === 'fr' ? 'fr' : 'en'}`)}
            </RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  )
}
