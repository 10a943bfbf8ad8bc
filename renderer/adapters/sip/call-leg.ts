import { Invitation, SessionState } from 'sip.js'
import type { Session } from 'sip.js'

import type { CallQuality } from '../../domain/call-quality.ts'
import type { CallAudio, Microphone } from '../../ports/call-audio.ts'
import type { Undo } from '../../ports/undo.ts'
import { CallMedia } from './call-media.ts'
import type { Repair } from './call-media.ts'
import { keepTalking } from './call-recovery.ts'
import type { SoundTold } from './call-recovery.ts'
import type { SipLine } from './line.ts'
import { repairMedia } from './media-repair.ts'
import { watchQuality } from './quality-watch.ts'
import { Reinviter } from './reinvite.ts'
import type { SessionMedia } from './session-media.ts'

/** Milliseconds from the answer to a path on which both can be heard. */
const connectLimit = 20_000

export interface CallLegNeeds {
  readonly session: Session
  readonly microphone: Microphone
  readonly audio: Pick<CallAudio, 'playCustomer'>
  readonly line: Pick<SipLine, 'answersNow' | 'onBack' | 'account' | 'userAgent'>
  readonly media: Pick<SessionMedia, 'give'>
  readonly repair: Repair
  readonly linkLostAt: () => number | undefined
  readonly now: () => number
  readonly random: () => number
  readonly onPath: () => void
  readonly onForgotten: () => void
  readonly tellSound: (fact: SoundTold) => void
  readonly tellQuality: (quality: CallQuality) => void
}

/** One dialogue of a call with its sound. A call has one, until somebody else takes over its other end. */
export class CallLeg {
  readonly session: Session
  readonly media: CallMedia
  readonly reinviter: Reinviter
  readonly #needs: CallLegNeeds
  readonly #undos: Undo[]
  isKeptUp = false

  constructor(needs: CallLegNeeds) {
    const { session, microphone, line, random, onForgotten } = needs
    const iceServers = line.account?.iceServers ?? []
    const media = new CallMedia({ iceServers, track: microphone.track })
    this.#needs = needs
    this.session = session
    this.media = media
    const awaitsAck = session instanceof Invitation
    this.reinviter = new Reinviter({ session, media, line, random, awaitsAck, onForgotten })
    media.onPath(needs.onPath)
    this.#undos = [
      needs.audio.playCustomer(media.remoteStream),
      microphone.onReplaced((track) => void media.speakThrough(track).catch(() => undefined)),
      () => media.close(),
    ]
    needs.media.give(session, media)
  }

  /** Both sides have agreed, and the path stands: before that nobody would hear a word. */
  get canTalk(): boolean {
    return this.session.state === SessionState.Established && this.media.path === 'connected'
  }

  /** Both sides have agreed; a path that never comes to stand must not keep a customer in silence. */
  awaitPath(onNone: () => void): void {
    const timer = setTimeout(() => !this.isKeptUp && onNone(), connectLimit)
    this.#undos.push(() => clearTimeout(timer))
    if (this.media.leadsElsewhere) this.#reachAnswerer()
  }

  /** Whoever has answered gets a connection of their own. */
  #reachAnswerer(): void {
    const { media, reinviter } = this
    let closed = false
    this.#undos.push(() => (closed = true))
    void repairMedia({
      untilServerAnswers: () => Promise.resolve(),
      isSettled: () => closed || !media.leadsElsewhere,
      repair: () => reinviter.offer({ prepare: () => media.repairNext('fresh-connection') }),
    })
  }

  /** From now on its sound is watched, repaired and measured. */
  keepUp(): void {
    if (this.isKeptUp) return
    this.isKeptUp = true
    const { media, reinviter } = this
    const { line, repair, linkLostAt, now, tellSound, tellQuality } = this.#needs
    this.#undos.push(
      keepTalking({ media, reinviter, line, repair, linkLostAt, now, tell: tellSound }),
      watchQuality(media, tellQuality),
    )
  }

  close(): void {
    for (const undo of this.#undos.splice(0)) undo()
  }
}
