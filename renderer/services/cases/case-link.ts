import { retryDelay } from '../../domain/outbox.ts'
import type { Timing } from '../../ports/timing.ts'
import type { Undo } from '../../ports/undo.ts'
import type { CaseStateStore } from '../../state/case-store.ts'

/** How the case system is reached, as it shows in what becomes of requests. */
export interface CaseLink {
  readonly isUp: () => boolean
  /** Something was answered. */
  readonly answered: () => void
  /** Nothing answers: it is tried again after a while. Somebody who is signed out is, unless they have just tried. */
  readonly lost: (hasTried?: boolean) => void
  readonly signedOut: () => void
  /** Now, instead of after the while. */
  readonly tryNow: () => void
  readonly stop: () => void
}

export interface CaseLinkNeeds {
  readonly state: CaseStateStore
  readonly timing: Timing
  readonly random: () => number
  /** Asks for anything; whoever does so tells this link how it went. */
  readonly attempt: () => void
}

export function createCaseLink({ state, timing, random, attempt }: CaseLinkNeeds): CaseLink {
  let tries = 0
  let waiting: Undo | undefined

  const kind = () => state.getState().link.kind

  function stopWaiting(): void {
    waiting?.()
    waiting = undefined
  }

  function tryAgain(): void {
    stopWaiting()
    const { link } = state.getState()
    if (link.kind === 'down') state.setState({ link: { ...link, retryAt: undefined } })
    attempt()
  }

  return {
    isUp: () => kind() === 'up',
    answered() {
      stopWaiting()
      tries = 0
      if (kind() !== 'up') state.setState({ link: { kind: 'up' } })
    },
    lost(hasTried = false) {
      if (kind() === 'none' || (kind() === 'signed-out' && !hasTried)) return
      // Several requests fail at once: that is one failure.
      if (kind() === 'down' && waiting) return
      const delay = Math.max(250, retryDelay(tries, random()))
      tries += 1
      const { link } = state.getState()
      const since = link.kind === 'down' ? link.since : timing.now()
      state.setState({ link: { kind: 'down', since, retryAt: timing.now() + delay } })
      waiting = timing.after(delay, tryAgain)
    },
    signedOut() {
      stopWaiting()
      state.setState({ link: { kind: 'signed-out' } })
    },
    tryNow() {
      tries = 0
      if (kind() === 'down') tryAgain()
      else if (kind() === 'up') attempt()
    },
    stop: stopWaiting,
  }
}
