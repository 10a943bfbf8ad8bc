import { SessionState } from 'sip.js'
import type { Invitation } from 'sip.js'

import type { RefusalReason } from '../../domain/call.ts'
import { done } from '../../domain/result.ts'
import { completedElsewhere, goneAway, refusalAnswer, refusalCause } from './call-refusals.ts'
import { callerOf } from './caller.ts'
import { SipCall } from './sip-call.ts'
import type { Outcome, SipCallNeeds } from './sip-call.ts'
import { wordsWelcomeFor } from './spoken-words.ts'

/** Milliseconds that a call goes on ringing without a link: longer than a blink, and the customer may be gone. */
const deafLimit = 4_000

/** A customer calls. */
export class IncomingCall extends SipCall {
  readonly #invitation: Invitation
  #answering = false
  #deaf: ReturnType<typeof setTimeout> | undefined

  constructor(needs: SipCallNeeds, invitation: Invitation) {
    super(needs, 'customer-gave-up')
    this.#invitation = invitation
    invitation.delegate = {
      ...this.delegate(),
      onCancel: ({ request }) => {
        this.cause = completedElsewhere(request.getHeader('Reason'))
          ? 'answered-elsewhere'
          : 'customer-gave-up'
      },
    }
    this.follow(invitation)
  }

  /** Tells the desk. */
  offer(): void {
    this.tell({ kind: 'call-offered', party: callerOf(this.#invitation.request) })
  }

  /** Opens the microphone ahead of the answer. */
  prepare(): void {
    this.microphone.prepare()
  }

  async answer(): Promise<Outcome> {
    const session = this.#invitation
    if (this.#answering || session.state !== SessionState.Initial) return done
    this.#answering = true
    const microphone = await this.microphone.open()
    if (!microphone.ok) {
      this.#answering = false
      return microphone
    }
    // The customer may have given up while the system asked about the microphone.
    if (this.isOver()) return done
    const taken = this.takeUp(microphone.value)
    if (!taken.ok) {
      this.#answering = false
      return taken
    }
    this.tell({ kind: 'call-answering' })
    this.cause = 'failed'
    await session.accept(wordsWelcomeFor(session)).catch(() => this.end())
    return done
  }

  async refuse(reason: RefusalReason): Promise<void> {
    if (this.isOver() || this.#answering || this.#invitation.state !== SessionState.Initial) return
    this.cause = refusalCause(reason)
    await this.#invitation.reject(refusalAnswer(reason)).catch(() => undefined)
  }

  override hangUp(): void {
    if (this.isOver()) return
    if (this.#invitation.state !== SessionState.Initial) {
      super.hangUp()
      return
    }
    this.cause = 'agent-hung-up'
    void this.#invitation.reject(goneAway()).catch(() => undefined)
  }

  /** A customer who gives up meanwhile cannot say so: the telephone would ring for nobody. */
  override linkLost(): void {
    super.linkLost()
    if (this.#invitation.state !== SessionState.Initial) return
    this.#deaf ??= setTimeout(() => {
      if (this.#invitation.state === SessionState.Initial && !this.#answering) this.#stopRinging()
    }, deafLimit)
  }

  override linkBack(): void {
    clearTimeout(this.#deaf)
    this.#deaf = undefined
  }

  protected override end(): void {
    clearTimeout(this.#deaf)
    super.end()
  }

  #stopRinging(): void {
    this.cause = 'failed'
    void this.#invitation.reject(refusalAnswer('technical')).catch(() => undefined)
  }
}
