import { Pencil } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'

import type { AnswerSoFar } from '../../../domain/knowledge/answers-so-far.ts'
import type { WordKey } from '../../../words/say.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'

export interface AnswerLineProps {
  readonly answer: AnswerSoFar
  readonly isPrivate: boolean
  /** Whoever has corrected it goes on from here. */
  readonly takesFocus: boolean
  readonly onEdit: () => void
}

const marks = {
  customer: undefined,
  agent: 'guide.answer.by.agent',
  desk: 'guide.answer.by.desk',
  guide: 'guide.answer.by.guide',
} as const satisfies Record<AnswerSoFar['by'], WordKey | undefined>

/** What was asked, what was answered, and whose word it is where it is not the customer's. */
export function AnswerLine({ answer: { shown, text, by }, isPrivate, takesFocus, onEdit }: AnswerLineProps) {
  const { say } = useWords()
  const mark = marks[by]
  const edit = useRef<HTMLButtonElement>(null)
  // With the form that goes: a moment later the focus would be elsewhere.
  useLayoutEffect(() => {
    if (takesFocus) edit.current?.focus()
  }, [takesFocus])
  return (
    <div className="guide-answer">
      <p>
        <span className="quiet">{shown.label}</span>{' '}
        <span>
          {text === undefined ? (
            <span className="quiet">{say('guide.answer.none')}</span>
          ) : (
            <strong>{text}</strong>
          )}{' '}
          {mark && <span className="tag">{say(mark)}</span>}
        </span>
      </p>
      <CommandButton
        ref={edit}
        className="button quiet"
        about={shown.label}
        // What is typed there would be kept.
        unavailable={isPrivate ? say('guide.answers.private') : undefined}
        onPress={onEdit}
      >
        <Pencil aria-hidden />
        {say('guide.answer.edit')}
      </CommandButton>
    </div>
  )
}
