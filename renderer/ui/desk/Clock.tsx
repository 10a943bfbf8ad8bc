import { clockTime } from '../../words/times.ts'
import { useNow } from './use-now.tsx'

/** Time passed since a moment. Not announced: a screen reader would never stop. @param since epoch milliseconds */
export function Clock({ since, label }: { since: number; label: string }) {
  const passed = clockTime(useNow() - since)
  return (
    <time className="clock" role="timer" aria-live="off" aria-label={`${label} ${passed}`}>
      {passed}
    </time>
  )
}
