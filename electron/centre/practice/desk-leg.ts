import type { IncomingReferRequest, Session } from 'sip.js/lib/core/index.js'
import type { Random } from '../../../renderer/domain/seeded-random.ts'
import { contactLine } from './agent-line.ts'
import type { CallEvent, CallOutcome } from './call-events.ts'
import { CallMedia } from './call-media.ts'
import type { Clock } from './clock.ts'
import { DeskDialog } from './desk-dialog.ts'
import type { Agreed } from './desk-dialog.ts'
import type { Log } from './log.ts'
import type { DialogName } from './refer-target.ts'
import type { CallerCard, Party, Talk } from './talk.ts'
import type { SpokenLine } from './words-telling.ts'

export interface LegMeans {
  /** The agent whose desk it is. */
  readonly user: string
  readonly card: CallerCard
  readonly callId: string
  /** The user part of the address by which the centre's end goes in this call. */
  readonly contact: string
  readonly domain: string
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly watch: (event: CallEvent) => void
  /** The agent hands over whoever they talk with. */
  readonly onRefer: (leg: DeskLeg, request: IncomingReferRequest) => void
}

/**
 * A call without any sign of life is given up after so long. A home link is away for up to a minute in the outages that
 * a desk must outlive (the longest of the soak test); half of that again, and it will not come back. RFC 7675 §5.1 ends
 * only the sending of sound, after 30 s, and says nothing of the dialog.
 */
const deadMilliseconds = 90_000
const lookMilliseconds = 5000
/** How long the answer to a BYE may take before the call is forgotten. */
const farewellMilliseconds = 2000
/** RFC 5589 §6.1 leaves the BYE to the one who has handed over; who forgets it gets one. */
const forgottenByeMilliseconds = 5000

/** One call of an agent's desk, as seen from the centre: its dialog, its sound, and who is at the other end. */
export class DeskLeg implements Party {
  readonly media: CallMedia
  readonly contact: string
  readonly #means: LegMeans
  readonly #readyActions: (() => void)[] = []
  readonly #goneListeners = new Set<() => void>()
  #stage: 'setting-up' | 'established' | 'leaving' | 'ended' = 'setting-up'
  #dialog: DeskDialog | undefined
  #talk: Talk | undefined
  #isReady = false
  #agentHolds = false
  #holdsAgent = false
  #keepsOther = false
  /** Practice records nobody; it keeps what a centre would have to. */
  #recordingRests = false
  #lastSignOfLife: number
  #stopWaiting: () => void = () => undefined
  #stopLooking: () => void = () => undefined

  constructor(means: LegMeans) {
    this.#means = means
    this.contact = contactLine(means.contact, means.domain)
    this.#lastSignOfLife = means.clock.now()
    this.media = new CallMedia(
      {
        onConnected: () => this.#ready(),
        onSound: (sound) => this.#talk?.say(this, sound),
        onKey: (key) => means.watch({ kind: 'key-pressed', key }),
        onSignOfLife: () => this.#showLife(),
      },
      means.clock,
      means.random,
    )
  }

  get name(): string {
    return this.#means.user
  }

  get card(): CallerCard {
    return this.#means.card
  }

  get isOver(): boolean {
    return this.#stage === 'ended'
  }

  /** Who the agent talks with now. */
  get other(): Party | undefined {
    return this.#stage === 'established' ? this.#talk?.otherThan(this) : undefined
  }

  isNamed(name: DialogName): boolean {
    return this.#stage === 'established' && this.#dialog?.isNamed(name) === true
  }

