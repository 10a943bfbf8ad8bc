import { UserAgent } from 'sip.js'
import type { Invitation, Session, SessionDescriptionHandler } from 'sip.js'

import { problem } from '../../domain/problem.ts'
import type { Problem } from '../../domain/problem.ts'
import { failed } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { LinkDoubt, LinkFact, TelephonyAccount } from '../../ports/telephony.ts'
import type { Undo } from '../../ports/undo.ts'
import { createListeners } from '../link/listeners.ts'
import { SipShift } from './sip-shift.ts'
import { userAgentOptions } from './user-agent-options.ts'

export interface SipLineNeeds {
  readonly now: () => number
  readonly random: () => number
  readonly emit: (fact: LinkFact) => void
  readonly onInvite: (invitation: Invitation) => void
  readonly mediaFor: (session: Session) => SessionDescriptionHandler
}

/**
 * The signalling link to the centre: a registered SIP user agent that comes back by itself.
 *
 * Calls live on over every reconnection, since the user agent and its dialogues stay while connections come and go.
 * What works in a running call afterwards depends on the server:
 * - It gives addresses that stay (GRUU, RFC 5627): everything works in both directions.
 * - It does not: the desk's own requests (hold, hang up, transfer) work, since they carry nothing of the old connection.
 *   The other side's (their hold, their hang-up) go to the old one and are lost, until the desk has sent a re-INVITE,
 *   which is answered over the new connection. That one also finds out a customer who has hung up meanwhile.
 *
 * Servers are tried in their order at the sign-in, and in turn when the link was lost, the one that worked last first.
 * A desk that has gone over to another server stays there until that one fails: going back would be another outage.
 */
export interface SipLine {
  /** Fails with wrong-password, server-unreachable or server-refused. A refused password goes to no further server. */
  signIn(account: TelephonyAccount): Promise<Result<undefined, Problem>>
  /**
   * Tells the server at once, and leaves when it has answered and the calls' goodbyes have gone; without an answer,
   * within about a second.
   */
  signOut(goodbyes?: Promise<unknown>): Promise<void>
  /** Looks at the link now; a link that is down is tried again at once. */
  doubt(why: LinkDoubt): void
  /** Of the shift that is signed in, or signing in; it stays the same one across every reconnection. */
  readonly userAgent: UserAgent | undefined
  readonly account: TelephonyAccount | undefined
  /** Whether the server answers a ping now. Where it does not, recovery has begun when this resolves. */
  answersNow(): Promise<boolean>
  /** Told each time the account is registered again over a new connection. */
  onBack(listener: () => void): Undo
}

export function createSipLine({ now, random, emit, onInvite, mediaFor }: SipLineNeeds): SipLine {
  const back = createListeners<undefined>()
  const facts = createListeners<LinkFact>()
  facts.listen(emit)
  let shift: SipShift | undefined

  const userAgentFor = (account: TelephonyAccount): UserAgent | undefined => {
    const options = userAgentOptions(account)
    return (
      options &&
      new UserAgent({ ...options, sessionDescriptionHandlerFactory: mediaFor, delegate: { onInvite } })
    )
  }

  async function signOut(goodbyes?: Promise<unknown>): Promise<void> {
    const leaving = shift
    shift = undefined
    await leaving?.end(goodbyes)
  }

  return {
    async signIn(account) {
      await signOut()
      const userAgent = userAgentFor(account)
      if (!userAgent) return failed(problem('server-refused'))
      const beginning = new SipShift({
        account,
        userAgent,
        now,
        random,
        emit: facts.tell,
        onBack: () => back.tell(undefined),
      })
      shift = beginning
      const result = await beginning.signIn()
      if (!result.ok) {
        if (shift === beginning) shift = undefined
        await beginning.end()
      }
      return result
    },
    signOut,
    doubt: () => shift?.doubt(),
    get userAgent() {
      return shift?.userAgent
    },
    get account() {
      return shift?.account
    },
    answersNow: () => shift?.answersNow() ?? Promise.resolve(false),
    onBack: back.listen,
  }
}
