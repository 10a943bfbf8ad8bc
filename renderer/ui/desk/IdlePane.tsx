import { Coffee, Headphones } from 'lucide-react'
import { useRef } from 'react'
import { useStore } from 'zustand'

import { useWords } from '../frame/words.tsx'
import { answerKey } from './answer-key.ts'
import { useDesk } from './desk-context.tsx'
import { RecentList } from './RecentList.tsx'
import { useFocusIfLost } from './use-focus-if-lost.ts'

/** Between interactions: what the desk waits for, and what was done last. */
export function IdlePane() {
  const { say } = useWords()
  const { stores } = useDesk()
  const available = useStore(stores.shift, (state) => state.agent.kind === 'available')
  const recent = useStore(stores.work, (state) => state.recent)
  const Icon = available ? Headphones : Coffee
  const heading = useRef<HTMLHeadingElement>(null)
  useFocusIfLost(heading, available)
  return (
    <div className="idle">
      <section className="idle-card">
        <title>{say('app.title')}</title>
        <Icon aria-hidden />
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {say(available ? 'idle.available.heading' : 'idle.not-ready.heading')}
          </h1>
          <p>{available ? say('idle.available.body', { key: answerKey }) : say('idle.not-ready.body')}</p>
        </div>
      </section>
      <section aria-labelledby="recent-heading">
        <h2 id="recent-heading">{say('recent.heading')}</h2>
        {recent.length === 0 ? (
          <p className="quiet">{say('recent.none')}</p>
        ) : (
          <RecentList interactions={recent} />
        )}
      </section>
    </div>
  )
}
