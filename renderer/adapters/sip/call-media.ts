import type { BodyAndContentType, SessionDescriptionHandler } from 'sip.js'

import type { IceServer } from '../../domain/setup.ts'
import { EarlyMedia } from './early-media.ts'
import { readCounters } from './media-counters.ts'
import type { MediaCounters } from './media-counters.ts'
import { answeredDirection, offeredDirection, saysHold } from './media-directions.ts'
import { keepOrigin } from './media-origin.ts'
import { MediaSuccession } from './media-succession.ts'

/** How a call that cannot be heard any more finds a new path: with new addresses, or all anew. */
export type Repair = 'ice-restart' | 'fresh-connection'

/** Milliseconds. Long enough for every keypad decoder, short enough to type ahead (RFC 4733 §2.5). */
const digitLength = 120
const digitGap = 70

export interface CallMediaNeeds {
  readonly iceServers: readonly IceServer[]
  /** What the agent says; a call without it only listens. */
  readonly track: MediaStreamTrack | undefined
}

/** The other side has offered something while our own offer was being made: theirs is answered, and ours was never sent. */
export class OfferOvertaken extends Error {
  override readonly name = 'OfferOvertaken'
}

/** The sound of one call, as SIP.js negotiates it (RFC 3264). Lives as long as the call. */
export class CallMedia implements SessionDescriptionHandler {
  readonly #connections: MediaSuccession
  readonly #early = new EarlyMedia()
  readonly #keepOrigin = keepOrigin()
  #repair: Repair | undefined
  /** Our offer until it is sent: what comes meanwhile cannot be its answer (RFC 3264 §4). */
  #making: { isOvertaken: boolean } | undefined
  #holds = { ours: false, theirs: false }
  #closed = false
  #pathListener: () => void = () => undefined

  constructor({ iceServers, track }: CallMediaNeeds) {
    const servers = iceServers.map(({ url, username, credential }) => ({
      urls: url,
      ...(username !== undefined && { username }),
      ...(credential !== undefined && { credential }),
    }))
    this.#connections = new MediaSuccession({ iceServers: servers, track }, () => this.#pathListener())
  }

  get remoteStream(): MediaStream {
    return this.#connections.remoteStream
  }

  /** The path to whoever has agreed to the call. */
  get path(): RTCPeerConnectionState {
    return this.leadsElsewhere ? 'new' : this.#connections.current.peer.connectionState
  }

  /**
   * Somebody else has answered than was heard before the answer, and needs a connection of their own: ours has agreed
   * with the other one, for good.
   */
  get leadsElsewhere(): boolean {
    return this.#early.leadsElsewhere
  }

  /** Something may arrive: both sides agreed to it, and neither holds the other. */
  get receives(): boolean {
    return this.#connections.current.receives && !this.#holds.ours && !this.#holds.theirs
  }

  get heldByThem(): boolean {
    return this.#holds.theirs
  }

  onPath(listener: () => void): void {
    this.#pathListener = listener
  }

  /** What the next offer or answer says; nothing is sent by this alone. */
  setHeld(held: boolean): void {
    this.#holds.ours = held
  }

  /** The next offer is for a new path. Taken back when that offer is. */
  repairNext(repair: Repair): void {
    this.#repair = repair
  }

  /** What goes out and what is played, from this moment and without asking the other side. */
  letThrough(ways: { out: boolean; inward: boolean }): void {
    this.#connections.letThrough(ways)
  }

  speakThrough(track: MediaStreamTrack): Promise<void> {
    return this.#connections.speakThrough(track)
  }

  sendDtmf(digits: string): boolean {
    const { dtmf } = this.#connections.current.sender
    if (!dtmf?.canInsertDTMF) return false
    // insertDTMF replaces what has not been played yet, so that goes in again before the new digit.
    dtmf.insertDTMF(dtmf.toneBuffer + digits, digitLength, digitGap)
    return true
  }

