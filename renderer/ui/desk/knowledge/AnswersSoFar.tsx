import { ChevronDown, ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'

import type { AnswerSoFar } from '../../../domain/knowledge/answers-so-far.ts'
import type { GuideRun } from '../../../domain/knowledge/guide-run.ts'
import type { InHand } from '../../../state/work-store.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { AnswerLine } from './AnswerLine.tsx'
import { CorrectAnswer } from './CorrectAnswer.tsx'
import { useAnswersSoFar } from './use-shown-step.ts'

export interface AnswersSoFarProps {
  readonly run: GuideRun
  readonly page: InHand
  /** Of which guide, where it is not the one in hand. */
  readonly guide?: string
}

/** What was answered in a guide, folded away: each answer can be corrected without going back. Nothing without answers. */
export function AnswersSoFar({ run, page, guide }: AnswersSoFarProps) {
  const { say } = useWords()
  const answers = useAnswersSoFar(page, run)
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const count = answers.length
  if (count === 0) return null
  return (
    <div className="guide-answers">
      <CommandButton
        className="button quiet"
        aria-expanded={isOpen}
        aria-controls={id}
        onPress={() => setOpen(!isOpen)}
      >
        {isOpen ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
        {guide === undefined ? say('guide.answers', { count }) : say('guide.answers.of', { guide, count })}
      </CommandButton>
      <div id={id} hidden={!isOpen}>
        {isOpen && <AnswerList run={run} answers={answers} />}
      </div>
    </div>
  )
}

function AnswerList({ run, answers }: Pick<AnswersSoFarProps, 'run'> & { answers: readonly AnswerSoFar[] }) {
  const { say } = useWords()
  const [editing, setEditing] = useState<string>()
  const [corrected, setCorrected] = useState<string>()
  const [left, setLeft] = useState<string>()
  const news = answers.find(({ shown }) => shown.field.name === corrected)
  const close = (name: string): void => {
    setEditing(undefined)
    setLeft(name)
  }
  return (
    <>
      <p className="quiet">{say('guide.answers.about')}</p>
      <p role="status" className="visually-hidden">
        {news &&
          say('guide.answer.corrected', {
            field: news.shown.label,
            value: news.text ?? say('guide.answer.none'),
          })}
      </p>
      <ul className="guide-answer-list">
        {answers.map((one) => {
          const { name } = one.shown.field
          return (
            <li key={name}>
              {editing === name && !run.isPrivate ? (
                <CorrectAnswer
                  run={run.id}
                  shown={one.shown}
                  onCorrected={() => setCorrected(name)}
                  onClose={() => close(name)}
                />
              ) : (
                <AnswerLine
                  answer={one}
                  isPrivate={run.isPrivate}
                  takesFocus={left === name}
                  onEdit={() => setEditing(name)}
                />
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
