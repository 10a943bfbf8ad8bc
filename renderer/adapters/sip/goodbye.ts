import { Invitation, Inviter, SessionState } from 'sip.js'
import type { Session } from 'sip.js'

import { serverAnswers } from './reinvite.ts'
import type { SipLine } from './line.ts'

/** Milliseconds: a centre that has not been reached for so long has long since ended the call by itself. */
const patience = 10 * 60_000

/**
 * Ends a session that nobody here uses any more. The agent does not wait for it: a goodbye that the link has swallowed is
 * said when the link is back, so that the customer is not left in a silent call.
 */
export async function sayGoodbye(
  session: Session,
  line: Pick<SipLine, 'answersNow' | 'onBack'>,
): Promise<void> {
  try {
    if (session instanceof Inviter && isBeginning(session)) {
      // An answer that crosses the CANCEL is acknowledged and ended by SIP.js (RFC 3261 §9.1).
      await session.cancel()
      return
    }
    if (session instanceof Invitation && isBeginning(session)) await settled(session)
    if (session.state !== SessionState.Established) return
    await serverAnswers(line, patience)
    await session.bye()
  } catch {
    // The session has ended while its goodbye was being said.
  }
}

const isBeginning = ({ state }: Session): boolean =>
  state === SessionState.Initial || state === SessionState.Establishing

/** An answer that is on its way arrives, or fails. */
const settled = (session: Session): Promise<void> =>
  new Promise((resolve) => {
    const listener = (): void => {
      session.stateChange.removeListener(listener)
      resolve()
    }
    session.stateChange.addListener(listener)
  })