  async counters(): Promise<MediaCounters> {
    return readCounters(await this.#connections.current.peer.getStats())
  }

  hasDescription(contentType: string): boolean {
    return contentType.toLowerCase() === 'application/sdp'
  }

  async getDescription(): Promise<BodyAndContentType> {
    this.#refuseIfClosed()
    const making = { isOvertaken: false }
    if (!this.#connections.current.awaitsOurAnswer) this.#making = making
    const described = await this.#describe(() => !making.isOvertaken).finally(() => {
      if (this.#making === making) this.#making = undefined
      if (making.isOvertaken) throw new OfferOvertaken()
    })
    this.#refuseIfClosed()
    return { body: this.#keepOrigin(described), contentType: 'application/sdp' }
  }

  /** Lets be heard who plays something before the call is answered (RFC 3960). */
  hearEarly(sdp: string): void {
    if (!this.#closed) this.#early.hear(this.#connections.current, sdp)
  }

  async setDescription(sdp: string): Promise<void> {
    this.#refuseIfClosed()
    const isOvertaking = this.#giveWay()
    const { offered, current } = this.#connections
    const isAnswer = !isOvertaking && (offered !== undefined || this.#early.isHeard || current.awaitsAnswer)
    if (offered) {
      await offered.take('answer', sdp)
      this.#early.arrived()
      this.#connections.replaceBy(offered)
    } else if (!isAnswer) await this.#takeOffer(sdp)
    else if (!(await this.#early.isAnswered(sdp))) await current.take('answer', sdp)
    // While we hold them, they have nothing to send, and say so: that is not their hold.
    if (!isAnswer || !this.#holds.ours) this.#holds.theirs = saysHold(sdp)
  }

  async rollbackDescription(): Promise<void> {
    if (this.#connections.offered) this.#connections.withdraw()
    else if (!this.#closed) await this.#connections.current.rollBack()
  }

  close(): void {
    this.#closed = true
    this.#connections.close()
  }

  /** `true` where an offer of ours was being made; taking theirs rolls it back (WebRTC 1.0 §4.4.1.5). */
  #giveWay(): boolean {
    if (!this.#making) return false
    this.#making.isOvertaken = true
    this.#making = undefined
    this.#connections.withdraw()
    return true
  }

  async #describe(isWanted: () => boolean): Promise<string> {
    const { current } = this.#connections
    const repair = this.#repair
    this.#repair = undefined
    if (current.awaitsOurAnswer) return current.answer(answeredDirection(this.#holds))
    const direction = offeredDirection(this.#holds)
    const isFresh = (repair === 'fresh-connection' && current.streams === 1) || this.leadsElsewhere
    if (!isFresh && !current.isSpent)
      return current.offer({ direction, iceRestart: repair !== undefined, isWanted })
    return weBegin(await this.#connections.offerAnother().offer({ direction, iceRestart: false, isWanted }))
  }

  /** A server between us may come back with quite another description, as after a transfer: then we begin anew, too. */
  async #takeOffer(sdp: string): Promise<void> {
    const { current } = this.#connections
    try {
      if (current.isSpent) throw new Error('this connection takes no more sound')
      await current.take('offer', sdp)
    } catch {
      const fresh = this.#connections.connect()
      try {
        await fresh.take('offer', sdp)
      } catch (error) {
        fresh.close()
        throw error
      }
      this.#connections.replaceBy(fresh)
    }
  }

  #refuseIfClosed(): void {
    if (this.#closed) throw new Error('the call is over')
  }
}

/**
 * We begin the DTLS handshake of a fresh connection, as soon as its path stands. This deviates: RFC 5763 §5 has every
 * offer leave the choice to the other side (`actpass`). A media server, as rtpengine, then chooses to begin, and a repair
 * took 1.5 to 2 s of silence, all of it in the handshake. A call's first offer leaves the choice.
 */
const weBegin = (sdp: string): string => sdp.replace(/^a=setup:actpass/gm, 'a=setup:active')
