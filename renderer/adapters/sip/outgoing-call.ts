import { Inviter, SessionState } from 'sip.js'
import type { URI, UserAgent } from 'sip.js'
import type { IncomingResponseMessage } from 'sip.js/lib/core/index.js'

import type { Party } from '../../domain/call.ts'
import type { CallId } from '../../domain/ids.ts'
import { problem } from '../../domain/problem.ts'
import { done, failed } from '../../domain/result.ts'
import { unansweredCause } from './call-refusals.ts'
import { SipCall } from './sip-call.ts'
import type { Outcome, SipCallNeeds } from './sip-call.ts'
import { wordsWelcome } from './spoken-words.ts'

export interface Dialling {
  readonly userAgent: UserAgent
  readonly to: URI
  readonly party: Party
  readonly consultFor: CallId | undefined
  readonly isTest: boolean
}

/** The agent calls somebody. */
export class OutgoingCall extends SipCall {
  readonly #dialling: Dialling
  /** Not there before the microphone is open. */
  #inviter: Inviter | undefined
  #unwanted = false
  #rang = false

  constructor(needs: SipCallNeeds, dialling: Dialling) {
    super(needs, 'failed')
    this.#dialling = dialling
  }

  /** Fails with a microphone problem, without a connection, or after a sign-out meanwhile; then nobody was called. */
  async dial(): Promise<Outcome> {
    const opened = await this.microphone.open()
    if (!opened.ok) return opened
    if (this.#unwanted) {
      this.microphone.close()
      return failed(problem('link-lost'))
    }
    const { userAgent, to, party, consultFor, isTest } = this.#dialling
    // SIP.js would play what comes before the answer, and end a call that is then answered by somebody else.
    const inviter = new Inviter(userAgent, to, { earlyMedia: false, ...wordsWelcome })
    inviter.delegate = this.delegate()
    this.follow(inviter)
    const taken = this.takeUp(opened.value)
    if (!taken.ok) {
      this.microphone.close()
      return taken
    }
    this.#inviter = inviter
    this.tell({ kind: 'call-dialled', party, consultFor, isTest })
    inviter
      .invite({
        requestDelegate: {
          onProgress: ({ message }) => this.#progressed(message),
          onReject: ({ message }) => this.#unanswered(message),
          onRedirect: ({ message }) => this.#unanswered(message),
        },
      })
      .catch(() => this.end())
    return done
  }

  override hangUp(): void {
    this.#unwanted = true
    if (this.#inviter)
      this.leave(this.#inviter.state === SessionState.Established ? 'agent-hung-up' : 'agent-gave-up')
  }

  /** The answer would have come through the socket that is gone: nobody will ever hear it. */
  override linkBack(): void {
    if (this.#inviter && this.#inviter.state !== SessionState.Established) this.leave('failed')
  }

  /** SIP.js says that it is over just before it says why. */
  protected override terminated(): void {
    queueMicrotask(() => this.end())
  }

  #progressed({ statusCode = 100, body }: IncomingResponseMessage): void {
    if (this.isOver() || statusCode < 180) return
    this.#rang = true
    if (body !== '') this.hearEarly(body)
    this.tell({ kind: 'call-rang', earlySound: body !== '' })
  }

  #unanswered({ statusCode = 500 }: IncomingResponseMessage): void {
    this.cause = unansweredCause(statusCode, this.#rang)
    this.end()
  }
}
