import type { Timing } from '../../renderer/ports/timing.ts'

interface Alarm {
  readonly owner: string
  readonly at: number
  readonly call: () => void
}

export interface VirtualClock {
  readonly now: () => number
  /** The same time as seen by somebody whose clock is so many milliseconds ahead. */
  for(owner: string, ahead: () => number): Timing
  /** When the next timer goes off, if one does until then. */
  nextUntil(time: number): number | undefined
  /** Goes on to this time, and lets go off what was due at it. */
  moveTo(time: number): void
  /** Nothing that this one has asked for goes off any more. */
  drop(owner: string): void
}

/** Time that passes only when it is told to. Timers count real time; putting a clock forward does not set them off. */
export function createVirtualClock(start: number): VirtualClock {
  let now = start
  const alarms = new Set<Alarm>()
  return {
    now: () => now,
    for: (owner, ahead) => ({
      now: () => now + ahead(),
      after(milliseconds, call) {
        const alarm = { owner, at: now + Math.max(0, milliseconds), call }
        alarms.add(alarm)
        return () => alarms.delete(alarm)
      },
    }),
    nextUntil(time) {
      const due = [...alarms].map(({ at }) => at).filter((at) => at <= time)
      return due.length === 0 ? undefined : Math.min(...due)
    },
    moveTo(time) {
      now = Math.max(now, time)
      for (const alarm of [...alarms].filter(({ at }) => at <= now).sort((a, b) => a.at - b.at))
        if (alarms.delete(alarm)) alarm.call()
    },
    drop(owner) {
      for (const alarm of alarms) if (alarm.owner === owner) alarms.delete(alarm)
    },
  }
}
