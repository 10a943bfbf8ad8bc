import type { Session } from 'sip.js'
import { RequestPendingError } from 'sip.js'
import type {
  IncomingResponse,
  IncomingResponseMessage,
  OutgoingInviteRequest,
} from 'sip.js/lib/core/index.js'

import { OfferOvertaken } from './call-media.ts'
import type { CallMedia } from './call-media.ts'
import { giveUpReinvite } from './stuck-reinvite.ts'

/** Milliseconds after which a re-INVITE is taken back, and after which nobody waits for its answer any more (64 × T1). */
const takeBackAfter = 15_000
const giveUpAfter = 32_000

/** `unsent`: SIP.js had something else under way. `cut`: the socket went, or no answer came at all. */
export type AttemptEnd =
  | { readonly kind: 'agreed' | 'unsent' | 'cut' }
  | { readonly kind: 'refused'; readonly message: IncomingResponseMessage }

/**
 * One re-INVITE, from its making to its final answer. A 100 stops Timer B (RFC 3261 §17.1.1.2), so that an answer that
 * never follows would keep SIP.js from sending another for as long as the call lasts: after a while it is taken back
 * with a CANCEL, and in the end given up.
 */
export class ReinviteAttempt {
  readonly end: Promise<AttemptEnd>
  readonly #timers: ReturnType<typeof setTimeout>[]
  #settle: (end: AttemptEnd) => void = () => undefined
  #request: OutgoingInviteRequest | undefined
  #isOver = false

  constructor(session: Session, media: Pick<CallMedia, 'rollbackDescription'>) {
    this.end = new Promise((resolve) => {
      this.#settle = (end) => {
        this.#isOver = true
        this.#timers.forEach(clearTimeout)
        resolve(end)
      }
    })
    this.#timers = [
      setTimeout(() => this.#request?.cancel(), takeBackAfter),
      setTimeout(() => this.cut(), giveUpAfter),
    ]
    this.#send(session, media)
  }

  /** No answer can come any more. */
  cut(): void {
    if (this.#isOver) return
    this.#settle({ kind: 'cut' })
    if (this.#request) giveUpReinvite(this.#request)
  }

  #send(session: Session, media: Pick<CallMedia, 'rollbackDescription'>): void {
    const requestDelegate = {
      onAccept: () => this.#settle({ kind: 'agreed' }),
      onReject: ({ message }: IncomingResponse) => this.#settle({ kind: 'refused', message }),
    }
    session.invite({ requestDelegate }).then(
      (sent) => {
        this.#request = sent
        // Cut off while its description was still being made.
        if (this.#isOver) giveUpReinvite(sent)
      },
      (error: unknown) => {
        const unsent = (): void => this.#settle({ kind: 'unsent' })
        // An earlier offer of ours still waits for its answer, or theirs came first: this one was not even made.
        if (error instanceof RequestPendingError || error instanceof OfferOvertaken) unsent()
        // SIP.js sends nothing while a re-INVITE of theirs is under way, and leaves our offer as it is.
        else media.rollbackDescription().then(unsent, unsent)
      },
    )
  }
}
