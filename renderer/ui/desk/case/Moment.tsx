import type { ReactNode } from 'react'

import type { FieldStep } from '../../../domain/case-event.ts'
import { locales } from '../../../words/locales.ts'
import type { Say } from '../../../words/say.ts'
import { dayAndHour } from '../../../words/times.ts'
import { useWords } from '../../frame/words.tsx'
import { useWho } from '../who.ts'
import { FoldedText } from './FoldedText.tsx'
import { momentIcons } from './moment-kinds.ts'
import type { ReadText } from './moment-kinds.ts'
import type { FieldWords } from './use-field-words.ts'

export interface MomentProps {
  readonly read: ReadText
  readonly at: number
  /** Who did it; `undefined` for this agent. */
  readonly by: string | undefined
  readonly step: FieldStep | undefined
  readonly words: FieldWords
  /** It is not in the case system. */
  readonly own?: boolean
  /** Files, where it stands, what can be done. */
  readonly children?: ReactNode
}

/** One line of the history: what, who, when, and what was written. */
export function Moment({ read, at, by, step, words, own = false, children }: MomentProps) {
  const { say, language } = useWords()
  const { kind, text } = read
  const Icon = momentIcons[kind]
  const hour = new Intl.DateTimeFormat(locales[language], { timeStyle: 'short' })
  return (
    <li className={`case-moment ${kind}${own ? ' own' : ''}`}>
      <Icon aria-hidden />
      <div>
        <p className="case-moment-head">
          <strong>{step ? changeIn(say, words, step) : say(`case.event.${kind}`)}</strong>{' '}
          <span className="quiet">
            {by === undefined ? say('case.event.by-you') : say('case.event.by', { name: by })} ·{' '}
            <time dateTime={new Date(at).toISOString()} title={dayAndHour(language, at)}>
              {hour.format(at)}
            </time>
          </span>
        </p>
        <PromisedFor read={read} />
        {text !== '' && <FoldedText text={text} />}
        {children}
      </div>
    </li>
  )
}

/** A case system tells one of several values by itself, as one that came or went: the others are there still. */
export function changeIn(say: Say, words: FieldWords, { field, before, after }: FieldStep): string {
  const label = words.label(field)
  const [was, is] = [words.value(field, before), words.value(field, after)]
  if (words.several(field) && before.length === 0)
    return say('case.change.added', { field: label, value: is })
  if (words.several(field) && after.length === 0)
    return say('case.change.removed', { field: label, value: was })
  return say('case.change', { field: label, before: was, after: is })
}

/** By when, and whom to call, where a note promises it. */
export function PromisedFor({ read: { promised } }: Pick<MomentProps, 'read'>) {
  const { say, language } = useWords()
  const who = useWho()
  if (!promised) return null
  const when = dayAndHour(language, promised.dueAt)
  return (
    <p>
      {promised.number === undefined
        ? say('case.event.due', { when })
        : say('case.event.due.number', { when, number: who.number(promised.number) })}
    </p>
  )
}
