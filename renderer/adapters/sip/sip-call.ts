import { SessionState } from 'sip.js'
import type { Invitation } from 'sip.js'
import { SessionDescriptionHandler } from 'sip.js/lib/platform/web/index.js'
import type { SessionDescriptionHandlerOptions } from 'sip.js/lib/platform/web/index.js'

import type { EndCause } from '../../domain/call.ts'
import type { CallId } from '../../domain/ids.ts'
import { problem } from '../../domain/problem.ts'
import type { Problem } from '../../domain/problem.ts'
import { done, failed } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { CallAudio } from '../../ports/call-audio.ts'
import type { RefusalReason, TelephonyFact } from '../../ports/telephony.ts'
import type { Undo } from '../../ports/undo.ts'
import { CallMicrophone } from './call-microphone.ts'
import { completedElsewhere, offersHold, refusalAnswers } from './refusals.ts'
import { reinvite } from './reinvite.ts'
import type { SessionMedia } from './session-media.ts'

/** Milliseconds. Long enough for every keypad decoder, short enough to type ahead (RFC 4733 §2.5). */
const digitLength = 120
const digitGap = 70

export interface SipCallNeeds {
  readonly id: CallId
  readonly invitation: Invitation
  readonly audio: CallAudio
  readonly media: SessionMedia
  readonly now: () => number
  readonly emit: (fact: TelephonyFact) => void
  readonly onEnded: () => void
}

type Outcome = Result<undefined, Problem>

/** One incoming call: an INVITE dialogue (RFC 3261 §12) with its media. */
export class SipCall {
  readonly #needs: SipCallNeeds
  readonly #microphone: CallMicrophone
  #cause: EndCause = 'customer-gave-up'
  #muted = false
  #held = false
  #stopPlaying: Undo = () => undefined
  #ended = false
  #answering = false
  #talking = false

