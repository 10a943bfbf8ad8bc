import type { Clock } from './clock.ts'
import { frameMilliseconds } from './g711.ts'

/** One 20 ms beat for all calls: a timer for each call would cost far more. It stands still while nobody listens. */
export interface RtpClock {
  /** Calls `tick` every 20 ms, for the first time at once, until the returned function is called. */
  add(tick: () => void): () => void
}

/** Behind by more than this (the computer slept), beats are left out instead of made up for. */
const mostLateMilliseconds = 200

export function createRtpClock(clock: Clock): RtpClock {
  const ticks = new Set<() => void>()
  let due = 0
  let stop: () => void = () => undefined

  const beat = (): void => {
    const now = clock.now()
    if (now - due > mostLateMilliseconds) due = now
    for (; due <= now; due += frameMilliseconds) for (const tick of [...ticks]) tick()
    if (ticks.size > 0) stop = clock.after(due - now, beat)
  }

  return {
    add(tick) {
      ticks.add(tick)
      if (ticks.size === 1) {
        due = clock.now()
        stop = clock.after(0, beat)
      }
      return () => {
        ticks.delete(tick)
        if (ticks.size === 0) stop()
      }
    },
  }
}
