import { isLater } from '../../domain/case-event.ts'
import type { EventId } from '../../domain/case-event.ts'

/**
 * The newest event of the case system that this desk has seen. One that is written after it and is not newer tells that
 * the case system has gone back in time.
 */
export interface NewestEvent {
  readonly see: (event: EventId | undefined) => void
  readonly now: () => EventId | undefined
  /** Something that was written when `before` was the newest is said to be this event. */
  readonly check: (event: EventId | undefined, before: EventId | undefined) => void
  /** A case has not come as far as it had before. */
  readonly suspect: () => void
  /** Whether the case system seems to have gone back, until everything has been read anew. */
  readonly isSuspect: () => boolean
  readonly forget: () => void
  /** A time for what has just been sent: later than every one before, even by a clock that was put back. */
  readonly stamp: (now: number) => number
}

export function createNewestEvent(): NewestEvent {
  let newest: EventId | undefined
  let isSuspect = false
  let lastStamp = 0
  const see = (event: EventId | undefined): void => {
    if (event !== undefined && (newest === undefined || isLater(event, newest))) newest = event
  }
  return {
    see,
    now: () => newest,
    check(event, before) {
      if (event !== undefined && before !== undefined && !isLater(event, before)) isSuspect = true
      see(event)
    },
    suspect: () => void (isSuspect = true),
    isSuspect: () => isSuspect,
    stamp: (now) => (lastStamp = Math.max(now, lastStamp + 1)),
    forget() {
      newest = undefined
      isSuspect = false
    },
  }
}
