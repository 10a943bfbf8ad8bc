import type { Clock } from '../../../electron/centre/practice/clock.ts'

/** A clock that stands still until it is told how much time has passed. */
export interface FakeClock extends Clock {
  /** Lets so many milliseconds pass, and runs what falls due, in order. */
  pass(milliseconds: number): void
}

export function fakeClock(): FakeClock {
  let now = 0
  const due = new Set<{ readonly at: number; readonly action: () => void }>()
  return {
    now: () => now,
    wallTime: () => 1_800_000_000_000.25 + now,
    after(milliseconds, action) {
      const entry = { at: now + milliseconds, action }
      due.add(entry)
      return () => {
        due.delete(entry)
      }
    },
    pass(milliseconds) {
      const end = now + milliseconds
      for (;;) {
        const next = [...due].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        due.delete(next)
        now = Math.max(now, next.at)
        next.action()
      }
      now = end
    },
  }
}
