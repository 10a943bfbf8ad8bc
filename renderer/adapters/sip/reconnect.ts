import type { Undo } from '../../ports/undo.ts'

/** Milliseconds: the first and the longest wait. Full jitter keeps a thousand desks from returning at one moment. */
const first = 250
const longest = 2_000

export interface ReconnectNeeds {
  /** Resolves when the server has accepted the account again; rejects while it has not. */
  readonly attempt: () => Promise<void>
  readonly onBack: () => void
  readonly random: () => number
}

/** Tries again until it works or is undone; never gives up by itself. */
export function reconnect({ attempt, onBack, random }: ReconnectNeeds): Undo {
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = (tries: number): void => {
    timer = setTimeout(() => void now(tries), random() * Math.min(longest, first * 2 ** tries))
  }
  const now = async (tries: number): Promise<void> => {
    try {
      await attempt()
      if (!stopped) onBack()
    } catch {
      if (!stopped) later(tries + 1)
    }
  }
  later(0)
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
