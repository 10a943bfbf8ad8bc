import type { Timing } from '../../renderer/ports/timing.ts'

/** A clock that the test turns. */
export function createTimingStandIn(start: number): Timing & { pass(milliseconds: number): void } {
  let now = start
  const waiting = new Set<{ at: number; call: () => void }>()
  return {
    now: () => now,
    after(milliseconds, call) {
      const entry = { at: now + milliseconds, call }
      waiting.add(entry)
      return () => waiting.delete(entry)
    },
    pass(milliseconds) {
      now += milliseconds
      for (const entry of [...waiting].filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)) {
        waiting.delete(entry)
        entry.call()
      }
    },
  }
}
