import { Inviter, SessionState } from 'sip.js'
import type { Session, UserAgent } from 'sip.js'

import { addressOf } from './address.ts'
import { within } from '../link/within.ts'

/** Milliseconds for the answer. */
const answerLimit = 5_000
/** Milliseconds that a PBX gets to do what the number means before its announcement is cut off. */
const workLimit = 500

export interface DialledCode {
  readonly userAgent: UserAgent
  readonly domain: string
  readonly number: string
  /** This session only listens: no microphone is opened for it. */
  readonly listenOnly: (session: Session) => void
}

/** Whether a PBX has answered a number that means something to it. Resolves when the call is over. */
export async function dialCode({ userAgent, domain, number, listenOnly }: DialledCode): Promise<boolean> {
  const target = addressOf(number, domain)
  if (!target) return false
  const session = new Inviter(userAgent, target, { earlyMedia: false })
  try {
    listenOnly(session)
  } catch {
    // The browser makes no connection, as with a wrong ICE server.
    return false
  }
  const over = reaches(session, SessionState.Terminated)
  const answered = reaches(session, SessionState.Established)
  // Where the other side refuses, or the media fail, the session ends.
  session.invite().catch(() => void session.dispose())
  await within(answerLimit, Promise.race([answered, over]))
  if (session.state !== SessionState.Established) {
    if (session.state !== SessionState.Terminated) await session.cancel().catch(() => undefined)
    return false
  }
  await within(workLimit, over)
  // Rejects where the other side has ended it already.
  await session.bye().catch(() => undefined)
  return true
}

const reaches = (session: Session, wanted: SessionState): Promise<void> =>
  new Promise((resolve) => {
    session.stateChange.addListener((state) => {
      if (state === wanted) resolve()
    })
  })
