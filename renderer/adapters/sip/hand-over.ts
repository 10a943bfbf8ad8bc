import type { Session, URI } from 'sip.js'

import type { EndCause } from '../../domain/call.ts'
import { problem } from '../../domain/problem.ts'
import type { Problem } from '../../domain/problem.ts'
import { done, failed } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { SipLine } from './line.ts'
import { refer } from './referral.ts'
import type { Referral } from './referral.ts'
import { serverAnswers } from './reinvite.ts'

/** Milliseconds that a transfer waits for a link that is down. */
const linkPatience = 5_000

/** A call, as far as a transfer moves it. */
export interface Transferable {
  readonly session: Session
  readonly isTalking: boolean
  readonly isHeld: boolean
  /** The other side has promised to go elsewhere, or is being fetched there: if it hangs up, that is why. */
  isLeaving: boolean
  isOver(): boolean
  setHeld(held: boolean): Promise<Result<undefined, Problem>>
  leave(cause: EndCause): void
  tell(fact: { kind: 'transfer-asked'; to: string } | { kind: 'transfer-refused' }): void
}

export interface HandOver {
  readonly line: Pick<SipLine, 'answersNow' | 'onBack'>
  /** An address (RFC 5589 §5), or the consultation whose colleague takes the customer over (RFC 5589 §7). */
  readonly to: URI | Transferable
  readonly shown: string
}

const refused = failed(problem('transfer-failed'))

/** The customer waits on hold while the other end is asked; who is refused gets their customer back as they were. */
export async function handOver(call: Transferable, hand: HandOver): Promise<Result<undefined, Problem>> {
  if (!call.isTalking) return done
  if (call.isLeaving || consultationOf(hand)?.isTalking === false) return refused
  const wasHeld = call.isHeld
  const takeBack = (): void => {
    expectToLeave(call, hand, false)
    if (!wasHeld && !call.isOver()) void call.setHeld(false)
  }
  if (!(await call.setHeld(true)).ok) return refused
  const referral = await ask(call, hand)
  const answer = await referral?.answer
  if (call.isOver()) return done
  if (!referral || answer !== 'promised') {
    if (answer === 'forgotten') call.leave('forgotten')
    takeBack()
    return refused
  }
  call.tell({ kind: 'transfer-asked', to: hand.shown })
  void referral.reached.then((reached) => {
    if (reached) {
      call.leave('transferred')
      consultationOf(hand)?.leave('transferred')
      return
    }
    if (!call.isOver()) call.tell({ kind: 'transfer-refused' })
    takeBack()
  })
  return done
}

async function ask(call: Transferable, hand: HandOver): Promise<Referral | undefined> {
  if (!(await serverAnswers(hand.line, linkPatience)) || call.isOver()) return undefined
  expectToLeave(call, hand, true)
  return refer(call.session, consultationOf(hand)?.session ?? (hand.to as URI))
}

const consultationOf = ({ to }: HandOver): Transferable | undefined => ('session' in to ? to : undefined)

function expectToLeave(call: Transferable, hand: HandOver, leaving: boolean): void {
  call.isLeaving = leaving
  const consultation = consultationOf(hand)
  if (consultation) consultation.isLeaving = leaving
}
