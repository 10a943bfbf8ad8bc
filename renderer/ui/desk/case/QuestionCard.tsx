import { ArrowRight } from 'lucide-react'

import { attachmentsOf } from '../../../domain/case-edit.ts'
import { oneOf } from '../../../domain/case.ts'
import type { CaseState } from '../../../state/case-store.ts'
import { dayAndHour } from '../../../words/times.ts'
import { useWords } from '../../frame/words.tsx'
import { useCasesPage } from '../cases/cases-page.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { AttachmentList } from './AttachmentList.tsx'
import { FoldedText } from './FoldedText.tsx'
import { changeIn } from './Moment.tsx'
import { momentIcons, eventKindOf, readNote } from './moment-kinds.ts'
import { Question } from './Question.tsx'
import { useFieldWords, useQueueOf } from './use-field-words.ts'
import './case.css'
import './case-history.css'

export interface QuestionCardProps {
  readonly question: CaseState['questions'][number]
}

/** Something that waits for the agent's decision, away from its case, and the way to the case. */
export function QuestionCard({ question: { record, entry } }: QuestionCardProps) {
  const { say, language } = useWords()
  const page = useCasesPage()
  const words = useFieldWords(useQueueOf(record.current))
  const { current, id } = record
  const { edit, writtenAt, state } = entry
  const { kind, text } = readNote(eventKindOf(edit), 'text' in edit ? edit.text : '')
  const Icon = momentIcons[kind]
  const subject = oneOf(current, 'subject') ?? say('cases.row.untitled')
  return (
    <article className="question-card" aria-label={subject}>
      <p className="case-moment-head">
        <Icon aria-hidden />
        <strong>{say(`case.event.${kind}`)}</strong>
        <span className="quiet">{say('question.written', { when: dayAndHour(language, writtenAt) })}</span>
      </p>
      {edit.kind === 'change' && state.kind !== 'conflict' && (
        <p className="case-change">{changeIn(say, words, edit.step)}</p>
      )}
      {text !== '' && <FoldedText text={text} />}
      <AttachmentList case={id} attachments={attachmentsOf(edit)} />
      <Question record={record} entry={entry} words={words} />
      <CommandButton className="button quiet question-case" onPress={() => page.open(id)}>
        <span>
          {current.number === undefined
            ? say('case.number.none')
            : say('case.number', { number: current.number })}{' '}
          · {subject}
        </span>
        <ArrowRight aria-hidden />
      </CommandButton>
    </article>
  )
}
