import { SessionState } from 'sip.js'
import type { Invitation, Session, SessionDelegate } from 'sip.js'

import type { CallFact, EndCause } from '../../domain/call.ts'
import type { CallId } from '../../domain/ids.ts'
import { problem } from '../../domain/problem.ts'
import type { Problem } from '../../domain/problem.ts'
import { done, failed } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { CallAudio, Microphone } from '../../ports/call-audio.ts'
import { CallLeg } from './call-leg.ts'
import type { CallLegNeeds } from './call-leg.ts'
import { CallMicrophone } from './call-microphone.ts'
import { callerOf } from './caller.ts'
import { sayGoodbye } from './goodbye.ts'
import type { Transferable } from './hand-over.ts'
import type { UnplacedFact } from './unplaced-fact.ts'

type Shared = 'line' | 'media' | 'renewal' | 'linkLostAt' | 'now' | 'random'

export interface SipCallNeeds extends Pick<CallLegNeeds, Shared> {
  readonly id: CallId
  readonly audio: Pick<CallAudio, 'openMicrophone' | 'playCustomer'>
  readonly emit: (fact: CallFact) => void
  readonly onEnded: () => void
}

export type Outcome = Result<undefined, Problem>

/** One call: an INVITE dialogue (RFC 3261 §12) with its sound, from either side. */
export abstract class SipCall implements Transferable {
  readonly microphone: CallMicrophone
  readonly #needs: SipCallNeeds
  #session: Session | undefined
  #leg: CallLeg | undefined
  /** What it would be called if it ended now. */
  protected cause: EndCause
  #muted = false
  isHeld = false
  #heldByThem = false
  #ended = false
  #talking = false
  isLeaving = false
  /** Settles when the other side has been told of the end. */
  goodbye: Promise<void> = Promise.resolve()

  constructor(needs: SipCallNeeds, cause: EndCause) {
    this.#needs = needs
    this.cause = cause
    this.microphone = new CallMicrophone(needs.audio)
  }

  get id(): CallId {
    return this.#needs.id
  }

