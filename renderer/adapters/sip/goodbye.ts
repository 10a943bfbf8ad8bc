import { Invitation, Inviter, SessionState } from 'sip.js'
import type { Session } from 'sip.js'

import { goneAway } from './call-refusals.ts'
import type { SipLine } from './line.ts'
import { serverAnswers } from './server-answers.ts'

/** Milliseconds: a centre that has not been reached for so long has long since ended the call by itself. */
const patience = 10 * 60_000

/**
 * Ends a session that nobody here uses any more. It is said at once, before the first `await`, since the window may be
 * closing; and said again when the link is back, where the link has swallowed it, so that the customer is not left in a
 * silent call.
 */
export async function sayGoodbye(
  session: Session,
  line: Pick<SipLine, 'answersNow' | 'onBack' | 'userAgent'>,
): Promise<void> {
  try {
    // An answer that crosses the CANCEL is acknowledged and ended by SIP.js (RFC 3261 §9.1).
    if (session instanceof Inviter && isBeginning(session)) await session.cancel()
    else if (session instanceof Invitation && isBeginning(session)) await session.reject(goneAway())
    else if (session.state === SessionState.Established) await sayBye(session, line)
  } catch {
    // The session has ended while its goodbye was being said.
  }
}

const isBeginning = ({ state }: Session): boolean =>
  state === SessionState.Initial || state === SessionState.Establishing

async function sayBye(
  session: Session,
  line: Pick<SipLine, 'answersNow' | 'onBack' | 'userAgent'>,
): Promise<void> {
  const { dialog, userAgent } = session
  await session.bye()
  // The question goes the same way, behind the goodbye: where it is answered, that has arrived, too.
  if (await line.answersNow()) return
  if (!dialog || line.userAgent !== userAgent || !(await serverAnswers(line, patience))) return
  dialog.bye()
}
