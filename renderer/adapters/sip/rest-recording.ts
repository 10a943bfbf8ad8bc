import type { Session } from 'sip.js'

import type { SipLine } from './line.ts'
import { serverAnswers } from './server-answers.ts'

/** Milliseconds to wait for the link, and then for the answer: the customer is about to speak. */
const limit = 5_000

/** `forgotten`: the other side does not know the dialogue any more (RFC 3261 §12.2.1.2). */
export type RecordingAnswer = 'noted' | 'refused' | 'forgotten'

/**
 * Asks whoever records the call to rest, or to go on: an INFO with the header `Record`, as Yealink's telephones send it at
 * their record key (Administrator's Guide, "Call Recording") and as Asterisk reads it (res_pjsip_one_touch_record_info.c).
 * It names no Info Package: it is a legacy use (RFC 6086 §2).
 */
export async function restRecording(
  session: Session,
  paused: boolean,
  line: Pick<SipLine, 'answersNow' | 'onBack'>,
): Promise<RecordingAnswer> {
  if (!(await serverAnswers(line, limit))) return 'refused'
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('refused'), limit)
    const settle = (answer: RecordingAnswer): void => {
      clearTimeout(timer)
      resolve(answer)
    }
    session
      .info({
        requestOptions: { extraHeaders: [`Record: ${paused ? 'off' : 'on'}`] },
        requestDelegate: {
          onAccept: () => settle('noted'),
          onRedirect: () => settle('refused'),
          // A 408 ends nothing here: a customer must not be hung up on because somebody answers no INFO.
          onReject: ({ message }) => settle(message.statusCode === 481 ? 'forgotten' : 'refused'),
        },
      })
      // The session has ended meanwhile.
      .catch(() => settle('refused'))
  })
}
