import { problem } from '../../domain/problem.ts'
import type { Problem } from '../../domain/problem.ts'
import { done, failed } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { CallLeg } from './call-leg.ts'
import type { UnplacedFact } from './unplaced-fact.ts'

type Leg = Pick<CallLeg, 'media' | 'reinviter'>

export interface CallHoldNeeds {
  /** Methods, since a call may end during any `await`. */
  readonly isTalking: () => boolean
  readonly isOver: () => boolean
  readonly tell: (fact: UnplacedFact) => void
}

/** Who hears whom in one call: hold from either side, and mute. */
export class CallHold {
  readonly #needs: CallHoldNeeds
  #leg: Leg | undefined
  /** As both sides have agreed. */
  #isHeld = false
  /** As the desk wants it: once it was told that it cannot be, it wants it as it is. */
  #wanted = false
  #muted = false
  #heldByThem = false

  constructor(needs: CallHoldNeeds) {
    this.#needs = needs
  }

  get isHeld(): boolean {
    return this.#isHeld
  }

  /** From now on this leg carries the sound: what was held or muted stays so. */
  carryOn(leg: Leg): void {
    this.#leg = leg
    leg.media.setHeld(this.#isHeld)
    this.#letThrough()
  }

  async setHeld(held: boolean): Promise<Result<undefined, Problem>> {
    const leg = this.#leg
    const isSo = held === this.#isHeld && held === this.#wanted
    if (!leg || isSo || !this.#needs.isTalking()) return done
    this.#wanted = held
    // What the agent says must not leave from the moment the key is pressed, whatever the network does.
    this.#letThrough()
    const agreed = await this.#offer(leg, held)
    if (this.#needs.isOver()) return done
    if (agreed) {
      this.#agreedTo(held)
      return done
    }
    if (this.#wanted === held) this.#wanted = this.#isHeld
    leg.media.setHeld(this.#isHeld)
    this.#letThrough()
    return failed(problem('control-failed'))
  }

  setMuted(muted: boolean): void {
    if (muted === this.#muted) return
    this.#muted = muted
    this.#letThrough()
    this.#needs.tell({ kind: 'call-muted', muted })
  }

  /** Looks whether the other side holds us, or does no longer. */
  tellTheirs(): void {
    const held = this.#leg?.media.heldByThem ?? false
    if (held === this.#heldByThem || !this.#needs.isTalking()) return
    this.#heldByThem = held
    this.#needs.tell({ kind: 'customer-held', held })
  }

  #offer(leg: Leg, held: boolean): Promise<boolean> {
    return leg.reinviter.offer({
      prepare: () => leg.media.setHeld(held),
      onLateAgreement: () => this.#agreedLate(leg, held),
    })
  }

  #agreedTo(held: boolean): void {
    if (this.#needs.isOver() || held === this.#isHeld) return
    this.#isHeld = held
    this.#leg?.media.setHeld(held)
    this.#letThrough()
    this.#needs.tell({ kind: held ? 'call-held' : 'call-resumed' })
    this.tellTheirs()
  }

  /**
   * The desk was told that it could not be, and has gone on. Hold can come late, since nobody is heard by it. Whoever was
   * to be resumed is put on hold again: the agent may be talking to somebody else by now.
   */
  #agreedLate(leg: Leg, held: boolean): void {
    if (leg !== this.#leg || this.#needs.isOver()) return
    if (held) this.#wanted = true
    if (held === this.#wanted) this.#agreedTo(held)
    else void this.#offer(leg, true)
  }

  #letThrough(): void {
    const open = !this.#isHeld && !this.#wanted
    this.#leg?.media.letThrough({ out: open && !this.#muted, inward: open })
  }
}
