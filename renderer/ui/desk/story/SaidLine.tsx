import { useRef } from 'react'

import type { Said } from '../../../domain/story/said.ts'
import { unreachable } from '../../../domain/unreachable.ts'
import { fileSize } from '../../../words/sizes.ts'
import { hourOf } from '../../../words/times.ts'
import { useWords } from '../../frame/words.tsx'
import { shownName } from '../chat/shown-name.ts'
import { Marked } from '../knowledge/Marked.tsx'
import { MoodFlag } from '../mood/MoodFlag.tsx'
import { useGoneTo, useMoodKey } from '../mood/use-mood-key.ts'
import { marksOf } from './marks-of.ts'

export interface SaidLineProps {
  readonly said: Said
  /** What was looked for is marked. */
  readonly wanted: string
}

/** One thing that was said: by whom, when, what, and how the customer's words sound. */
export function SaidLine({ said, wanted }: SaidLineProps) {
  const { say, language } = useWords()
  const place = useRef<HTMLLIElement>(null)
  const { id, interaction, at, by, body, mood } = said
  const of = { interaction, said: id }
  useMoodKey(place, mood && { of, mood })
  const asked = useGoneTo(place)
  const who =
    by.role === 'me' ? say('transcript.you') : (shownName(by.name) ?? say(`story-export.role.${by.role}`))
  return (
    <li ref={place} className={`story-said-line ${by.role}`} {...(mood && { tabIndex: -1, 'data-said': id })}>
      <p>
        <strong>{who}</strong> <span className="quiet">{hourOf(language, at)}</span>
      </p>
      <Body body={body} wanted={wanted} />
      {mood && body.kind === 'text' && <MoodFlag {...{ text: body.text, mood, of, asked }} />}
    </li>
  )
}

function Body({ body, wanted }: { body: Said['body']; wanted: string }) {
  const { say, language } = useWords()
  switch (body.kind) {
    case 'text':
    case 'notice':
      return (
        <p className="case-text" dir="auto">
          <Marked text={body.text} marks={marksOf(body.text, wanted)} />
        </p>
      )
    case 'left-out':
      return <p className="quiet">{say(`message.${body.why}`)}</p>
    case 'file':
      return (
        <p className="case-text">
          <bdi>{body.file.name}</bdi>{' '}
          {body.file.size !== undefined && (
            <span className="quiet">{fileSize(language, body.file.size)}</span>
          )}
        </p>
      )
    default:
      return unreachable(body)
  }
}