  /** The call has been answered. */
  establish(session: Session, agreed: Agreed): void {
    const { media, contact } = this
    const { clock, random, log } = this.#means
    const dialog = new DeskDialog({
      ...{ ...agreed, session, media, contact, clock, random, log },
      answer: (offer) => this.answerOffer(offer),
      onKey: (key) => this.#means.watch({ kind: 'key-pressed', key }),
      onRecording: (rests) => this.#restRecording(rests),
      onRefer: (request) => this.#means.onRefer(this, request),
      onOver: () => this.#end('answered'),
    })
    this.#stage = 'established'
    this.#dialog = dialog
    this.#showLife()
    this.#look()
    this.#means.watch({ kind: 'answered' })
    if (this.#isReady) this.#means.watch({ kind: 'connected' })
    if (this.#holdsAgent) dialog.hold(true)
  }

  /** SDP for SDP. Rejects when the offer makes no sense. */
  async answerOffer(offer: string): Promise<string> {
    const answer = await this.media.answer(offer, this.#holdsAgent)
    this.#showLife()
    const held = this.media.isHeld
    if (held !== this.#agentHolds) {
      this.#agentHolds = held
      this.#means.watch({ kind: held ? 'held' : 'resumed' })
      this.#talk?.hold(this, held)
    }
    return answer
  }

  enter(talk: Talk): void {
    this.#talk = talk
    if (this.#holdsAgent) this.otherHolds(false)
    if (this.#stage === 'leaving' || this.#stage === 'ended') talk.leave(this)
    else if (this.#agentHolds) talk.hold(this, true)
  }

  whenReady(action: () => void): void {
    if (this.#isReady) action()
    else this.#readyActions.push(action)
  }

  /** The desk speaks whenever it likes. */
  begin(): void {}

  hear(sound: Uint8Array): void {
    // On hold the agent's desk has asked for no sound at all.
    if (this.#isReady && !this.#agentHolds && !this.#holdsAgent) this.media.send(sound)
  }

  read(line: SpokenLine): void {
    if (this.#stage === 'established') this.#dialog?.tell(line)
  }

  otherHolds(held: boolean): void {
    this.#holdsAgent = held
    this.#dialog?.hold(held)
  }

  otherLeft(): void {
    this.bye()
  }

  whenGone(action: () => void): () => void {
    this.#goneListeners.add(action)
    return () => {
      this.#goneListeners.delete(action)
    }
  }

  /** How far a transfer has come; a desk that has hung up meanwhile is told nothing. */
  notify(sipfrag: string, isLast: boolean): void {
    if (this.#stage === 'established') this.#dialog?.notify(sipfrag, isLast)
  }

  /** The centre ends the call, if it has been answered. */
  bye(): void {
    if (this.#stage !== 'established') return
    this.#stage = 'leaving'
    const end = (): void => this.#end('answered')
    this.#dialog?.bye(end)
    this.#wait(farewellMilliseconds, end)
  }

  /** Leaves whoever the agent talks with alone, for somebody else. */
  release(): void {
    this.#talk?.dissolve()
    this.#talk = undefined
  }

  /** Whether the other end waits for somebody else when the agent hangs up, instead of being hung up on. */
  keepOther(keeps: boolean): void {
    this.#keepsOther = keeps
  }

  /** Somebody else has taken over; the agent's desk hangs up, or is told to. */
  expectBye(): void {
    if (this.#stage === 'established') this.#wait(forgottenByeMilliseconds, () => this.bye())
  }

  /** The call is over without a BYE: it was never answered, or nobody is to know. */
  abandon(outcome: CallOutcome): void {
    this.#keepsOther = false
    this.#end(outcome)
  }

  #ready(): void {
    this.#isReady = true
    if (this.#stage === 'established') this.#means.watch({ kind: 'connected' })
    for (const action of this.#readyActions.splice(0)) action()
  }

  #restRecording(rests: boolean): void {
    if (rests === this.#recordingRests) return
    this.#recordingRests = rests
    this.#means.watch({ kind: rests ? 'recording-rests' : 'recording-goes-on' })
  }

  #showLife(): void {
    this.#lastSignOfLife = this.#means.clock.now()
  }

  #look(): void {
    const { clock } = this.#means
    if (clock.now() - this.#lastSignOfLife > deadMilliseconds) this.bye()
    else this.#stopLooking = clock.after(lookMilliseconds, () => this.#look())
  }

  /** One thing at a time is waited for. */
  #wait(milliseconds: number, action: () => void): void {
    this.#stopWaiting()
    this.#stopWaiting = this.#means.clock.after(milliseconds, action)
  }

  #end(outcome: CallOutcome): void {
    if (this.#stage === 'ended') return
    this.#stage = 'ended'
    this.#stopWaiting()
    this.#stopLooking()
    this.#dialog?.stop()
    this.media.close().catch(() => this.#means.log('a media path did not close'))
    this.#means.watch({ kind: 'ended', outcome })
    if (this.#keepsOther) this.#talk?.dissolve()
    else this.#talk?.leave(this)
    for (const listener of [...this.#goneListeners]) listener()
  }
}
