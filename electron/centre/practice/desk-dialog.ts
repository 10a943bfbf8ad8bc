import type { IncomingReferRequest, Session } from 'sip.js/lib/core/index.js'
import type { Random } from '../../../renderer/domain/seeded-random.ts'
import { agentRequests } from './agent-requests.ts'
import type { CallMedia } from './call-media.ts'
import type { Clock } from './clock.ts'
import { HoldRequest } from './hold-request.ts'
import type { Log } from './log.ts'
import type { DialogName } from './refer-target.ts'
import { WordsTelling } from './words-telling.ts'
import type { SpokenLine } from './words-telling.ts'

/** How the call was answered. */
export interface Agreed {
  /** Whether the centre has called the desk; otherwise the desk has called, and our 200 waits for its ACK. */
  readonly weCalled: boolean
  /** Whether the desk wants to be told what is said. */
  readonly takesWords: boolean
}

export interface DialogMeans extends Agreed {
  readonly session: Session
  readonly media: CallMedia
  /** A whole line: the address by which the centre's end goes in this call. */
  readonly contact: string
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  /** SDP for SDP; rejects what cannot be answered. */
  readonly answer: (offer: string) => Promise<string>
  readonly onKey: (key: string) => void
  readonly onRecording: (rests: boolean) => void
  readonly onRefer: (request: IncomingReferRequest) => void
  /** The desk has hung up, or knows nothing of this call any more. */
  readonly onOver: () => void
}

/** The SIP dialog of an answered call with an agent's desk. */
export class DeskDialog {
  readonly #means: DialogMeans
  readonly #hold: HoldRequest
  readonly #words: WordsTelling | undefined
  #isAcknowledged: boolean
  #owesBye = false

  constructor(means: DialogMeans) {
    this.#means = means
    this.#isAcknowledged = means.weCalled
    const { session, media, contact, clock, random, weCalled } = means
    this.#hold = new HoldRequest({
      ...{ session, media, contact, clock, random },
      isCaller: weCalled,
      onLost: means.onOver,
    })
    this.#words = means.takesWords ? new WordsTelling({ session, clock }) : undefined
    session.delegate = agentRequests({
      ...means,
      onAck: () => this.#acknowledged(),
      onBye: means.onOver,
    })
  }

  isNamed({ callId, localTag, remoteTag }: DialogName): boolean {
    const { session } = this.#means
    return callId === session.callId && localTag === session.localTag && remoteTag === session.remoteTag
  }

  /** Asks the desk to hear nothing for a while, or to come back. */
  hold(held: boolean): void {
    this.#hold.want(held)
  }

  /** Tells a desk that wants to know what has been said. */
  tell(line: SpokenLine): void {
    this.#words?.tell(line)
  }

  /** How far a transfer has come (RFC 3515 §2.4.4). */
  notify(sipfrag: string, isLast: boolean): void {
    const state = isLast ? 'terminated;reason=noresource' : 'active;expires=60'
    this.#means.session.notify(undefined, {
      extraHeaders: [this.#means.contact, 'Event: refer', `Subscription-State: ${state}`],
      body: { contentDisposition: 'render', contentType: 'message/sipfrag;version=2.0', content: sipfrag },
    })
  }

  /** RFC 3261 §15: whoever was called says no BYE before the ACK. */
  bye(onDone: () => void): void {
    this.stop()
    if (this.#isAcknowledged) this.#means.session.bye({ onAccept: onDone, onReject: onDone })
    else this.#owesBye = true
  }

  stop(): void {
    this.#hold.stop()
    this.#words?.stop()
  }

  #acknowledged(): void {
    this.#isAcknowledged = true
    if (!this.#owesBye) return
    this.#owesBye = false
    this.#means.session.bye()
  }
}
