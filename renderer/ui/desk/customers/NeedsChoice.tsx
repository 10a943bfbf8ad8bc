import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox'
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { Label } from 'react-aria-components/Label'

import { needs } from '../../../domain/story/need.ts'
import { useWords } from '../../frame/words.tsx'

export interface NeedsChoiceProps {
  readonly value: readonly string[]
  readonly onChoose: (value: string[]) => void
}

/** What somebody needs so that they can be served as well as anybody. */
export function NeedsChoice({ value, onChoose }: NeedsChoiceProps) {
  const { say } = useWords()
  return (
    <CheckboxGroup className="field case-checks" value={[...value]} onChange={onChoose}>
      <Label>{say('contact.form.needs')}</Label>
      <div className="contact-needs">
        {needs.map((need) => (
          <CheckboxField key={need} value={need}>
            <CheckboxButton className="case-check">
              <span className="case-check-box" aria-hidden />
              {say(`need.${need}`)}
            </CheckboxButton>
          </CheckboxField>
        ))}
      </div>
    </CheckboxGroup>
  )
}
