import { ArrowRight, Flag } from 'lucide-react'
import { useCallback, useRef } from 'react'
import type { ReactNode } from 'react'
import { Form } from 'react-aria-components/Form'

import type { AnswerFault } from '../../../domain/knowledge/check-answer.ts'
import type { GuideRun } from '../../../domain/knowledge/guide-run.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { GuideField } from './GuideField.tsx'
import { GuideWords } from './GuideWords.tsx'
import { stepWordsId } from './places.ts'
import { focusOnFault, useEnter } from './step-focus.ts'
import { useStep } from './use-step.ts'
import type { StepOnScreen } from './use-shown-step.ts'

export interface StepFormProps {
  readonly run: GuideRun
  readonly step: StepOnScreen
  /** What can be done beside going on. */
  readonly children: ReactNode
}

/** The step in hand: what the agent says, what they ask, and the way on. */
export function StepForm({ run, step: { shown, said, spoken }, children }: StepFormProps) {
  const { say } = useWords()
  const form = useRef<HTMLFormElement>(null)
  const showFault = useCallback((faults: readonly AnswerFault[]) => {
    // Once the sentences are there, so that they are read with the field.
    setTimeout(() =>
      focusOnFault(
        form.current,
        faults.map(({ field }) => field),
      ),
    )
  }, [])
  const { faults, goOn, valueOf, type } = useStep(run, shown, showFault)
  const goOnNow = useCallback(() => void goOn(), [goOn])
  useEnter(form, goOnNow)
  const isLong = shown.fields.some(
    ({ field }) => field.type.kind === 'text' && field.type.lines === 'several',
  )
  return (
    <Form
      ref={form}
      className="guide-step"
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault()
        goOnNow()
      }}
    >
      <p id={stepWordsId} className="guide-words" lang={spoken} tabIndex={-1}>
        {said.say.length > 0 ? <GuideWords parts={said.say} /> : shown.title}
      </p>
      {shown.fields.map((field) => (
        <GuideField
          key={field.field.name}
          shown={field}
          said={said.fields.find((one) => one.field.name === field.field.name)}
          spoken={spoken}
          value={valueOf(field)}
          onValue={(value) => type(field.field.name, value)}
          fault={faults.find((fault) => fault.field === field.field.name)?.fault}
        />
      ))}
      <div className="actions">
        <CommandButton
          type="submit"
          className="button primary"
          description={say(isLong ? 'guide.enter.lines' : 'guide.enter')}
        >
          {shown.isLast ? <Flag aria-hidden /> : <ArrowRight aria-hidden />}
          {say(shown.isLast ? 'guide.finish' : 'guide.next')}
        </CommandButton>
        {children}
      </div>
    </Form>
  )
}
