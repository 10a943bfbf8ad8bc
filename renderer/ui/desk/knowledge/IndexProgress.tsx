import { Label } from 'react-aria-components/Label'
import { ProgressBar } from 'react-aria-components/ProgressBar'
import { useStore } from 'zustand'

import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'

/** While the articles of a new pack are made ready to be searched. */
export function IndexProgress() {
  const { say } = useWords()
  const { kind, progress } = useStore(useDesk().stores.knowledge, ({ index }) => index)
  if (kind !== 'indexing') return null
  return (
    <div>
      <ProgressBar className="progress" value={Math.round(progress * 100)}>
        {({ percentage = 0, valueText }) => (
          <>
            <span className="progress-head">
              <Label>{say('articles.indexing')}</Label>
              <span className="quiet">{valueText}</span>
            </span>
            <span className="progress-bar">
              <span style={{ inlineSize: `${percentage}%` }} />
            </span>
          </>
        )}
      </ProgressBar>
      <p className="quiet">{say('articles.indexing.about')}</p>
    </div>
  )
}
