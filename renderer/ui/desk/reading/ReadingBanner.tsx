import { BookOpen } from 'lucide-react'
import { useStore } from 'zustand'

import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'

/** Says all the time that nothing can be saved, why, and what to do; nobody can dismiss it. */
export function ReadingBanner() {
  const { say } = useWords()
  return (
    <section className="reading-banner" aria-labelledby="reading-heading">
      <BookOpen aria-hidden />
      <div>
        <h2 id="reading-heading">{say('reading.heading')}</h2>
        <p>
          {say('reading.why')} {say('reading.remedy')}
        </p>
        <Strange />
      </div>
    </section>
  )
}

/** How much is not shown; counting a large store takes a while. */
function Strange() {
  const { say } = useWords()
  const count = useStore(useDesk().stores.shift, ({ strange }) => strange)
  return (
    <p role="status" className="reading-strange">
      {count === undefined
        ? say('reading.counting')
        : count === 0
          ? say('reading.all-shown')
          : say('reading.strange', { count })}
    </p>
  )
}
