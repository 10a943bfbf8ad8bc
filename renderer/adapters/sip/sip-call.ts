import { SessionState } from 'sip.js'
import type { Info, Invitation, Session, SessionDelegate } from 'sip.js'

import type { CallFact, EndCause } from '../../domain/call.ts'
import type { CallId } from '../../domain/ids.ts'
import { problem } from '../../domain/problem.ts'
import type { Problem } from '../../domain/problem.ts'
import { done, failed } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { CallAudio, Microphone } from '../../ports/call-audio.ts'
import { CallHold } from './call-hold.ts'
import { CallLeg } from './call-leg.ts'
import type { CallLegNeeds } from './call-leg.ts'
import { CallMicrophone } from './call-microphone.ts'
import { callerOf } from './caller.ts'
import { sayGoodbye } from './goodbye.ts'
import type { HandOverStage, MovableCall } from './hand-over.ts'
import { restRecording } from './rest-recording.ts'
import { wordsWelcomeFor } from './spoken-words.ts'
import type { TalkingCall } from './spoken-words.ts'
import type { UnplacedFact } from './unplaced-fact.ts'

type Shared = 'line' | 'media' | 'repair' | 'linkLostAt' | 'now' | 'random'

export interface SipCallNeeds extends Pick<CallLegNeeds, Shared> {
  readonly id: CallId
  readonly audio: Pick<CallAudio, 'openMicrophone' | 'playCustomer'>
  readonly emit: (fact: CallFact) => void
  readonly takeInfo: (info: Info, call: TalkingCall) => void
  readonly onEnded: () => void
}

export type Outcome = Result<undefined, Problem>

/** One call: an INVITE dialogue (RFC 3261 §12) with its sound, from either side. */
export abstract class SipCall implements MovableCall {
  readonly microphone: CallMicrophone
  readonly #needs: SipCallNeeds
  readonly #hold: CallHold
  #session: Session | undefined
  #leg: CallLeg | undefined
  /** What it would be called if it ended now. */
  protected cause: EndCause
  #ended = false
  #talking = false
  /** The agent was told that nothing is heard. */
  #soundLost = false
  handOver: HandOverStage = 'none'
  /** Settles when the other side has been told of the end. */
  goodbye: Promise<void> = Promise.resolve()

  constructor(needs: SipCallNeeds, cause: EndCause) {
    this.#needs = needs
    this.cause = cause
    this.microphone = new CallMicrophone(needs.audio)
    this.#hold = new CallHold({
      isTalking: () => this.isTalking,
      isOver: () => this.#ended,
      tell: (fact) => this.tell(fact),
    })
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

  get isHeld(): boolean {
    return this.#hold.isHeld
  }

  setHeld(held: boolean): Promise<Outcome> {
    return this.#hold.setHeld(held)
  }

  setMuted(muted: boolean): Outcome {
    if (!this.#ended) this.#hold.setMuted(muted)
    return done
  }

  sendDigit(digit: string): Outcome {
    if (this.#ended) return done
    if (this.isHeld || !this.#leg?.media.sendDtmf(digit)) return failed(problem('control-failed'))
    this.tell({ kind: 'digit-sent', digit })
    return done
  }

  /** The centre's recording is said to rest only when the centre has said so. */
  async setRecordingPaused(paused: boolean): Promise<Outcome> {
    if (this.#ended) return done
    const answer = this.isTalking ? await restRecording(this.session, paused, this.#needs.line) : 'refused'
    if (answer === 'forgotten') this.leave('forgotten')
    return answer === 'noted' || this.isOver() ? done : failed(problem('control-failed'))
  }

  /**
   * A colleague hands us somebody in their own place (RFC 3891): the same call goes on with that other end, held where it
   * was held. SIP.js says goodbye to the colleague when it has answered.
   */
  async continueWith(invitation: Invitation): Promise<void> {
    const [before, microphone] = [this.#leg, await this.microphone.open()]
    const leg =
      this.isTalking && before && microphone.ok ? this.#makeLeg(invitation, microphone.value) : undefined
    if (!before || !leg) return invitation.reject({ statusCode: 481 }).catch(() => undefined)
    invitation.delegate = this.delegate()
    this.follow(invitation)
    this.#carryOn(leg)
    before.close()
    await invitation.accept(wordsWelcomeFor(invitation)).catch(() => {
      this.leave('failed')
      void sayGoodbye(before.session, this.#needs.line)
    })
    if (this.isOver() || this.#leg !== leg) return
    this.tell({ kind: 'party-changed', party: callerOf(invitation.request) })
    this.#hold.tellTheirs()
  }

  linkLost(): void {
    this.#leg?.reinviter.linkLost()
  }

  /** The link is registered again over another socket; what a call that talks needs then, its recovery knows. */
  abstract linkBack(): void

  /** From now on the session has its sound. Fails where the browser makes no connection, as with a wrong ICE server. */
  protected takeUp(microphone: Microphone): Outcome {
    const leg = this.#makeLeg(this.session, microphone)
    if (!leg) return failed(problem('control-failed'))
    this.#carryOn(leg)
    return done
  }

  /** Somebody plays something before the call is answered. */
  protected hearEarly(sdp: string): void {
    this.#leg?.media.hearEarly(sdp)
  }

  /** What the other side does in every session, from its beginning. */
  protected delegate(): SessionDelegate {
    return {
      onBye: (bye) => {
        if (!this.#ended) this.cause = this.handOver === 'promised' ? 'transferred' : 'customer-hung-up'
        void bye.accept()
      },
      onInvite: () => this.#hold.tellTheirs(),
      onAck: () => this.#leg?.reinviter.acknowledged(),
      onInfo: (info) => this.#needs.takeInfo(info, this),
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
    if (fact.kind === 'sound-lost' || fact.kind === 'sound-back') this.#soundLost = fact.kind === 'sound-lost'
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

  #makeLeg(session: Session, microphone: Microphone): CallLeg | undefined {
    try {
      return new CallLeg({
        ...this.#needs,
        ...{ session, microphone },
        onPath: () => this.#talkIfReady(),
        onForgotten: () => this.leave('forgotten'),
        tellSound: (fact) => this.tell(fact),
        tellQuality: (quality) => this.tell({ kind: 'quality-measured', quality }),
      })
    } catch {
      return undefined
    }
  }

  #carryOn(leg: CallLeg): void {
    this.#leg = leg
    this.#hold.carryOn(leg)
  }

  /** Both sides have agreed; a path that never comes to stand must not keep a customer in silence. */
  #established(): void {
    if (this.#ended) return
    this.cause = 'failed'
    this.#leg?.awaitPath(() => this.leave('failed'))
    this.#talkIfReady()
  }

  #talkIfReady(): void {
    const leg = this.#leg
    if (this.#ended || !leg?.canTalk) return
    // The leg that nothing was heard on is gone with whoever was at its other end.
    if (!leg.isKeptUp && this.#soundLost) this.tell({ kind: 'sound-back' })
    leg.keepUp()
    if (this.#talking) return
    this.#talking = true
    this.tell({ kind: 'call-connected' })
    this.#hold.tellTheirs()
  }
}
