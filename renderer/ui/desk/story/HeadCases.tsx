import { FolderOpen } from 'lucide-react'

import type { StoryCase } from '../../../domain/story/story-item.ts'
import type { StoryPlace } from '../../../services/story/story-desk.ts'
import { useWords } from '../../frame/words.tsx'
import { CaseChip } from './CaseChip.tsx'

/** Those that were touched last; the rest are in the list of cases. */
const most = 3

export function HeadCases({ cases, place }: { cases: readonly StoryCase[]; place: StoryPlace }) {
  const { say } = useWords()
  return (
    <li>
      <FolderOpen aria-hidden />
      <div>
        <p>{say('story.head.cases', { count: cases.length })}</p>
        {cases.length > 0 && (
          <ul className="story-chips">
            {cases.slice(0, most).map((one) => (
              <li key={one.id}>
                <CaseChip one={one} place={place} />
              </li>
            ))}
          </ul>
        )}
        {cases.length > most && (
          <p className="quiet">{say('story.head.cases.more', { count: cases.length - most })}</p>
        )}
      </div>
    </li>
  )
}
