import type { Notification, Session, URI } from 'sip.js'

import { fragmentStatus } from './sip-fragment.ts'

/** Milliseconds for the answer to REFER, and for the first word about what came of it. */
const answerLimit = 10_000
const firstWord = 30_000
/** Milliseconds from one word to the next, as long as a colleague may let it ring (RFC 3261 §16.6: timer C). */
const nextWord = 180_000

/** `forgotten`: the other side does not know the dialogue any more (RFC 3261 §12.2.1.2). */
export type ReferralAnswer = 'promised' | 'refused' | 'forgotten'

export interface Referral {
  readonly answer: Promise<ReferralAnswer>
  /** Whether the other side has reached the one it was referred to. Settles only after a promise. */
  readonly reached: Promise<boolean>
}

/**
 * Asks the other side to call somebody else: an address, or in place of us the one we talk to in another session
 * (RFC 3515, RFC 3891). What comes of it is told in NOTIFY requests.
 */
export function refer(session: Session, to: URI | Session): Referral {
  const answer = settleable<ReferralAnswer>()
  const reached = settleable<boolean>()
  let timer = setTimeout(() => answer.resolve('refused'), answerLimit)
  const waitFor = (limit: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => reached.resolve(false), limit)
  }
  const told = (notification: Notification): void => {
    void notification.accept().catch(() => undefined)
    const status = fragmentStatus(notification.request.body)
    // A word about the transfer is a promise, too, where it overtakes the answer to REFER.
    answer.resolve('promised')
    if (status === undefined || status < 200) waitFor(nextWord)
    else {
      clearTimeout(timer)
      reached.resolve(status < 300)
    }
  }
  session
    .refer('clone' in to ? inBrackets(to) : to, {
      onNotify: told,
      requestDelegate: {
        onAccept() {
          waitFor(firstWord)
          answer.resolve('promised')
        },
        onReject({ message }) {
          clearTimeout(timer)
          answer.resolve(message.statusCode === 481 || message.statusCode === 408 ? 'forgotten' : 'refused')
        },
      },
    })
    .catch(() => answer.resolve('refused'))
  return { answer: answer.promise, reached: reached.promise }
}

/** Without them a URI's parameters would be the header's (RFC 3261 §20); SIP.js writes the address as it writes itself. */
function inBrackets(to: URI): URI {
  const address = to.clone()
  const written = `<${to.toString()}>`
  address.toString = () => written
  return address
}

interface Settleable<T> {
  readonly promise: Promise<T>
  readonly resolve: (value: T) => void
}

function settleable<T>(): Settleable<T> {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((settle) => (resolve = settle))
  return { promise, resolve }
}
