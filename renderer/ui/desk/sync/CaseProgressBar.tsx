import { Label } from 'react-aria-components/Label'
import { ProgressBar } from 'react-aria-components/ProgressBar'

import type { CaseProgress } from '../../../state/case-store.ts'
import { useWords } from '../../frame/words.tsx'

/** What the desk is doing with the case system, and how far it has come. */
export function CaseProgressBar({ progress: { what, done, of } }: { progress: CaseProgress }) {
  const { say } = useWords()
  const known = of !== undefined && of > 0
  const valueLabel = known ? say('sync.progress.of', { done, of }) : say('sync.progress.so-far', { done })
  return (
    <ProgressBar
      className="progress"
      isIndeterminate={!known}
      {...(known && { value: Math.min(done, of), maxValue: of })}
      valueLabel={valueLabel}
    >
      <span className="progress-head">
        <Label>{say(`sync.progress.${what}`)}</Label>
        <span className="quiet">{valueLabel}</span>
      </span>
      <span className={known ? 'progress-bar' : 'progress-bar unknown'}>
        <span style={known ? { inlineSize: `${(100 * Math.min(done, of)) / of}%` } : {}} />
      </span>
    </ProgressBar>
  )
}
