import { Check } from 'lucide-react'
import { useCallback, useEffect, useRef } from 'react'
import { Form } from 'react-aria-components/Form'

import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useEscape } from '../panel/use-escape.ts'
import { GuideField } from './GuideField.tsx'
import { focusIn, useEnter } from './step-focus.ts'
import { useCorrection } from './use-correction.ts'
import type { Correction } from './use-correction.ts'

/** An earlier answer in the field by which it was asked. Enter saves, Escape leaves it as it was. */
export function CorrectAnswer(correction: Correction) {
  const { shown, onClose } = correction
  const { say, language } = useWords()
  const form = useRef<HTMLFormElement>(null)
  const { value, type, fault, save } = useCorrection(correction)
  const saveNow = useCallback(() => void save(), [save])
  useEnter(form, saveNow)
  useEscape(form, onClose)
  useEffect(() => {
    focusIn(form.current)
    // What is wrong, and the way on, stand below the field.
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [fault])
  return (
    <Form
      ref={form}
      className="guide-correct"
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault()
        saveNow()
      }}
    >
      <GuideField
        shown={{ ...shown, from: undefined }}
        said={undefined}
        spoken={language}
        value={value}
        onValue={type}
        fault={fault}
      />
      <div className="actions">
        <CommandButton type="submit" className="button primary">
          <Check aria-hidden />
          {say('guide.answer.save')}
        </CommandButton>
        <CommandButton className="button" onPress={onClose}>
          {say('guide.answer.cancel')}
        </CommandButton>
      </div>
    </Form>
  )
}
