import { RotateCcw, Search, Send, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'

import { fieldOf } from '../../../domain/case.ts'
import type { CaseRecord } from '../../../domain/case-record.ts'
import type { EntryState, OutboxEntry } from '../../../domain/outbox.ts'
import { dayAndHour } from '../../../words/times.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import type { FieldWords } from './use-field-words.ts'

export interface QuestionProps {
  readonly record: CaseRecord
  readonly entry: OutboxEntry
  readonly words: FieldWords
}

/** What only the agent can decide about something that was written here, and the ways to decide it. */
export function Question({ record, entry, words }: QuestionProps) {
  const { edit, state } = entry
  if (state.kind === 'conflict' && edit.kind === 'change')
    return (
      <Conflict
        entry={entry}
        state={state}
        field={words.label(edit.step.field)}
        mine={words.value(edit.step.field, edit.step.after)}
        theirs={words.value(edit.step.field, state.theirs)}
      />
    )
  if (state.kind === 'asking') return <Asking record={record} entry={entry} />
  return state.kind === 'set-aside' ? <SetAside entry={entry} state={state} /> : null
}

interface ConflictProps extends Pick<QuestionProps, 'entry'> {
  readonly state: Extract<EntryState, { kind: 'conflict' }>
  readonly field: string
  readonly mine: string
  readonly theirs: string
}

function Conflict({ entry, state, field, mine, theirs }: ConflictProps) {
  const { say, language } = useWords()
  const { cases } = useDesk()
  return (
    <QuestionFrame title={say('question.conflict', { field })} about={say('question.conflict.about')}>
      <div className="question-values">
        <Choice
          heading={say('question.mine')}
          from={say('case.event.by-you')}
          at={dayAndHour(language, entry.writtenAt)}
          value={mine}
          act={say('question.keep-mine')}
          onChoose={() => void cases.choose(entry.id, 'mine')}
        />
        <Choice
          heading={say('question.theirs')}
          from={state.by === undefined ? undefined : say('case.event.by', { name: state.by })}
          at={dayAndHour(language, state.at)}
          value={theirs}
          act={say('question.keep-theirs')}
          onChoose={() => void cases.choose(entry.id, 'theirs')}
        />
      </div>
    </QuestionFrame>
  )
}

interface ChoiceProps {
  readonly heading: string
  readonly from: string | undefined
  readonly at: string
  readonly value: string
  readonly act: string
  readonly onChoose: () => void
}

function Choice({ heading, from, at, value, act, onChoose }: ChoiceProps) {
  return (
    <div className="question-value">
      <p className="quiet">
        <strong>{heading}</strong> · {from !== undefined && `${from} · `}
        {at}
      </p>
      <p className="case-text question-shown">{value}</p>
      <CommandButton className="button" about={value} onPress={onChoose}>
        {act}
      </CommandButton>
    </div>
  )
}

function Asking({ record, entry: { id } }: Pick<QuestionProps, 'record' | 'entry'>) {
  const { say } = useWords()
  const { cases } = useDesk()
  const to = fieldOf(record.current, 'requestors')
  const decide = (what: 'send' | 'was-sent' | 'look-again') => () => void cases.decide(id, what)
  return (
    <QuestionFrame title={say('question.asking')} about={say('question.asking.about')}>
      {to.length > 0 && <p>{say('question.to', { addresses: to.join(', ') })}</p>}
      <div className="actions">
        <CommandButton className="button" onPress={decide('look-again')}>
          <Search aria-hidden />
          {say('question.look-again')}
        </CommandButton>
        <CommandButton className="button" onPress={decide('was-sent')}>
          {say('question.was-sent')}
        </CommandButton>
        <CommandButton className="button" onPress={decide('send')}>
          <Send aria-hidden />
          {say('question.send')}
        </CommandButton>
      </div>
    </QuestionFrame>
  )
}

interface SetAsideProps extends Pick<QuestionProps, 'entry'> {
  readonly state: Extract<EntryState, { kind: 'set-aside' }>
}

function SetAside({ entry: { id }, state: { why, detail } }: SetAsideProps) {
  const { say } = useWords()
  const { cases } = useDesk()
  return (
    <QuestionFrame title={say('question.set-aside')} about={say(`question.why.${why}`)}>
      {detail !== '' && <p className="quiet case-text">{say('question.detail', { detail })}</p>}
      <div className="actions">
        <CommandButton className="button" onPress={() => void cases.tryAgain(id)}>
          <RotateCcw aria-hidden />
          {say('question.try-again')}
        </CommandButton>
        <CommandButton className="button" onPress={() => void cases.undo(id)}>
          <Undo2 aria-hidden />
          {say('question.take-back')}
        </CommandButton>
      </div>
    </QuestionFrame>
  )
}

function QuestionFrame({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  return (
    <div className="question" role="group" aria-label={title}>
      <p className="question-title">{title}</p>
      <p>{about}</p>
      {children}
    </div>
  )
}
