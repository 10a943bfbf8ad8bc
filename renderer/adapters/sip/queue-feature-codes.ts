import type { Session } from 'sip.js'

import { problem } from '../../domain/problem.ts'
import { sameQueueState } from '../../domain/queue-state.ts'
import type { QueueSetup, QueueState } from '../../domain/queue-state.ts'
import { done, failed } from '../../domain/result.ts'
import type { CallQueue } from '../../ports/call-queue.ts'
import { dialCode } from './dial-code.ts'
import type { SipLine } from './line.ts'

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
  readonly line: Pick<SipLine, 'account' | 'userAgent'>
  /** This session only listens: no microphone is opened for it. */
  readonly listenOnly: (session: Session) => void
  readonly setup: FeatureCodes
}

/** Tells the queues by calling numbers. A queue has agreed when its number has been answered. */
export function featureCodesQueue({ line, listenOnly, setup }: FeatureCodesNeeds): CallQueue {
  /** The newest news, and which numbers have not agreed to it yet. */
  let news: { readonly state: QueueState; missed: readonly string[] } | undefined
  /** A PBX may allow one call of an agent's at a time. */
  let turn: Promise<unknown> = Promise.resolve()

  async function agrees(number: string): Promise<boolean> {
    const { account, userAgent } = line
    return !!account && !!userAgent && dialCode({ userAgent, domain: account.domain, number, listenOnly })
  }

  /** Resolves with those that have not agreed: all that are left, when there is newer news. */
  async function oneAfterTheOther(
    numbers: readonly string[],
    isNews: () => boolean,
  ): Promise<readonly string[]> {
    const missed: string[] = []
    for (const number of numbers) if (!isNews() || !(await agrees(number))) missed.push(number)
    return missed
  }

  /** Who leaves has no time for one after the other, and nobody to try again for those that refuse. */
  async function allAtOnce(numbers: readonly string[]): Promise<readonly string[]> {
    const agreed = await Promise.all(numbers.map(agrees))
    return numbers.filter((_, index) => !agreed[index])
  }

  return {
    async tell(state) {
      if (!line.account) return failed(problem('queue-not-told'))
      const all = dialStrings(setup, state, line.account.user)
      const isAgain = news && sameQueueState(news.state, state) && news.missed.length > 0
      const mine = { state, missed: isAgain && news ? news.missed : all }
      news = mine
      const told =
        state.kind === 'signed-out'
          ? allAtOnce(mine.missed)
          : turn.then(() => oneAfterTheOther(mine.missed, () => news === mine))
      turn = told.catch(() => undefined)
      mine.missed = await told
      return mine.missed.length === 0 ? done : failed(problem('queue-not-told'))
    },
  }
}