  /** A method, since a call may end during any `await` and the compiler would remember the field. */
  #isOver(): boolean {
    return this.#ended
  }

  constructor(needs: SipCallNeeds) {
    this.#needs = needs
    this.#microphone = new CallMicrophone(needs.audio)
    const { invitation } = needs
    invitation.delegate = {
      onCancel: ({ request }) => {
        this.#cause = completedElsewhere(request.getHeader('Reason'))
          ? 'answered-elsewhere'
          : 'customer-gave-up'
      },
      onBye: (bye) => {
        this.#cause = 'customer-hung-up'
        void bye.accept()
      },
      onInvite: (request) => this.#emit({ kind: 'customer-held', held: offersHold(request.body) }),
      onSessionDescriptionHandler: (handler) => this.#watch(handler),
    }
    invitation.stateChange.addListener((state) => {
      if (state === SessionState.Established) this.#established()
      if (state === SessionState.Terminated) this.#end()
    })
  }

  prepare(): void {
    this.#microphone.prepare()
  }

  async answer(): Promise<Outcome> {
    const { invitation, media } = this.#needs
    if (this.#answering || invitation.state !== SessionState.Initial) return done
    this.#answering = true
    const microphone = await this.#microphone.open()
    if (!microphone.ok) {
      this.#answering = false
      return microphone
    }
    // The customer may have given up while the system asked about the microphone.
    if (this.#isOver()) return done
    this.#emit({ kind: 'call-answering' })
    this.#cause = 'failed'
    media.give(invitation, microphone.value)
    await invitation.accept().catch(() => this.#end())
    return done
  }

  async refuse(reason: RefusalReason): Promise<void> {
    const { invitation } = this.#needs
    if (this.#ended || this.#answering || invitation.state !== SessionState.Initial) return
    this.#cause = reason
    await invitation.reject(refusalAnswers[reason])
  }

  async hangUp(): Promise<void> {
    const { invitation } = this.#needs
    if (this.#ended) return
    this.#cause = 'agent-hung-up'
    if (invitation.state === SessionState.Initial) await invitation.reject(refusalAnswers['agent-refused'])
    else if (invitation.state === SessionState.Established) await invitation.bye()
    // Established is not reached yet: the answer is on its way, and `#established` hangs up when it has arrived.
  }

  async setHeld(held: boolean): Promise<Outcome> {
    if (this.#ended || held === this.#held || !this.#talking) return done
    // What the agent says must not leave from the moment the key is pressed, whatever the network does.
    this.#letThrough({ held })
    this.#offerHold(held)
    const agreed = await reinvite(this.#needs.invitation, () => this.#agreedTo(held))
    if (this.#isOver()) return done
    if (agreed) {
      this.#agreedTo(held)
      return done
    }
    this.#letThrough({ held: this.#held })
    this.#offerHold(this.#held)
    return failed(problem('control-failed'))
  }

  #agreedTo(held: boolean): void {
    if (this.#isOver() || held === this.#held) return
    this.#held = held
    this.#letThrough({ held })
    this.#offerHold(held)
    this.#emit({ kind: held ? 'call-held' : 'call-resumed' })
  }

  /** What SIP.js says in our next re-INVITE, and in answer to the customer's. */
  #offerHold(hold: boolean): void {
    const options: SessionDescriptionHandlerOptions = { hold }
    this.#needs.invitation.sessionDescriptionHandlerOptionsReInvite = options
  }

  setMuted(muted: boolean): Outcome {
    if (this.#ended || muted === this.#muted) return done
    this.#muted = muted
    this.#letThrough({ held: this.#held })
    this.#emit({ kind: 'call-muted', muted })
    return done
  }

  sendDigit(digit: string): Outcome {
    if (this.#ended) return done
    const dtmf = this.#handler?.peerConnection?.getSenders()[0]?.dtmf
    if (!dtmf?.canInsertDTMF || this.#held) return failed(problem('control-failed'))
    // insertDTMF replaces what has not been played yet, so that goes in again before the new digit.
    dtmf.insertDTMF(dtmf.toneBuffer + digit, digitLength, digitGap)
    this.#emit({ kind: 'digit-sent', digit })
    return done
  }

  /** Ends without waiting for the other side, when the desk closes or signs out. */
  dispose(): void {
    if (this.#ended) return
    this.#needs.invitation.dispose().catch(() => undefined)
    this.#end()
  }

  get #handler(): SessionDescriptionHandler | undefined {
    const handler = this.#needs.invitation.sessionDescriptionHandler
    return handler instanceof SessionDescriptionHandler ? handler : undefined
  }

  #emit(fact: UnplacedFact): void {
    this.#needs.emit({ ...fact, call: this.#needs.id, at: this.#needs.now() })
  }

  /** Both sides have agreed. They can talk when the media path stands too: until then nobody would hear a word. */
  #established(): void {
    if (this.#cause === 'agent-hung-up') {
      void this.#needs.invitation.bye()
      return
    }
    this.#cause = 'failed'
    this.#talkIfReady()
  }

  #talkIfReady(): void {
    const { invitation } = this.#needs
    const path = this.#handler?.peerConnection?.connectionState
    if (this.#talking || invitation.state !== SessionState.Established || path !== 'connected') return
    this.#talking = true
    this.#letThrough({ held: false })
    this.#emit({ kind: 'call-connected' })
  }

  #watch(handler: unknown): void {
    if (!(handler instanceof SessionDescriptionHandler)) return
    this.#stopPlaying = this.#needs.audio.playCustomer(handler.remoteMediaStream)
    handler.peerConnectionDelegate = {
      onconnectionstatechange: () => {
        this.#talkIfReady()
        // Chromium says "failed" about 17 s after the last packet: there is nobody to talk to any more.
        if (handler.peerConnection?.connectionState === 'failed') void this.#giveUp()
      },
    }
  }

  async #giveUp(): Promise<void> {
    this.#cause = 'failed'
    await this.#needs.invitation.bye().catch(() => this.#end())
  }

  #letThrough({ held }: { held: boolean }): void {
    const connection = this.#handler?.peerConnection
    if (!connection) return
    for (const { track } of connection.getSenders()) if (track) track.enabled = !held && !this.#muted
    for (const { track } of connection.getReceivers()) track.enabled = !held
  }

  #end(): void {
    if (this.#ended) return
    this.#ended = true
    this.#stopPlaying()
    this.#microphone.close()
    this.#emit({ kind: 'call-ended', cause: this.#cause })
    this.#needs.onEnded()
  }
}

type WithoutPlace<F> = F extends { call: CallId; at: number } ? Omit<F, 'call' | 'at'> : never
type UnplacedFact = WithoutPlace<TelephonyFact>
