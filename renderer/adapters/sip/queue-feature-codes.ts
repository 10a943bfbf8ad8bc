import { Inviter, SessionState } from 'sip.js'
import type { Session } from 'sip.js'

import { problem } from '../../domain/problem.ts'
import type { QueueSetup, QueueState } from '../../domain/queue-state.ts'
import { done, failed } from '../../domain/result.ts'
import type { CallQueue } from '../../ports/call-queue.ts'
import { addressOf } from './address.ts'
import type { SipLine } from './line.ts'

/** Milliseconds for the answer, and for the announcement that may follow it. */
const answerLimit = 5_000
const announcementLimit = 2_000

export type FeatureCodes = Extract<QueueSetup, { kind: 'feature-codes' }>

/** The strings to dial for a state: one for each queue where the code names the queue, none where there is no code. */
export function dialStrings(setup: FeatureCodes, state: QueueState, user: string): readonly string[] {
  const reason = state.kind === 'not-ready' ? state.reason : undefined
  const code = (reason && setup.reasons[reason]) ?? setup.codes[state.kind]
  if (code === undefined) return []
  const filled = code.replaceAll('{user}', () => user).replaceAll('{reason}', () => reason ?? '')
  return filled.includes('{queue}')
    ? setup.queues.map((queue) => filled.replaceAll('{queue}', () => queue))
    : [filled]
}

export interface FeatureCodesNeeds {
  readonly line: SipLine
  /** This session only listens: no microphone is opened for it. */
  readonly listenOnly: (session: Session) => void
  readonly setup: FeatureCodes
}

/** Tells the queues by calling numbers, one after the other. A queue has agreed when its number has been answered. */
export function featureCodesQueue({ line, listenOnly, setup }: FeatureCodesNeeds): CallQueue {
  return {
    async tell(state) {
      const { account, userAgent } = line
      if (!account || !userAgent) return failed(problem('queue-not-told'))
      for (const dialled of dialStrings(setup, state, account.user)) {
        const target = addressOf(dialled, account.domain)
        if (!target) return failed(problem('queue-not-told'))
        const session = new Inviter(userAgent, target, { earlyMedia: false })
        listenOnly(session)
        if (!(await isAnswered(session))) return failed(problem('queue-not-told'))
      }
      return done
    },
  }
}

/** Whether the other side has accepted the call. Resolves when the call is over: a PBX may allow only one at a time. */
async function isAnswered(session: Inviter): Promise<boolean> {
  const over = reaches(session, SessionState.Terminated)
  const answered = reaches(session, SessionState.Established)
  // Where the other side refuses, or the media fail, the session ends.
  session.invite().catch(() => void session.dispose())
  await within(answerLimit, [answered, over])
  if (session.state !== SessionState.Established) {
    if (session.state !== SessionState.Terminated) await session.cancel().catch(() => undefined)
    return false
  }
  await within(announcementLimit, [over])
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

/** @param limit milliseconds */
function within(limit: number, events: readonly Promise<void>[]): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, limit)
    for (const event of events) {
      void event.then(() => {
        clearTimeout(timer)
        resolve()
      })
    }
  })
}
