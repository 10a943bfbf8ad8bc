import { Handshake, TriangleAlert } from 'lucide-react'

import type { StoryHead } from '../../../domain/story/story-head.ts'
import { useWords } from '../../frame/words.tsx'
import { useNow } from '../use-now.tsx'
import { whenIn } from './when.ts'

/** Nobody can keep more than these in mind; the soonest come first. */
const most = 4

/** What this person was promised and still waits for. */
export function HeadPromises({ promises }: Pick<StoryHead, 'promises'>) {
  const { say, language } = useWords()
  const now = useNow()
  return promises.slice(0, most).map(({ id, what, dueAt }) => {
    const isLate = dueAt < now
    const when = whenIn(language, dueAt, now)
    return (
      <li key={id} className={isLate ? 'promised late' : 'promised'}>
        {isLate ? <TriangleAlert aria-hidden /> : <Handshake aria-hidden />}
        <div>
          <strong>{say(isLate ? 'story.head.promise.late' : 'story.head.promise', { when })}</strong>{' '}
          <span dir="auto">{what}</span>
        </div>
      </li>
    )
  })
}
