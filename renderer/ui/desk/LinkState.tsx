import { RefreshCw, Wifi, WifiOff } from 'lucide-react'
import { useStore } from 'zustand'

import type { Link } from '../../state/shift-store.ts'
import { useWords } from '../frame/words.tsx'
import { Clock } from './Clock.tsx'
import { CommandButton } from './CommandButton.tsx'
import { useDesk } from './desk-context.tsx'
import { useNow } from './use-now.tsx'

/** Whether the centre can be reached, and what the desk does about it. The announcer speaks it once. */
export function LinkState() {
  const { say } = useWords()
  const { stores } = useDesk()
  const link = useStore(stores.shift, (state) => state.link)
  if (link.kind === 'waiting' || link.kind === 'trying') return <LinkLost link={link} />
  if (link.kind === 'signed-out')
    return (
      <p className="link lost">
        <WifiOff aria-hidden />
        {say('link.signed-out')}
      </p>
    )
  return (
    <p className="link up">
      <Wifi aria-hidden />
      {say('link.up')}
    </p>
  )
}

function LinkLost({ link }: { link: Extract<Link, { since: number }> }) {
  const { say } = useWords()
  const { retryLink } = useDesk()
  const now = useNow()
  return (
    <div className="link lost">
      <WifiOff aria-hidden />
      <p>
        {say('link.lost')} <Clock since={link.since} label={say('link.lost.since')} />
        <span className="link-try">
          {link.kind === 'trying'
            ? say('link.trying')
            : say('link.waiting', { seconds: Math.max(0, Math.ceil((link.retryAt - now) / 1_000)) })}
        </span>
      </p>
      <CommandButton
        className="button"
        unavailable={link.kind === 'trying' ? say('link.trying') : undefined}
        onPress={retryLink}
      >
        <RefreshCw aria-hidden />
        {say('link.try-now')}
      </CommandButton>
    </div>
  )
}

/**
 * Shown only when it is not as it should be, and the problem's own sentence has been closed: that the queue knows the
 * agent's state goes without saying.
 */
export function QueueState() {
  const { say } = useWords()
  const { stores, queueNews } = useDesk()
  const untold = useStore(stores.shift, (state) => state.queue === 'untold')
  const told = useStore(stores.problems, (state) =>
    state.problems.some(({ code }) => code === 'queue-not-told'),
  )
  if (!untold || told) return null
  return (
    <div className="queue-untold">
      <p>{say('queue.untold')}</p>
      <CommandButton className="button" onPress={() => queueNews.tellAgain()}>
        <RefreshCw aria-hidden />
        {say('queue.tell-again')}
      </CommandButton>
    </div>
  )
}
