import type { Session, URI } from 'sip.js'

import type { EndCause } from '../../domain/call.ts'
import { problem } from '../../domain/problem.ts'
import type { Problem } from '../../domain/problem.ts'
import { done, failed } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { SipLine } from './line.ts'
import { refer } from './referral.ts'
import type { Referral } from './referral.ts'
import { serverAnswers } from './server-answers.ts'

/** Milliseconds that a transfer waits for a link that is down. */
const linkPatience = 5_000

/** `promised`: the other side has agreed to go elsewhere, or is being fetched there: if it hangs up now, that is why. */
export type HandOverStage = 'none' | 'asked' | 'promised'

/** A call, as far as a transfer moves it. */
export interface MovableCall {
  readonly session: Session
  readonly isTalking: boolean
  handOver: HandOverStage
  isOver(): boolean
  setHeld(held: boolean): Promise<Result<undefined, Problem>>
  leave(cause: EndCause): void
  tell(fact: { kind: 'transfer-asked'; to: string } | { kind: 'transfer-refused' }): void
}

export interface HandOver {
  readonly line: Pick<SipLine, 'answersNow' | 'onBack'>
  /** An address (RFC 5589 §5), or the consultation whose colleague takes the customer over (RFC 5589 §7). */
  readonly to: URI | MovableCall
  readonly shown: string
}

const refused = failed(problem('transfer-failed'))

/**
 * The customer waits on hold while the other end is asked, and goes on waiting when that refuses: the agent may have
 * turned to somebody else by then.
 */
export async function handOver(call: MovableCall, hand: HandOver): Promise<Result<undefined, Problem>> {
  const consultation = consultationOf(hand)
  if (!call.isTalking) return consultation ? refused : done
  if (call.handOver !== 'none' || consultation?.isTalking === false) return refused
  if (!(await call.setHeld(true)).ok) return refused
  const referral = await ask(call, hand)
  const answer = await referral?.answer
  if (call.isOver()) return done
  if (!referral || answer !== 'promised') {
    if (answer === 'forgotten') call.leave('forgotten')
    reach('none', call, consultation)
    return refused
  }
  reach('promised', call, consultation)
  call.tell({ kind: 'transfer-asked', to: hand.shown })
  void referral.reached.then((reached) => {
    if (reached) {
      call.leave('transferred')
      consultation?.leave('transferred')
      return
    }
    if (!call.isOver()) call.tell({ kind: 'transfer-refused' })
    reach('none', call, consultation)
  })
  return done
}

async function ask(call: MovableCall, hand: HandOver): Promise<Referral | undefined> {
  if (!(await serverAnswers(hand.line, linkPatience)) || call.isOver()) return undefined
  const consultation = consultationOf(hand)
  reach('asked', call, consultation)
  return refer(call.session, consultation?.session ?? (hand.to as URI))
}

const consultationOf = ({ to }: HandOver): MovableCall | undefined => ('session' in to ? to : undefined)

function reach(stage: HandOverStage, call: MovableCall, consultation: MovableCall | undefined): void {
  call.handOver = stage
  if (consultation) consultation.handOver = stage
}