  get session(): Session {
    if (!this.#session) throw new Error('a call follows its session from the start')
    return this.#session
  }

  isOf(session: Session): boolean {
    return this.#session === session
  }

  /** A method, since a call may end during any `await` and the compiler would remember the field. */
  isOver(): boolean {
    return this.#ended
  }

  get isTalking(): boolean {
    return this.#talking && !this.#ended
  }

  hangUp(): void {
    this.leave('agent-hung-up')
  }

  async setHeld(held: boolean): Promise<Outcome> {
    const leg = this.#leg
    if (!leg || !this.isTalking || held === this.isHeld) return done
    // What the agent says must not leave from the moment the key is pressed, whatever the network does.
    this.#letThrough(held)
    const agreed = await leg.reinviter.offer({
      prepare: () => leg.media.setHeld(held),
      onLateAgreement: () => this.#agreedTo(held),
    })
    if (this.isOver()) return done
    if (agreed) {
      this.#agreedTo(held)
      return done
    }
    this.#letThrough(this.isHeld)
    leg.media.setHeld(this.isHeld)
    return failed(problem('control-failed'))
  }

  setMuted(muted: boolean): Outcome {
    if (this.#ended || muted === this.#muted) return done
    this.#muted = muted
    this.#letThrough(this.isHeld)
    this.tell({ kind: 'call-muted', muted })
    return done
  }

  sendDigit(digit: string): Outcome {
    if (this.#ended) return done
    if (this.isHeld || !this.#leg?.media.sendDtmf(digit)) return failed(problem('control-failed'))
    this.tell({ kind: 'digit-sent', digit })
    return done
  }

  /**
   * A colleague hands us somebody in their own place (RFC 3891): the same call goes on with that other end. SIP.js says
   * goodbye to the colleague when it has answered.
   */
  async continueWith(invitation: Invitation): Promise<void> {
    const [before, microphone] = [this.#leg, await this.microphone.open()]
    if (!this.isTalking || !before || !microphone.ok) {
      await invitation.reject({ statusCode: 481 }).catch(() => undefined)
      return
    }
    invitation.delegate = this.delegate()
    this.follow(invitation)
    const leg = this.#beginLeg(invitation, microphone.value)
    this.#letThrough(false)
    before.close()
    await invitation.accept().catch(() => {
      this.leave('failed')
      void sayGoodbye(before.session, this.#needs.line)
    })
    if (this.isOver() || this.#leg !== leg) return
    this.tell({ kind: 'party-changed', party: callerOf(invitation.request) })
    if (this.isHeld) this.#agreedTo(false)
    this.#tellTheirHold()
  }

  linkLost(): void {
    this.#leg?.reinviter.linkLost()
  }

  /** The link is registered again over another socket; what a call that talks needs then, its recovery knows. */
  abstract linkBack(): void

  /** From now on the session has its sound. */
  protected takeUp(microphone: Microphone): void {
    this.#beginLeg(this.session, microphone)
    this.#letThrough(false)
  }

  /** What the other side does in every session, from its beginning. */
  protected delegate(): SessionDelegate {
    return {
      onBye: (bye) => {
        if (!this.#ended) this.cause = this.isLeaving ? 'transferred' : 'customer-hung-up'
        void bye.accept()
      },
      onInvite: () => this.#tellTheirHold(),
      // A customer must not move an agent.
      onRefer: (referral) => void referral.reject({ statusCode: 603 }).catch(() => undefined),
    }
  }

  /** From now on this is the call's session; what becomes of another is not its business any more. */
  protected follow(session: Session): void {
    this.#session = session
    session.stateChange.addListener((state) => {
      if (session !== this.#session) return
      if (state === SessionState.Established) this.#established()
      if (state === SessionState.Terminated) this.terminated()
    })
  }

  tell(fact: UnplacedFact): void {
    this.#needs.emit({ at: this.#needs.now(), ...fact, call: this.#needs.id })
  }

  /** It is over for the agent at once; the other side hears of it as soon as the link carries it. */
  leave(cause: EndCause): void {
    if (this.#ended) return
    this.cause = cause
    this.end()
    this.goodbye = sayGoodbye(this.session, this.#needs.line)
  }

  protected terminated(): void {
    this.end()
  }

  protected end(): void {
    if (this.#ended) return
    this.#ended = true
    this.microphone.close()
    this.#leg?.close()
    this.tell({ kind: 'call-ended', cause: this.cause })
    this.#needs.onEnded()
  }

  #beginLeg(session: Session, microphone: Microphone): CallLeg {
    this.#leg = new CallLeg({
      ...this.#needs,
      ...{ session, microphone },
      onPath: () => this.#talkIfReady(),
      onForgotten: () => this.leave('forgotten'),
      tellSound: (fact) => this.tell(fact),
      tellQuality: (quality) => this.tell({ kind: 'quality-measured', quality }),
    })
    return this.#leg
  }

  /** Both sides have agreed; a path that never comes to stand must not keep a customer in silence. */
  #established(): void {
    if (this.#ended) return
    this.cause = 'failed'
    this.#leg?.awaitPath(() => this.leave('failed'))
    this.#talkIfReady()
  }

  #talkIfReady(): void {
    if (this.#ended || !this.#leg?.canTalk) return
    this.#leg.keepUp()
    if (this.#talking) return
    this.#talking = true
    this.tell({ kind: 'call-connected' })
    this.#tellTheirHold()
  }

  #agreedTo(held: boolean): void {
    if (this.#ended || held === this.isHeld) return
    this.isHeld = held
    this.#leg?.media.setHeld(held)
    this.#letThrough(held)
    this.tell({ kind: held ? 'call-held' : 'call-resumed' })
    this.#tellTheirHold()
  }

  #tellTheirHold(): void {
    const held = this.#leg?.media.heldByThem ?? false
    if (!this.#talking || this.#ended || held === this.#heldByThem) return
    this.#heldByThem = held
    this.tell({ kind: 'customer-held', held })
  }

  #letThrough(held: boolean): void {
    this.#leg?.media.letThrough({ out: !held && !this.#muted, inward: !held })
  }
}
