import type { Session } from 'sip.js'

/** Milliseconds that a re-INVITE may take before the agent is told that it did not happen. */
const limit = 5_000

/**
 * Offers the session anew (RFC 3261 §14). Resolves `true` when the other side has agreed in time; `late` hears of an
 * agreement that comes after that, since the other side acts on it all the same.
 */
export function reinvite(session: Session, late: () => void): Promise<boolean> {
  return new Promise((resolve) => {
    let waited = false
    const timer = setTimeout(() => {
      waited = true
      resolve(false)
    }, limit)
    const settle = (agreed: boolean): void => {
      clearTimeout(timer)
      if (!waited) resolve(agreed)
      else if (agreed) late()
    }
    const requestDelegate = { onAccept: () => settle(true), onReject: () => settle(false) }
    session.invite({ requestDelegate }).catch(() => settle(false))
  })
}
