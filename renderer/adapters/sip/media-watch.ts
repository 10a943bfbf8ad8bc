import type { Undo } from '../../ports/undo.ts'
import type { CallMedia } from './call-media.ts'
import { PathJudge } from './path-judge.ts'

/** Milliseconds between two looks, and between two while it is waited for the sound to come back. */
const interval = 250
const anxious = 50
/** Milliseconds between two pings of the server while nothing is heard. */
const pingInterval = 2_000
/** Milliseconds by which the socket may have died before or after the sound for both to have one cause. */
const sameCause = 1_500

export interface MediaWatchNeeds {
  readonly media: Pick<CallMedia, 'path' | 'receives' | 'counters'>
  readonly now: () => number
  readonly answersNow: () => Promise<boolean>
  /** When the socket was lost for the last time; `undefined` if never. */
  readonly linkLostAt: () => number | undefined
  /** Nothing can arrive any more; since when nothing did. */
  readonly onLost: (since: number, expected: boolean) => void
  /** Something arrives again. */
  readonly onBack: () => void
}

export interface MediaWatch {
  /** Nothing has been found lost, or it is back. */
  readonly isWell: boolean
  readonly stop: Undo
}

/**
 * Looks whether the other side can still be heard. `connectionState` alone says so some five seconds late, and not at all
 * when only one direction has died.
 */
export function watchMedia(needs: MediaWatchNeeds): MediaWatch {
  const { media, now } = needs
  const judge = new PathJudge(now())
  let lost = false
  let stopped = false
  let pingedAt = -Infinity

  const lose = (since: number): void => {
    if (lost || stopped) return
    lost = true
    needs.onLost(since, media.receives)
  }

  /** A dead socket proves that it is the link, and that nobody is only silent. */
  async function askServer(since: number): Promise<void> {
    if ((needs.linkLostAt() ?? -Infinity) > since - sameCause) {
      lose(since)
      return
    }
    if (now() - pingedAt < pingInterval) return
    pingedAt = now()
    if (!(await needs.answersNow())) lose(since)
  }

  async function look(): Promise<void> {
    const finding = judge.look(await media.counters(), now(), media.receives)
    if (stopped) return
    if (lost) {
      if (!finding.lives || media.path !== 'connected') return
      lost = false
      judge.trust(now())
      needs.onBack()
      return
    }
    const isBroken = media.path === 'disconnected' || media.path === 'failed'
    if (isBroken || (finding.isDead && (finding.isSuspect || !media.receives))) lose(finding.quietSince)
    else if (finding.isSuspect) await askServer(finding.quietSince)
  }

  const lookAgain = (): ReturnType<typeof setTimeout> =>
    setTimeout(
      () => {
        void look()
          .catch(() => undefined) // The connection was closed in mid-look: the call is over, or has another one.
          .then(() => !stopped && (timer = lookAgain()))
      },
      lost ? anxious : interval,
    )
  let timer = lookAgain()
  return {
    get isWell() {
      return !lost
    },
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
