import type { ReactNode } from 'react'

import { dayAndHour, hourOf } from '../../../words/times.ts'
import { useWords } from '../../frame/words.tsx'

export interface LineHeadProps {
  readonly id: string
  readonly at: number
  readonly title: string
  /** By whom, how long: what stands beside the hour. */
  readonly beside?: readonly (string | undefined)[]
  readonly children?: ReactNode
}

/** What a line is, and when it was: its name for assistive technology. */
export function LineHead({ id, at, title, beside = [], children }: LineHeadProps) {
  const { language } = useWords()
  return (
    <p className="story-line-head">
      <span id={id}>
        <strong>{title}</strong>{' '}
        <span className="quiet">
          <time dateTime={new Date(at).toISOString()} title={dayAndHour(language, at)}>
            {hourOf(language, at)}
          </time>
          {beside.flatMap((text) => (text === undefined ? [] : [` · ${text}`]))}
        </span>
      </span>
      {children}
    </p>
  )
}
