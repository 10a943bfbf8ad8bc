import { Timer } from 'lucide-react'
import { useStore } from 'zustand'

import { clockTime } from '../../words/times.ts'
import { useWords } from '../frame/words.tsx'
import { Clock } from './Clock.tsx'
import { useDesk } from './desk-context.tsx'
import { useNow } from './use-now.tsx'

/** How long the wrap-up has taken, and how long it should; it tells, and takes nothing away. */
export function WrapUpClock() {
  const { stores } = useDesk()
  const agent = useStore(stores.shift, (state) => state.agent)
  return agent.kind === 'wrap-up' ? <Running since={agent.since} /> : null
}

function Running({ since }: { since: number }) {
  const { say } = useWords()
  const { stores } = useDesk()
  const limit = useStore(stores.shift, ({ workplace }) => workplace?.wrapUpSeconds)
  const now = useNow()
  const over = limit !== undefined && now > since + limit * 1_000
  return (
    <div className="wrap-up-clock">
      <p>
        <Timer aria-hidden />
        <Clock since={since} label={say('wrapup.clock')} />
        {limit !== undefined && say('wrapup.clock.of', { limit: clockTime(limit * 1_000) })}
      </p>
      {/* There from the start: a screen reader hears what comes into it, and its place is kept for it. */}
      {limit !== undefined && (
        <p role="status" className="over" data-room-for={say('wrapup.clock.over')}>
          {over && <span>{say('wrapup.clock.over')}</span>}
        </p>
      )}
    </div>
  )
}
